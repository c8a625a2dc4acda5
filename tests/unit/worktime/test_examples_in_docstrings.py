"""The examples in the docstrings do what they say."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from flexpool import money, periods
from flexpool.parameters import loader
from flexpool.worktime import record


@pytest.mark.parametrize("module", [money, periods, loader, record], ids=lambda m: m.__name__)
def test_examples(module: ModuleType) -> None:
    outcome = doctest.testmod(module)
    assert outcome.attempted > 0
    assert outcome.failed == 0
