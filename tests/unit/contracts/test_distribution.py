"""How work is shared out, per form and organisation: from ten people on, and without a sum."""

from __future__ import annotations

from fractions import Fraction

import pytest

from flexpool.contracts.work_code.distribution import LEAST_PEOPLE, Share, distribution


def people(number: int, form: str = "pool", **each: int) -> list[Share]:
    return [Share(organisation="De Linde", form=form, person=one, **each) for one in range(number)]


def test_a_group_of_ten_is_told() -> None:
    (group,) = distribution(people(10, minutes=600, unsocial=150, given=4, in_time=3, training=60))
    assert (group.people, group.unsocial_share) == (10, Fraction(1, 4))
    assert (group.in_time_share, group.training_each) == (Fraction(3, 4), 60)
    assert group.total is not None
    assert group.total.minutes == 6000


def test_a_group_of_nine_is_not() -> None:
    (group,) = distribution(people(9, minutes=600, unsocial=150))
    assert (group.total, group.unsocial_share, group.in_time_share) == (None, None, None)
    assert group.training_each is None


def test_a_person_counts_once() -> None:
    rows = people(LEAST_PEOPLE - 1, minutes=60)
    (group,) = distribution([*rows, *rows])
    assert (group.people, group.total) == (9, None)


def test_who_was_only_taken_off_shifts_hides_nobody_who_worked() -> None:
    rows = people(LEAST_PEOPLE - 1, minutes=60)
    off = Share(organisation="De Linde", form="pool", person=99, late_by_employer=3)
    (group,) = distribution([*rows, off])
    assert (group.people, group.total) == (9, None)


def test_groups_come_in_order_and_nothing_worked_has_no_share() -> None:
    found = distribution(
        [*people(10, "self_employed"), *people(10, "agency", minutes=60, late_by_worker=2)]
    )
    assert [one.form for one in found] == ["agency", "self_employed"]
    assert [one.unsocial_share for one in found] == [0, None]
    assert found[0].total is not None
    assert (found[0].total.late_by_worker, found[0].total.late_by_employer) == (20, 0)


@pytest.mark.parametrize("number", [0, 1])
def test_nobody_is_no_group(number: int) -> None:
    assert len(distribution(people(number))) == number
