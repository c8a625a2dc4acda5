"""The cascade: own people first, ring after ring, each step kept; it stops by itself."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from factories.cascade import make_policy, offer_to, offers_in, rings_of
from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.organisations import make_team
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.matching.models import Cascade, Offer
from rondstroom.rooms.matching.states import CascadeState, OfferState, Ring, StepState
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment
from snapshot import once

pytestmark = pytest.mark.django_db
LATE_MONDAY = {"start": "15:00", "end": "23:00"}


def later(minutes: float) -> dict[str, Any]:
    """Sign so many minutes from now."""
    return signed() | {"at": NOW + timedelta(minutes=minutes)}


def at_start(shift: Shift, minutes: float = 0) -> dict[str, Any]:
    """Sign at, or so many minutes from, the start of a shift."""
    return signed() | {"at": shift.starts_at + timedelta(minutes=minutes)}


@pytest.fixture
@once
def people(cast: Cast) -> dict[str, Worker]:
    """Give somebody for each ring of PG Vlinder, besides the cast."""
    linde, noord = cast.de_linde, cast.molenpoort
    other = make_team("Somatiek", linde, pc4="6811")
    return {
        "team": make_worker("Tess", team=cast.vlinder),
        "organisation": make_worker("Olaf", team=other),
        "flex": make_worker("Floor", organisation=linde, form=EngagementForm.PERMANENT),
        "pool": make_worker("Pepijn", organisation=noord, willing_for=[linde]),
        "reserve": make_worker(
            "Rosa", organisation=noord, form=EngagementForm.RESERVE, willing_for=[linde]
        ),
        "hired": make_worker("Zeger", organisation=linde, form=EngagementForm.SELF_EMPLOYED),
    }


@pytest.fixture
def shift(cast: Cast) -> Shift:
    """An open shift on Monday afternoon at PG Vlinder, 27 hours from now."""
    make_policy(cast.de_linde)
    return make_shift(cast.vlinder, **LATE_MONDAY)


def start(shift: Shift, **fields: Any) -> Cascade:
    """Begin to ask around."""
    return actions.start_cascade(shift=shift, **fields, **signed())


def test_the_first_ring_is_asked_at_once(shift: Shift, people: dict[str, Worker]) -> None:
    cascade = start(shift)
    assert people["team"] in {one.worker for one in offers_in(cascade, Ring.OWN_TEAM)}
    assert rings_of(cascade)[:2] == [
        (Ring.OWN_TEAM, StepState.OPEN),
        (Ring.OWN_ORGANISATION, StepState.PENDING),
    ]
    step = cascade.steps.get(ring=Ring.OWN_TEAM)
    assert step.closes_at == NOW + timedelta(hours=1)
    events = [line.event for line in journal.entries_about(f"shift:{shift.pk}")]
    assert {"matching.cascade.started", "matching.cascade.opened", "matching.offer.made"} <= set(
        events
    )


def test_ring_after_ring_is_asked_when_nobody_answers(
    shift: Shift, people: dict[str, Worker]
) -> None:
    cascade = start(shift)
    asked = [Ring.OWN_TEAM]
    for hour in range(1, 5):
        actions.advance_cascades(**later(60 * hour))
        asked.append(Ring(cascade.steps.get(state=StepState.OPEN).ring))
    assert asked == [
        Ring.OWN_TEAM,
        Ring.OWN_ORGANISATION,
        Ring.FLEX_POOL,
        Ring.REGIONAL_POOL,
        Ring.RESERVE,
    ]
    reached = {ring: [one.worker.name for one in offers_in(cascade, ring)] for ring in asked}
    assert "Tess" in reached[Ring.OWN_TEAM]
    assert reached[Ring.OWN_ORGANISATION] == ["Olaf"]
    assert reached[Ring.FLEX_POOL] == ["Floor"]
    assert reached[Ring.REGIONAL_POOL] == ["Pepijn"]
    assert "Rosa" in reached[Ring.RESERVE]
    actions.advance_cascades(**later(60 * 5))
    cascade.refresh_from_db()
    assert cascade.state == CascadeState.EXHAUSTED
    assert cascade.steps.get(ring=Ring.AGENCY).reason == "er is geen uitzendbureau toegelaten"
    assert not Offer.objects.filter(worker=people["hired"]).exists()
    assert set(cascade.offers.values_list("state", flat=True)) == {OfferState.EXPIRED}


def test_who_says_yes_is_booked_when_nobody_before_can_still_answer(
    shift: Shift, people: dict[str, Worker]
) -> None:
    cascade = start(shift)
    tess, *others = offers_in(cascade, Ring.OWN_TEAM)
    for one in others:
        actions.answer_offer(offer=one, wants=False, **later(5))
    answered = actions.answer_offer(offer=tess, wants=True, **later(6))
    assert answered.state == OfferState.BOOKED
    assert Assignment.objects.get().worker == tess.worker
    cascade.refresh_from_db()
    assert cascade.state == CascadeState.FILLED
    assert {state for _ring, state in rings_of(cascade)[1:]} == {StepState.SKIPPED}


def test_the_fastest_finger_wins_nothing(shift: Shift, cast: Cast) -> None:
    """Who is second in order says yes first; the first in order says yes in time, and has it."""
    for name in ("Ans", "Bea", "Cor"):
        make_worker(name, team=cast.vlinder)
    cascade = start(shift)
    first, second, *_rest = offers_in(cascade, Ring.OWN_TEAM)
    assert actions.answer_offer(offer=second, wants=True, **later(1)).state == OfferState.ACCEPTED
    assert actions.answer_offer(offer=first, wants=True, **later(50)).state == OfferState.BOOKED
    second.refresh_from_db()
    assert second.state == OfferState.PASSED
    assert second.answer == "De plaats is vergeven."


def test_a_window_that_closes_gives_the_place_to_the_first_in_order(
    shift: Shift, cast: Cast
) -> None:
    for name in ("Ans", "Bea", "Cor"):
        make_worker(name, team=cast.vlinder)
    cascade = start(shift)
    _first, second, third, *_rest = offers_in(cascade, Ring.OWN_TEAM)
    for one in (third, second):
        actions.answer_offer(offer=one, wants=True, **later(10))
    assert not Assignment.objects.exists()
    actions.advance_cascades(**later(60))
    assert Assignment.objects.get().worker_id == second.worker_id


def test_a_worker_may_change_their_mind_until_the_ring_closes(
    shift: Shift, people: dict[str, Worker]
) -> None:
    make_worker("Ans", team=make_team("PG Vlinder"))
    cascade = start(shift)
    offer = offers_in(cascade, Ring.OWN_TEAM)[-1]
    actions.answer_offer(offer=offer, wants=True, **later(1))
    assert actions.answer_offer(offer=offer, wants=False, **later(2)).state == OfferState.DECLINED
    assert actions.answer_offer(offer=offer, wants=False, **later(2)).state == OfferState.DECLINED
    actions.advance_cascades(**later(60))
    with pytest.raises(actions.UnableToAnswerOffer, match="niet meer antwoorden") as refusal:
        actions.answer_offer(offer=offer, wants=True, **later(61))
    assert refusal.value.code == "closed"


def test_yes_is_refused_with_the_reason_when_one_may_not_work_it_any_more(
    shift: Shift, people: dict[str, Worker]
) -> None:
    cascade = start(shift)
    tess = people["team"]
    rosters.assign(
        worker=tess, shift=make_shift(start="16:00", end="22:00", function=""), **signed()
    )
    with pytest.raises(actions.UnableToAnswerOffer, match="Werkt dan al"):
        actions.answer_offer(offer=offer_to(cascade, tess), wants=True, **later(1))


def test_who_was_booked_elsewhere_meanwhile_is_passed_over_with_the_reason(
    shift: Shift, cast: Cast
) -> None:
    ans, bea = (make_worker(name, team=cast.vlinder) for name in ("Ans", "Bea"))
    cascade = start(shift)
    chosen = [one for one in offers_in(cascade, Ring.OWN_TEAM) if one.worker in {ans, bea}]
    for one in reversed(chosen):
        if one.state == OfferState.OFFERED and one is not chosen[0]:
            actions.answer_offer(offer=one, wants=True, **later(1))
    busy = chosen[1].worker
    rosters.assign(
        worker=busy, shift=make_shift(start="16:00", end="22:00", function=""), **signed()
    )
    actions.advance_cascades(**later(60))
    passed = offer_to(cascade, busy)
    assert passed.state == OfferState.PASSED
    assert "kan de dienst" in passed.answer


@pytest.mark.parametrize("how", ["filled", "cancelled", "withdrawn", "changed", "late", "stopped"])
def test_a_cascade_stops_itself(how: str, shift: Shift, people: dict[str, Worker]) -> None:
    cascade = start(shift)
    if how == "filled":
        actions.book_on_behalf(worker=people["pool"], shift=shift, **later(1))
    elif how == "cancelled":
        demand.cancel_shift(shift=shift, reason="vergissing", **later(1))
    elif how == "withdrawn":
        demand.withdraw_shift(shift=shift, **later(1))
    elif how == "changed":
        demand.change_shift(shift=shift, function=None, **later(1))
    elif how == "late":
        actions.advance_cascade(cascade_id=cascade.pk, **at_start(shift, -20))
    else:
        actions.stop_cascade(cascade=cascade, reason="Bel zelf", **later(1))
    cascade.refresh_from_db()
    ends = {
        "filled": (CascadeState.FILLED, "de dienst is bezet"),
        "cancelled": (CascadeState.CANCELLED, "de dienst is vervallen"),
        "withdrawn": (CascadeState.STOPPED, "de dienst staat niet meer open"),
        "changed": (CascadeState.STOPPED, "de dienst is gewijzigd"),
        "late": (CascadeState.TOO_LATE, "de dienst begint te snel"),
        "stopped": (CascadeState.STOPPED, "Bel zelf"),
    }
    if how == "late":  # the first ring's time was over: the others had none left
        assert cascade.state == ends[how][0]
        return
    assert (cascade.state, cascade.end_reason) == ends[how]
    assert set(cascade.offers.values_list("state", flat=True)) == {OfferState.WITHDRAWN}
    assert not cascade.steps.filter(state__in=[StepState.OPEN, StepState.PENDING]).exists()


def test_who_is_put_on_the_shift_meanwhile_reads_that(
    shift: Shift, people: dict[str, Worker]
) -> None:
    cascade = start(shift)
    actions.book_on_behalf(worker=people["team"], shift=shift, **later(1))
    assert offer_to(cascade, people["team"]).state == OfferState.BOOKED


def test_two_places_are_filled_before_it_ends(cast: Cast) -> None:
    make_policy(cast.de_linde)
    shift = make_shift(cast.vlinder, places=2, **LATE_MONDAY)
    for name in ("Ans", "Bea"):
        make_worker(name, team=cast.vlinder)
    cascade = start(shift)
    for one in offers_in(cascade, Ring.OWN_TEAM):
        one.refresh_from_db()
        if one.state == OfferState.OFFERED:
            actions.answer_offer(offer=one, wants=True, **later(1))
    actions.advance_cascades(**later(60))
    cascade.refresh_from_db()
    assert Assignment.objects.count() == 2
    assert cascade.state == CascadeState.FILLED


def test_starting_twice_is_starting_once(shift: Shift, people: dict[str, Worker]) -> None:
    assert start(shift).pk == start(shift).pk
    assert Cascade.objects.count() == 1


def test_advancing_twice_changes_nothing_the_second_time(
    shift: Shift, people: dict[str, Worker]
) -> None:
    cascade = start(shift)
    actions.advance_cascades(**later(60))
    before = rings_of(cascade), Offer.objects.count(), journal.entries_about(f"shift:{shift.pk}")
    lines = before[2].count()
    assert queries.cascades_due(later(60)["at"]) == []
    assert actions.advance_cascades(**later(60)) == 0
    actions.advance_cascade(cascade_id=cascade.pk, **later(60))
    assert rings_of(cascade) == before[0]
    assert Offer.objects.count() == before[1]
    assert journal.entries_about(f"shift:{shift.pk}").count() == lines


def test_the_next_ring_can_be_asked_before_its_time(
    shift: Shift, people: dict[str, Worker]
) -> None:
    cascade = start(shift)
    actions.next_ring(cascade=cascade, **later(5))
    assert cascade.steps.get(state=StepState.OPEN).ring == Ring.OWN_ORGANISATION


def test_an_ended_cascade_is_not_stopped_again(shift: Shift, people: dict[str, Worker]) -> None:
    cascade = start(shift)
    actions.stop_cascade(cascade=cascade, **later(1))
    with pytest.raises(actions.UnableToStop, match="al klaar: gestopt"):
        actions.stop_cascade(cascade=cascade, **later(2))
    actions.next_ring(cascade=cascade, **later(3))
    assert not cascade.steps.filter(state=StepState.OPEN).exists()


@pytest.mark.parametrize(
    ("fields", "at", "why", "code"),
    [
        ({"state": ShiftState.DRAFT}, NOW, "Publiceer hem eerst", "state"),
        ({}, None, "begint te snel", "late"),
    ],
)
def test_what_cannot_be_asked_around_for_says_why(
    fields: dict[str, Any], at: datetime | None, why: str, code: str, cast: Cast
) -> None:
    shift = make_shift(cast.vlinder, **LATE_MONDAY, **fields)
    when = at or shift.starts_at - timedelta(minutes=10)
    with pytest.raises(actions.UnableToAskAround, match=why) as refusal:
        actions.start_cascade(shift=shift, **signed() | {"at": when})
    assert refusal.value.code == code


def test_a_full_shift_is_not_asked_around_for(shift: Shift, people: dict[str, Worker]) -> None:
    rosters.assign(worker=people["team"], shift=shift, **signed())
    with pytest.raises(actions.UnableToAskAround, match="is bezet"):
        start(shift)


def test_a_new_cascade_may_follow_an_old_one(shift: Shift, people: dict[str, Worker]) -> None:
    first = start(shift)
    actions.stop_cascade(cascade=first, **later(1))
    second = actions.start_cascade(shift=shift, **later(2))
    assert second.pk != first.pk
    assert [one.pk for one in queries.cascades_of_shift(shift.pk)] == [second.pk, first.pk]
    running = queries.running_cascades([shift.organisation_id])
    assert running[shift.pk].pk == second.pk
    found = queries.one_cascade(first.pk)
    assert found is not None
    assert found.state == CascadeState.STOPPED


def test_the_worker_reads_what_was_offered(shift: Shift, people: dict[str, Worker]) -> None:
    cascade = start(shift)
    tess = people["team"]
    assert [one.cascade_id for one in queries.living_offers(tess.pk)] == [cascade.pk]
    found = queries.offer(offer_to(cascade, tess).pk)
    assert found is not None
    assert found.numbers["times_here"] == 0
    actions.stop_cascade(cascade=cascade, **later(1))
    assert not queries.living_offers(tess.pk).exists()
    assert queries.offers_of(tess.pk).count() == 1


def test_a_day_of_monday(shift: Shift) -> None:
    assert shift.starts_at.date() == MONDAY


def test_the_ring_that_is_asked_now_is_found_per_shift(
    cast: Cast, people: dict[str, Worker]
) -> None:
    make_policy(cast.de_linde)
    shift = make_shift(cast.vlinder)
    asking = actions.start_cascade(shift=shift, **signed())
    (step,) = queries.running_steps([cast.de_linde.pk]).values()
    assert (step.cascade_id, step.ring, step.cascade.shift_id) == (
        asking.pk,
        Ring.OWN_TEAM,
        shift.pk,
    )
    assert queries.running_steps([cast.molenpoort.pk]) == {}
    actions.stop_cascade(cascade=asking, **signed())
    assert queries.running_steps([cast.de_linde.pk]) == {}
