"""What the journal tells of an organisation's filled shifts, and what does not count."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.cascade import make_policy, offer_to
from factories.demand import make_shift
from factories.identity import make_account, make_role, signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.states import ShiftState, SignUp
from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.matching.models import Cascade
from rondstroom.rooms.matching.states import Source
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters import actions as rosters

pytestmark = pytest.mark.django_db
SOON = NOW + timedelta(minutes=1)


def of(cast: Cast) -> dict[Source, queries.Effort]:
    return queries.effort_of(cast.de_linde.pk, NOW, NOW + timedelta(weeks=4))


def by_pia(cast: Cast, minutes: int = 5) -> dict[str, Any]:
    return {"by": cast.pia, "at": NOW + timedelta(minutes=minutes)}


def give(cast: Cast, worker: Worker, day: date = MONDAY, **fields: Any) -> None:
    """Let Pia put somebody on a new open shift."""
    shift = make_shift(cast.vlinder, day=day, **fields)
    rosters.assign(worker=worker, shift=shift, override_reason="nood", **by_pia(cast))


def test_one_who_is_put_on_an_open_shift_is_one_action(cast: Cast) -> None:
    give(cast, make_worker("Tess", team=cast.vlinder))
    own = of(cast)[Source.OWN]
    assert (own.shifts, own.actions, own.within) == (1, 1, 1)


@pytest.mark.parametrize(
    ("form", "at", "source"),
    [
        (EngagementForm.PERMANENT, "vlinder", Source.OWN),
        (EngagementForm.ON_CALL, "vlinder", Source.OWN),
        (EngagementForm.PERMANENT, "wijkteam", Source.POOL),
        (EngagementForm.RESERVE, "intensive_care", Source.RESERVE),
        (EngagementForm.AGENCY, "vlinder", Source.AGENCY),
        (EngagementForm.SELF_EMPLOYED, "vlinder", Source.AGENCY),
    ],
)
def test_the_source_is_what_ties_somebody(
    form: EngagementForm, at: str, source: Source, cast: Cast
) -> None:
    worker = make_worker("Tess", team=getattr(cast, at), form=form, willing_for=[cast.de_linde])
    give(cast, worker)
    counted = of(cast)
    assert {one for one in Source if counted[one].shifts} == {source}


def test_the_furthest_of_two_decides(cast: Cast) -> None:
    shift = make_shift(cast.vlinder, places=2)
    near = make_worker("Tess", team=cast.vlinder)
    far = make_worker("Noor", team=cast.wijkteam, willing_for=[cast.de_linde])
    rosters.assign(worker=near, shift=shift, **by_pia(cast))
    assert sum(one.shifts for one in of(cast).values()) == 0
    rosters.assign(worker=far, shift=shift, **by_pia(cast, 7))
    counted = of(cast)[Source.POOL]
    assert (counted.shifts, counted.actions, counted.minutes) == (1, 2, 2)


def test_what_a_worker_does_alone_takes_a_planner_nothing(cast: Cast) -> None:
    tess = make_worker("Tess", team=cast.vlinder)
    shift = make_shift(cast.vlinder, sign_up=SignUp.INSTANT)
    actions.sign_up(worker=tess, shift=shift, by=tess.account, at=SOON)
    own = of(cast)[Source.OWN]
    assert (own.shifts, own.actions) == (1, 0)


def test_what_follows_from_a_worker_s_yes_is_no_work_of_a_planner(cast: Cast) -> None:
    """A yes ends the asking, and a place taken at once turns down who asked for it too."""
    make_policy(cast.de_linde)
    tess = make_worker("Tess", team=cast.vlinder)
    asked = make_shift(cast.vlinder)
    actions.start_cascade(shift=asked, **by_pia(cast, 1))
    late = {"at": NOW + timedelta(minutes=9), "by": tess.account}
    actions.answer_offer(offer=offer_to(Cascade.objects.get(), tess), wants=True, **late)
    actions.advance_cascades(**signed() | {"at": NOW + timedelta(hours=5)})
    own = of(cast)[Source.OWN]
    assert (own.shifts, own.actions) == (1, 1)
    instant = make_shift(cast.vlinder, day=MONDAY + timedelta(days=3), sign_up=SignUp.REQUEST)
    other = make_worker("Noor", team=cast.vlinder)
    actions.sign_up(worker=other, shift=instant, by=other.account, at=SOON)
    demand.change_shift(shift=instant, sign_up=SignUp.INSTANT, **signed())
    actions.sign_up(worker=tess, shift=instant, by=tess.account, at=SOON)
    own = of(cast)[Source.OWN]
    assert (own.shifts, own.spent.actions) == (2, 1)


def test_a_planner_who_books_an_own_shift_works_as_a_worker(cast: Cast) -> None:
    tess = make_worker("Tess", team=cast.vlinder)
    make_role(tess.account, RoleKind.PLANNER, cast.de_linde)
    shift = make_shift(cast.vlinder, sign_up=SignUp.INSTANT)
    actions.sign_up(worker=tess, shift=shift, by=tess.account, at=SOON)
    assert of(cast)[Source.OWN].actions == 0


def test_a_connected_system_is_no_planner(cast: Cast) -> None:
    system = make_role(make_account("Roosterpakket"), RoleKind.SYSTEM, cast.de_linde)
    tess = make_worker("Tess", team=cast.vlinder)
    rosters.assign(worker=tess, shift=make_shift(cast.vlinder), by=system, at=SOON)
    own = of(cast)[Source.OWN]
    assert (own.shifts, own.actions) == (1, 0)


def test_a_draft_that_is_published_with_others_shares_the_action(cast: Cast) -> None:
    drafts = [
        make_shift(cast.vlinder, day=MONDAY + timedelta(days=2 * n), state=ShiftState.DRAFT)
        for n in range(4)
    ]
    demand.publish_shifts(shift_ids=[one.pk for one in drafts], **by_pia(cast, 1))
    tess = make_worker("Tess", team=cast.vlinder)
    drafts[0].refresh_from_db()
    rosters.assign(worker=tess, shift=drafts[0], **by_pia(cast, 4))
    own = of(cast)[Source.OWN]
    assert (own.shifts, own.actions, own.minutes) == (1, Fraction(5, 4), 3)


def test_a_shift_that_was_made_with_somebody_on_it_never_stood_open(cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    rosters.assign(worker=make_worker("Tess", team=cast.vlinder), shift=shift, **signed())
    assert sum(one.shifts for one in of(cast).values()) == 0


def test_who_is_replaced_costs_what_it_took_until_filled_again(cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    first, second = (make_worker(name, team=cast.vlinder) for name in ("Tess", "Noor"))
    row = rosters.assign(worker=first, shift=shift, **by_pia(cast, 1))
    rosters.cancel(assignment=row, reason="ruilt", **by_pia(cast, 3))
    rosters.assign(worker=second, shift=shift, **by_pia(cast, 6))
    own = of(cast)[Source.OWN]
    assert (own.shifts, own.actions, own.minutes) == (1, 3, 5)


def test_another_period_and_another_organisation_are_not_counted(cast: Cast) -> None:
    give(cast, make_worker("Tess", team=cast.vlinder), day=MONDAY + timedelta(weeks=8))
    elsewhere = make_worker("Noor", team=cast.wijkteam)
    rosters.assign(worker=elsewhere, shift=make_shift(cast.wijkteam), **by_pia(cast))
    assert sum(one.shifts for one in of(cast).values()) == 0


def test_queries_do_not_grow_with_the_shifts(cast: Cast) -> None:
    for number in range(2):
        give(cast, make_worker(f"Zo {number}", team=cast.vlinder))
    with CaptureQueriesContext(connection) as few:
        of(cast)
    for number in range(2, 8):
        give(cast, make_worker(f"Zo {number}", team=cast.vlinder))
    with CaptureQueriesContext(connection) as many:
        assert of(cast)[Source.OWN].shifts == 8
    assert len(many) == len(few) <= 10


def test_persons_among_accounts_are_neither_the_platform_nor_a_system(cast: Cast) -> None:
    system = make_role(make_account("Roosterpakket"), RoleKind.SYSTEM, cast.de_linde)
    machine = signed()["by"]
    asked = {cast.pia.pk, cast.otto.pk, system.pk, machine.pk, 999_999}
    assert identity.persons_among(asked) == {cast.pia.pk, cast.otto.pk}
