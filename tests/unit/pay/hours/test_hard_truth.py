"""Where on a curve more hours hardly pay, and where it turns."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from flexpool.pay.explanation import Line
from flexpool.pay.hours.hard_truth import hard_truths, kept_share
from flexpool.pay.hours.outcome import Outcome
from flexpool.text import Text

NO_LINE = Line("none", Text("", ""), 0)


def year(hours: int, gross: int, disposable: int) -> Outcome:
    """Give a year in which nothing but these two counts."""
    return Outcome(
        hours=Fraction(hours),
        salary=gross,
        irregular=0,
        holiday_allowance=0,
        year_end_bonus=0,
        pension=0,
        pension_total=0,
        tax=gross - disposable,
        partner_net=0,
        health_care=0,
        rent=0,
        child_budget=0,
        child_care=0,
        child_care_cost=0,
        travel=0,
        explain=lambda: NO_LINE,
    )


def curve(kept: Sequence[int]) -> list[Outcome]:
    """Give a curve on which each hour earns 100 and keeps what is told, from ten hours."""
    total, years = 1_000, [year(10, 1_000, 1_000)]
    for step, left in enumerate(kept, start=1):
        total += left
        years.append(year(10 + step, 1_000 + 100 * step, total))
    return years


def stretches(kept: Sequence[int]) -> list[tuple[int, int, Fraction, bool]]:
    """Give the stretches in short."""
    found = hard_truths(curve(kept))
    return [(int(s.from_hours), int(s.to_hours), s.kept, s.turns) for s in found]


def test_a_curve_that_always_pays_has_none() -> None:
    assert stretches([60, 50, 40]) == []


def test_a_quarter_is_not_little_and_a_cent_less_is() -> None:
    assert stretches([60, 25, 60]) == []
    assert stretches([60, 24, 60]) == [(11, 12, Fraction(24, 100), True)]


def test_hours_next_to_each_other_are_one_stretch() -> None:
    assert stretches([60, 20, 10, 60]) == [(11, 13, Fraction(15, 100), True)]


def test_two_stretches_with_hours_that_pay_between_them() -> None:
    assert [s[:2] for s in stretches([10, 60, 10])] == [(10, 11), (12, 13)]


def test_having_less_to_spend_is_kept_below_zero() -> None:
    assert stretches([60, -30, 60]) == [(11, 12, Fraction(-30, 100), True)]


def test_a_stretch_up_to_the_last_hour_does_not_turn() -> None:
    assert stretches([60, 10]) == [(11, 12, Fraction(10, 100), False)]


def test_what_is_little_can_be_chosen() -> None:
    assert len(hard_truths(curve([60, 40, 60]), little=Fraction(1, 2))) == 1


def test_a_curve_of_one_hour_has_no_steps() -> None:
    assert hard_truths(curve([])) == ()


def test_what_is_kept_of_nothing_is_not_known() -> None:
    one = year(10, 1_000, 900)
    assert kept_share(one, one) is None
    assert kept_share(one, year(12, 1_200, 950)) == Fraction(1, 4)


def test_a_year_adds_up() -> None:
    one = year(10, 120_000, 100_000)
    assert (one.gross, one.taxable, one.net_wage, one.benefits) == (120_000, 120_000, 100_000, 0)
    assert one.month("gross") == 10_000
    assert one.month("net_wage") == 8_333
    assert one.explanation is NO_LINE
