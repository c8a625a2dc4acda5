"""Corners of signing up and answering: order, repetition, what changed meanwhile, who is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import translation

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker, say
from flexpool.worktime.registry import RULES
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.matching.models import Request
from rondstroom.rooms.matching.queries.candidates import FEW, MOST_SHOWN
from rondstroom.rooms.matching.states import RequestState
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries as assignments
from rondstroom.rooms.rosters.actions.assigning import REST

pytestmark = pytest.mark.django_db


def carers(cast: Cast, *names: str) -> list[Worker]:
    """Give carers of PG Vlinder."""
    return [make_worker(name, team=cast.vlinder) for name in names]


def states(shift: Shift) -> dict[str, str]:
    """Give how everybody's last request for a shift stands."""
    rows = Request.objects.filter(shift=shift).select_related("worker").order_by("pk")
    return {row.worker.name: row.state for row in rows}


def on(shift: Shift) -> list[str]:
    """Give who works a shift."""
    return [row.worker.name for row in assignments.assignments_of_shifts([shift.pk])[shift.pk]]


def test_the_rules_about_rest_are_rules_of_the_law() -> None:
    assert {rule.id for rule in RULES} >= REST


def test_the_planners_queue_shows_the_first_due_first(cast: Cast) -> None:
    anna, bram = carers(cast, "Anna", "Bram")
    soon = make_shift(cast.vlinder)
    later = make_shift(cast.vlinder, day=MONDAY + timedelta(days=9))
    actions.sign_up(worker=anna, shift=later, by=anna.account, at=NOW)
    actions.sign_up(worker=bram, shift=soon, by=bram.account, at=NOW)
    waiting = queries.requests_waiting(cast.de_linde.pk)
    assert [one.worker.name for one in waiting] == ["Bram", "Anna"]


def test_a_worker_reads_everything_that_was_asked_with_the_answers(cast: Cast) -> None:
    (anna,) = carers(cast, "Anna")
    first = actions.sign_up(worker=anna, shift=make_shift(cast.vlinder), **signed()).request
    actions.decline_request(request=first, answer="al vol", by=cast.pia, at=NOW)
    second = make_shift(cast.vlinder, day=MONDAY + timedelta(days=1))
    actions.sign_up(worker=anna, shift=second, by=anna.account, at=NOW + timedelta(hours=1))
    asked = list(queries.requests_of(anna.pk))
    assert [(one.state, one.answer) for one in asked] == [
        (RequestState.REQUESTED, ""),
        (RequestState.DECLINED, "al vol"),
    ]


def test_after_a_no_one_may_ask_again(cast: Cast) -> None:
    (anna,) = carers(cast, "Anna")
    shift = make_shift(cast.vlinder)
    asked = actions.sign_up(worker=anna, shift=shift, **signed()).request
    actions.decline_request(request=asked, answer="nog even wachten", by=cast.pia, at=NOW)
    assert actions.sign_up(worker=anna, shift=shift, **signed()).outcome == "requested"


