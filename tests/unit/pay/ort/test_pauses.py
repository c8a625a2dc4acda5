"""A break of which only the length is known lies in the middle, on whole minutes."""

from __future__ import annotations

import pytest

from flexpool.pay.ort.pauses import break_in_the_middle
from flexpool.periods import Period, local

EVENING = Period(local(2026, 11, 2, 15), local(2026, 11, 2, 23))


@pytest.mark.parametrize(
    ("minutes", "starts", "ends"),
    [(30, (18, 45), (19, 15)), (45, (18, 37), (19, 22)), (480, (15, 0), (23, 0))],
)
def test_it_lies_in_the_middle(
    minutes: int, starts: tuple[int, int], ends: tuple[int, int]
) -> None:
    day = (2026, 11, 2)
    assert break_in_the_middle(EVENING, minutes) == (
        Period(local(*day, *starts), local(*day, *ends)),
    )


def test_no_break_is_no_period() -> None:
    assert break_in_the_middle(EVENING, 0) == ()
