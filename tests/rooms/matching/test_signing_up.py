"""From sign-up to answer: instant, request, waiting list, withdraw, on behalf, freed places."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factories.demand import make_night_shift
from factories.identity import make_planner, signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.matching import actions, permissions, queries
from rondstroom.rooms.matching.models import Request
from rondstroom.rooms.matching.states import RequestState
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries as assignments

pytestmark = pytest.mark.django_db


@pytest.fixture
def instant(cast: Cast) -> Shift:
    """Give a night at PG Vlinder that is booked at once."""
    return make_night_shift(cast.vlinder, sign_up=SignUp.INSTANT)


@pytest.fixture
def on_request(cast: Cast) -> Shift:
    """Give a night at PG Vlinder that one asks for."""
    return make_night_shift(cast.vlinder)


@pytest.fixture
def bram(cast: Cast) -> Worker:
    """Give another carer of the team."""
    return make_worker("Bram", team=cast.vlinder)


def sign_up(worker: Worker, shift: Shift) -> actions.SignedUp:
    """Sign up now, as oneself."""
    return actions.sign_up(worker=worker, shift=shift, by=worker.account, at=NOW)


def state(request: Request | None) -> str:
    """Give how a request stands in the database."""
    assert request is not None
    return Request.objects.get(pk=request.pk).state


def on(shift: Shift) -> list[str]:
    """Give who works a shift."""
    return [row.worker.name for row in assignments.assignments_of_shifts([shift.pk])[shift.pk]]


def test_instant_book_gives_the_place(cast: Cast, instant: Shift) -> None:
    assert sign_up(cast.niels, instant).outcome == "booked"
    assert on(instant) == ["Niels"]


def test_a_request_waits_for_the_planner_until_its_term(cast: Cast, on_request: Shift) -> None:
    answer = sign_up(cast.niels, on_request)
    assert answer.outcome == "requested"
    assert on(on_request) == []
    assert [one.pk for one in queries.requests_waiting(cast.de_linde.pk)] == [answer.request.pk]
    term = timedelta(hours=cast.de_linde.request_term_hours)
    assert answer.request.answer_due_at == NOW + term


def test_the_term_never_passes_the_start_of_the_shift(cast: Cast, on_request: Shift) -> None:
    at = on_request.starts_at - timedelta(hours=2)
    answer = actions.sign_up(worker=cast.niels, shift=on_request, by=cast.niels.account, at=at)
    assert answer.request.answer_due_at == on_request.starts_at


@pytest.mark.parametrize("which", ["instant", "on_request"])
def test_twice_is_once(cast: Cast, which: str, request: pytest.FixtureRequest) -> None:
    shift = request.getfixturevalue(which)
    assert sign_up(cast.niels, shift) == sign_up(cast.niels, shift)


def test_a_full_shift_refuses_with_alternatives_and_the_waiting_list(
    cast: Cast, instant: Shift, bram: Worker
) -> None:
    other = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=2))
    sign_up(bram, instant)
    with pytest.raises(actions.UnableToSignUp, match="vol") as refused:
        sign_up(cast.niels, instant)
    assert refused.value.code == "matching.full"
    assert refused.value.alternatives == (other.pk,)
    assert "Er is 1 andere dienst die wel kan." in str(refused.value)
    assert refused.value.may_wait


def test_who_may_not_is_told_every_reason_and_may_not_wait(cast: Cast, instant: Shift) -> None:
    with pytest.raises(actions.UnableToSignUp) as refused:
        sign_up(cast.sanne, instant)
    assert [one.rule for one in refused.value.reasons] == ["gate.diploma"]
    assert not refused.value.may_wait


def test_the_waiting_list_is_for_full_shifts(cast: Cast, instant: Shift, bram: Worker) -> None:
    sign_up(bram, instant)
    answer = actions.join_waiting_list(worker=cast.niels, shift=instant, **signed())
    assert answer.outcome == "waiting"
    again = actions.join_waiting_list(worker=cast.niels, shift=instant, **signed())
    assert again == answer
    with pytest.raises(actions.UnableToSignUp, match="diploma"):
        actions.join_waiting_list(worker=cast.sanne, shift=instant, **signed())


def test_joining_the_waiting_list_of_a_free_shift_is_signing_up(cast: Cast, instant: Shift) -> None:
    assert (
        actions.join_waiting_list(worker=cast.niels, shift=instant, **signed()).outcome == "booked"
    )


def test_a_freed_instant_place_goes_to_the_first_who_waits(
    cast: Cast, instant: Shift, bram: Worker
) -> None:
    booked = sign_up(bram, instant).assignment
    chris = make_worker("Chris", team=cast.vlinder)
    for worker, minutes in ((cast.niels, 1), (chris, 2)):
        actions.join_waiting_list(
            worker=worker, shift=instant, by=worker.account, at=NOW + timedelta(minutes=minutes)
        )
    rosters.cancel(assignment=booked, by=cast.pia, at=NOW)
    assert on(instant) == ["Niels"]
    made = journal.entries_about(f"shift:{instant.pk}").filter(event="rosters.assignment.made")
    assert made.last().actor_name == "Rondstroom"
    assert queries.living_request(cast.niels.pk, instant.pk) is None
    waiting = queries.living_request(chris.pk, instant.pk)
    assert waiting is not None
    assert waiting.state == RequestState.WAITING


def test_who_can_no_longer_is_passed_over_and_keeps_waiting(
    cast: Cast, instant: Shift, bram: Worker
) -> None:
    booked = sign_up(bram, instant).assignment
    chris = make_worker("Chris", team=cast.vlinder)
    for worker, minutes in ((cast.niels, 1), (chris, 2)):
        actions.join_waiting_list(
            worker=worker, shift=instant, by=worker.account, at=NOW + timedelta(minutes=minutes)
        )
    rosters.assign(worker=cast.niels, shift=make_night_shift(cast.vlinder), **signed())
    rosters.cancel(assignment=booked, **signed())
    assert on(instant) == ["Chris"]
    assert queries.living_request(cast.niels.pk, instant.pk) is not None


def test_a_freed_request_place_becomes_a_request_to_answer(
    cast: Cast, on_request: Shift, bram: Worker
) -> None:
    made = rosters.assign(worker=bram, shift=on_request, **signed())
    waiting = actions.join_waiting_list(worker=cast.niels, shift=on_request, **signed())
    rosters.cancel(assignment=made, **signed())
    assert state(waiting.request) == RequestState.REQUESTED
    assert on(on_request) == []


def test_accepting_gives_the_place_and_answers_everybody(
    cast: Cast, on_request: Shift, bram: Worker
) -> None:
    first, second = sign_up(cast.niels, on_request), sign_up(bram, on_request)
    actions.accept_request(request=second.request, answer="fijn", by=cast.pia, at=NOW)
    assert on(on_request) == ["Bram"]
    assert state(second.request) == RequestState.ACCEPTED
    told = Request.objects.get(pk=first.request.pk)
    assert told.state == RequestState.DECLINED
    assert told.answer
    assert told.answered_at == NOW


def test_with_places_left_the_others_are_not_declined(cast: Cast, bram: Worker) -> None:
    shift = make_night_shift(cast.vlinder, places=2)
    first, second = sign_up(cast.niels, shift), sign_up(bram, shift)
    actions.accept_request(request=first.request, by=cast.pia, at=NOW)
    assert state(second.request) == RequestState.REQUESTED


def test_accepting_twice_is_once_and_answered_is_answered(
    cast: Cast, on_request: Shift, bram: Worker
) -> None:
    asked = sign_up(cast.niels, on_request).request
    actions.accept_request(request=asked, by=cast.pia, at=NOW)
    actions.accept_request(request=asked, by=cast.pia, at=NOW)
    assert on(on_request) == ["Niels"]
    with pytest.raises(actions.UnableToAnswer, match="al beantwoord"):
        actions.decline_request(request=asked, answer="toch niet", by=cast.pia, at=NOW)


def test_accepting_what_cannot_be_any_more_says_why(cast: Cast, on_request: Shift) -> None:
    asked = sign_up(cast.niels, on_request).request
    rosters.assign(worker=cast.niels, shift=make_night_shift(cast.vlinder), **signed())
    with pytest.raises(actions.UnableToAnswer, match="Werkt dan al"):
        actions.accept_request(request=asked, by=cast.pia, at=NOW)
    assert state(asked) == RequestState.REQUESTED


def test_declining_needs_a_word(cast: Cast, on_request: Shift) -> None:
    asked = sign_up(cast.niels, on_request).request
    with pytest.raises(actions.UnableToAnswer, match="waarom"):
        actions.decline_request(request=asked, answer=" ", by=cast.pia, at=NOW)
    actions.decline_request(request=asked, answer="al iemand", by=cast.pia, at=NOW)
    assert Request.objects.get(pk=asked.pk).answer == "al iemand"


def test_withdrawing(cast: Cast, on_request: Shift) -> None:
    asked = sign_up(cast.niels, on_request).request
    actions.withdraw(request=asked, by=cast.niels.account, at=NOW)
    actions.withdraw(request=asked, by=cast.niels.account, at=NOW)
    assert state(asked) == RequestState.WITHDRAWN
    assert not queries.requests_waiting(cast.de_linde.pk)
    assert sign_up(cast.niels, on_request).request != asked


def test_what_was_answered_cannot_be_withdrawn(cast: Cast, on_request: Shift) -> None:
    asked = sign_up(cast.niels, on_request).request
    actions.accept_request(request=asked, by=cast.pia, at=NOW)
    with pytest.raises(actions.UnableToWithdraw, match="al beantwoord"):
        actions.withdraw(request=asked, by=cast.niels.account, at=NOW)


def test_a_lapsed_shift_answers_all_and_frees_all(cast: Cast, bram: Worker) -> None:
    shift = make_night_shift(cast.vlinder, places=1)
    asked = sign_up(cast.niels, shift).request
    rosters.assign(worker=bram, shift=shift, **signed())
    waiting = actions.join_waiting_list(
        worker=make_worker("Chris", team=cast.vlinder), shift=shift, **signed()
    ).request
    demand.cancel_shift(shift=shift, reason="client opgenomen", **signed())
    assert on(shift) == []
    for request in (asked, waiting):
        row = Request.objects.get(pk=request.pk)
        assert row.state == RequestState.DECLINED
        assert "client opgenomen" in row.answer


def test_on_behalf_a_planner_books_whom_the_rules_allow(cast: Cast, instant: Shift) -> None:
    asked = sign_up(cast.niels, make_night_shift(cast.vlinder)).request
    shift = asked.shift
    actions.book_on_behalf(worker=cast.niels, shift=shift, by=cast.pia, at=NOW)
    assert on(shift) == ["Niels"]
    assert state(asked) == RequestState.ACCEPTED


def test_on_behalf_a_wish_is_set_aside_only_with_a_reason_that_is_kept(cast: Cast) -> None:
    shift = make_night_shift(cast.wijkteam)
    with pytest.raises(actions.UnableToSignUp, match="willen werken"):
        actions.book_on_behalf(worker=cast.niels, shift=shift, by=cast.bas, at=NOW)
    actions.book_on_behalf(
        worker=cast.niels, shift=shift, by=cast.bas, at=NOW, override_reason="afgesproken"
    )
    (kept,) = assignments.assignments_of_shifts([shift.pk])[shift.pk][0].reasons
    assert kept == {"override": "afgesproken", "rules": ["matching.not-willing"]}
    assert journal.entries_about(f"shift:{shift.pk}").filter(
        event="rosters.assignment.made", actor_id=cast.bas.pk
    )


def test_on_behalf_a_full_shift_stays_full(cast: Cast, instant: Shift, bram: Worker) -> None:
    sign_up(bram, instant)
    with pytest.raises(actions.UnableToSignUp, match="vol"):
        actions.book_on_behalf(
            worker=cast.niels, shift=instant, by=cast.pia, at=NOW, override_reason="het moet"
        )
    assert on(instant) == ["Bram"]


def test_a_worker_cancels_until_the_term_and_then_calls(cast: Cast, instant: Shift) -> None:
    cast.de_linde.phone = "026 123 45 67"
    cast.de_linde.save()
    booked = sign_up(cast.niels, instant).assignment
    term = instant.starts_at - timedelta(hours=cast.de_linde.cancel_term_hours)
    with pytest.raises(rosters.UnableToCancel, match="026 123 45 67"):
        rosters.cancel(assignment=booked, by=cast.niels.account, at=term + timedelta(minutes=1))
    assert on(instant) == ["Niels"]
    rosters.cancel(assignment=booked, by=cast.niels.account, at=term)
    assert on(instant) == []


def test_a_planner_cancels_always_another_never(cast: Cast, instant: Shift) -> None:
    booked = sign_up(cast.niels, instant).assignment
    for stranger in (cast.bas, cast.otto, cast.coen, cast.sanne.account):
        with pytest.raises(rosters.UnableToCancel):
            rosters.cancel(assignment=booked, by=stranger, at=NOW)
    rosters.cancel(assignment=booked, by=cast.pia, at=instant.starts_at)
    rosters.cancel(assignment=booked, by=cast.pia, at=instant.starts_at)
    assert on(instant) == []


def test_after_cancelling_one_may_sign_up_again(cast: Cast, instant: Shift) -> None:
    booked = sign_up(cast.niels, instant).assignment
    rosters.cancel(assignment=booked, by=cast.pia, at=NOW)
    assert sign_up(cast.niels, instant).assignment != booked


def test_who_may_sign_up_and_answer(cast: Cast) -> None:
    assert permissions.may_sign_up(cast.niels.account, cast.niels.pk)
    assert not permissions.may_sign_up(cast.pia, cast.niels.pk)
    assert permissions.may_answer(cast.pia, cast.de_linde.pk)
    for account in (cast.bas, cast.coen, cast.petra, cast.otto):
        assert not permissions.may_answer(account, cast.de_linde.pk)
    assert permissions.may_answer(make_planner(cast.molenpoort, "Piet"), cast.molenpoort.pk)
