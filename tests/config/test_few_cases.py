"""Which cases of a desk's test run on PostgreSQL too."""

from typing import Any

import pytest

from few_cases import few


@pytest.mark.parametrize(
    ("cases", "kept"), [("", ""), ("abc", "abc"), ("abcd", "acd"), ("abcdefg", "adg")]
)
def test_the_first_the_middle_and_the_last(cases: Any, kept: str) -> None:
    assert "".join(few(cases)) == kept
