"""What a worker types about the own wage: kept for that worker, and told to nobody else."""

from __future__ import annotations

import pytest

from factories.identity import signed
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people import actions, permissions, queries

pytestmark = pytest.mark.django_db


def keep(worker: object, cents: int = 2203, credit: bool = True) -> None:
    actions.set_own_wage(worker=worker, hourly_cents=cents, has_tax_credit=credit, **signed())  # type: ignore[arg-type]


def test_a_wage_is_kept_and_can_be_changed() -> None:
    aylin = make_worker("Aylin")
    assert queries.own_wage_of(aylin.pk) is None
    keep(aylin)
    keep(aylin, 2300, credit=False)
    kept = queries.own_wage_of(aylin.pk)
    assert kept is not None
    assert (kept.hourly_cents, kept.has_tax_credit) == (2300, False)


def test_forgetting_twice_is_quiet() -> None:
    aylin = make_worker("Aylin")
    keep(aylin)
    for _again in range(2):
        actions.forget_own_wage(worker=aylin, **signed())
    assert queries.own_wage_of(aylin.pk) is None
    events = [line.event for line in journal.entries_about_worker(aylin.pk)]
    assert events.count("people.own-wage.forgotten") == 1


@pytest.mark.parametrize("cents", [0, 499, 15_001, 10**9])
def test_what_is_no_hourly_wage_is_refused(cents: int) -> None:
    with pytest.raises(actions.UnableToSetOwnWage, match="van 5 tot en met 150 euro"):
        keep(make_worker("Aylin"), cents)


def test_the_journal_does_not_say_how_much() -> None:
    aylin = make_worker("Aylin")
    keep(aylin, 2377)
    lines = journal.entries_about_worker(aylin.pk)
    assert "people.own-wage.set" in [line.event for line in lines]
    assert "2377" not in str([line.data for line in lines])


def test_only_the_worker_may_see_it(cast: Cast) -> None:
    assert permissions.may_see_own_wage(cast.niels.account, cast.niels.pk)  # type: ignore[arg-type]
    for other in (cast.pia, cast.petra, cast.coen, cast.otto, cast.sanne.account):
        assert not permissions.may_see_own_wage(other, cast.niels.pk)  # type: ignore[arg-type]