def test_a_shift_that_fills_up_while_one_asks_refuses_the_request(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look and the write somebody else gets the place: nobody asks for nothing."""
    anna, bram = carers(cast, "Anna", "Bram")
    shift = make_shift(cast.vlinder)
    answer, judge = queries.judged(anna, shift, NOW)
    assert answer.ok
    rosters.assign(worker=bram, shift=shift, **signed())
    monkeypatch.setattr(queries, "judged", lambda *_asked, **_how: (answer, judge))
    with pytest.raises(actions.UnableToSignUp) as refused:
        actions.sign_up(worker=anna, shift=shift, **signed())
    assert refused.value.code == "matching.full"
    assert states(shift) == {}


def test_declining_when_full_leaves_the_waiting_list(cast: Cast) -> None:
    anna, bram, chris = carers(cast, "Anna", "Bram", "Chris")
    shift = make_shift(cast.vlinder)
    asked = actions.sign_up(worker=anna, shift=shift, **signed()).request
    made = rosters.assign(worker=bram, shift=shift, **signed())
    actions.join_waiting_list(worker=chris, shift=shift, **signed())
    rosters.cancel(assignment=made, by=cast.pia, at=NOW)
    actions.accept_request(request=asked, by=cast.pia, at=NOW)
    assert states(shift)["Anna"] == RequestState.ACCEPTED
    assert states(shift)["Chris"] == RequestState.DECLINED  # the freed place made it a request


def test_booking_on_behalf_tells_those_who_asked_in_vain(cast: Cast) -> None:
    anna, bram = carers(cast, "Anna", "Bram")
    shift = make_shift(cast.vlinder)
    actions.sign_up(worker=anna, shift=shift, **signed())
    actions.book_on_behalf(worker=bram, shift=shift, by=cast.pia, at=NOW)
    assert states(shift) == {"Anna": RequestState.DECLINED}
    assert on(shift) == ["Bram"]


def test_a_draft_can_be_filled_on_behalf(cast: Cast) -> None:
    (anna,) = carers(cast, "Anna")
    shift = make_shift(cast.vlinder, state="draft")
    actions.book_on_behalf(worker=anna, shift=shift, by=cast.pia, at=NOW)
    assert on(shift) == ["Anna"]


def test_somebody_else_at_the_same_hours_is_refused_on_behalf_too(cast: Cast) -> None:
    (anna,) = carers(cast, "Anna")
    rosters.assign(worker=anna, shift=make_shift(cast.vlinder), **signed())
    with pytest.raises(actions.UnableToSignUp, match="Werkt dan al"):
        actions.book_on_behalf(
            worker=anna,
            shift=make_shift(cast.vlinder, start="08:00", end="12:00"),
            by=cast.pia,
            at=NOW,
            override_reason="kan wel even",
        )


def test_every_write_stands_in_the_journal_of_its_shift(cast: Cast) -> None:
    anna, bram = carers(cast, "Anna", "Bram")
    shift = make_shift(cast.vlinder)
    asked = actions.sign_up(worker=anna, shift=shift, by=anna.account, at=NOW).request
    withdrawn = actions.sign_up(worker=bram, shift=shift, by=bram.account, at=NOW).request
    actions.withdraw(request=withdrawn, by=bram.account, at=NOW)
    actions.accept_request(request=asked, by=cast.pia, at=NOW)
    lines = journal.entries_about(f"shift:{shift.pk}")
    assert [(line.event, line.actor_name) for line in lines if "created" not in line.event] == [
        ("matching.request.made", "Anna"),
        ("matching.request.made", "Bram"),
        ("matching.request.withdrawn", "Bram"),
        ("rosters.assignment.made", "Pia"),
        ("matching.request.accepted", "Pia"),
    ]
    assert {line.organisation_id for line in lines} == {cast.de_linde.pk}


def test_a_place_that_comes_free_on_a_lapsed_shift_goes_to_nobody(cast: Cast) -> None:
    anna, bram = carers(cast, "Anna", "Bram")
    shift = make_shift(cast.vlinder, sign_up=SignUp.INSTANT)
    actions.sign_up(worker=anna, shift=shift, **signed())
    actions.join_waiting_list(worker=bram, shift=shift, **signed())
    demand.cancel_shift(shift=shift, reason="dicht", by=cast.pia, at=NOW)
    assert on(shift) == []
    assert states(shift) == {"Bram": RequestState.DECLINED}


def test_when_the_first_cannot_and_the_second_asks_the_place_becomes_a_request(
    cast: Cast,
) -> None:
    anna, bram, chris = carers(cast, "Anna", "Bram", "Chris")
    shift = make_shift(cast.vlinder)
    made = rosters.assign(worker=anna, shift=shift, **signed())
    for worker, minute in ((bram, 1), (chris, 2)):
        actions.join_waiting_list(
            worker=worker, shift=shift, by=worker.account, at=NOW + timedelta(minutes=minute)
        )
    say(bram, {(MONDAY, DayPart.DAY): Wish.UNAVAILABLE})
    rosters.cancel(assignment=made, by=cast.pia, at=NOW + timedelta(hours=1))
    assert states(shift) == {"Bram": RequestState.WAITING, "Chris": RequestState.REQUESTED}
    offered = journal.entries_about(f"shift:{shift.pk}").get(event="matching.request.offered")
    assert offered.worker_id == chris.pk


def test_a_refusal_counts_the_other_shifts(cast: Cast) -> None:
    anna, bram = carers(cast, "Anna", "Bram")
    full = make_shift(cast.vlinder, sign_up=SignUp.INSTANT)
    rosters.assign(worker=bram, shift=full, **signed())
    others = [
        make_shift(cast.vlinder, day=MONDAY + timedelta(days=day), sign_up=SignUp.INSTANT)
        for day in (1, 3, 9)
    ]
    with pytest.raises(actions.UnableToSignUp, match="2 andere diensten") as refused:
        actions.sign_up(worker=anna, shift=full, **signed())
    assert refused.value.alternatives == (others[0].pk, others[1].pk)


def test_a_shift_that_is_over_has_no_alternatives_before_now(cast: Cast) -> None:
    (anna,) = carers(cast, "Anna")
    shift = make_shift(cast.vlinder)
    make_shift(cast.vlinder, day=MONDAY - timedelta(days=3))
    long_after = NOW + timedelta(days=40)
    with pytest.raises(actions.UnableToSignUp) as refused:
        actions.sign_up(worker=anna, shift=shift, by=anna.account, at=long_after)
    assert refused.value.code == "matching.past"
    assert refused.value.alternatives == ()


def test_reasons_come_in_the_readers_language(cast: Cast) -> None:
    (anna,) = carers(cast, "Anna")
    rosters.assign(
        worker=anna, shift=make_shift(cast.vlinder, start="14:30", end="23:30"), **signed()
    )
    early = make_shift(cast.vlinder, day=MONDAY + timedelta(days=1))
    told = {}
    for language in ("nl", "en"):
        with translation.override(language):
            reasons = queries.eligibility(anna, early, NOW).reasons
            told[language] = next(r.text for r in reasons if r.rule == "worktime.daily-rest")
    assert "langste rust" in told["nl"]
    assert "longest rest" in told["en"]


# ------------------------------------------------------------------ candidates, further


def test_who_misses_more_than_a_little_is_only_counted(cast: Cast) -> None:
    bare = make_worker("Kaal", team=cast.vlinder, function="")
    found = queries.candidates(make_shift(cast.vlinder, function=""), NOW)
    shown = [one.worker_id for one in [*found.eligible, *found.almost]]
    assert bare.pk not in shown  # identity, right to work and conduct: three
    assert found.others >= 1
    assert all(len(one.missing) <= FEW for one in found.almost)


def test_a_full_shift_has_candidates_for_a_place_more(cast: Cast) -> None:
    anna, bram = carers(cast, "Anna", "Bram")
    shift = make_shift(cast.vlinder)
    rosters.assign(worker=anna, shift=shift, **signed())
    assert "Bram" in [one.name for one in queries.candidates(shift, NOW).eligible]
    assert bram.pk


def test_who_asked_is_marked(cast: Cast) -> None:
    (anna,) = carers(cast, "Anna")
    shift = make_shift(cast.vlinder)
    actions.sign_up(worker=anna, shift=shift, **signed())
    marked = {one.name: one.asked for one in queries.candidates(shift, NOW).eligible}
    assert marked["Anna"] == "requested"
    assert {asked for name, asked in marked.items() if name != "Anna"} <= {""}


def test_only_so_many_are_shown_and_the_rest_is_counted(cast: Cast) -> None:
    for number in range(MOST_SHOWN + 5):
        make_worker(f"Zorg {number}", team=cast.vlinder, with_account=False)
    found = queries.candidates(make_shift(cast.vlinder), NOW)
    assert len(found.eligible) == MOST_SHOWN
    assert found.others >= 5


def test_a_substitute_with_a_higher_function_is_a_candidate(cast: Cast) -> None:
    say(cast.fatima, {(MONDAY, DayPart.DAY): Wish.AVAILABLE})
    found = queries.candidates(make_shift(cast.vlinder, function="VIG"), NOW)
    (fatima,) = [one for one in found.eligible if one.name == "Fatima"]
    assert fatima.functions == ("VP6",)
    assert fatima.is_own


def test_a_lower_function_is_no_candidate(cast: Cast) -> None:
    found = queries.candidates(make_night_shift(cast.vlinder, function="VP6"), NOW)
    assert {"Niels", "Sanne"}.isdisjoint(one.name for one in [*found.eligible, *found.almost])
