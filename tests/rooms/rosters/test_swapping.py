"""Swapping and handing over: both sides judged, both assignments or none, everybody told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from factories.demand import make_shift
from factories.identity import make_planner, signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.messages.models import Message
from rondstroom.rooms.organisations import actions as organisations
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.models import Assignment, Swap
from rondstroom.rooms.rosters.states import SWAP_TRANSITIONS, AssignmentState, SwapState

LATER, LATEST = MONDAY + timedelta(days=7), MONDAY + timedelta(days=9)


@pytest.fixture
def anna(cast: Cast) -> Worker:
    return make_worker("Anna", team=cast.vlinder)


@pytest.fixture
def bram(cast: Cast) -> Worker:
    return make_worker("Bram", team=cast.vlinder)


@pytest.fixture
def given(cast: Cast, anna: Worker) -> Assignment:
    """A day shift of Anna."""
    return on(anna, make_shift(cast.vlinder, day=LATER))


@pytest.fixture
def back(cast: Cast, bram: Worker) -> Assignment:
    """A day shift of Bram, two days on."""
    return on(bram, make_shift(cast.vlinder, day=LATEST))


@pytest.fixture
def among_themselves(cast: Cast) -> None:
    """At PG Vlinder colleagues arrange it without a planner."""
    organisations.set_swap_rule(team=cast.vlinder, needs_approval=False, **signed())


def on(worker: Worker, shift: Any) -> Assignment:
    made = actions.assign(worker=worker, shift=shift, **signed())
    Message.objects.all().delete()
    found = queries.assignment(made.pk)
    assert found is not None
    return found


def by(worker: Worker) -> dict[str, Any]:
    return {"by": worker.account, "at": NOW}


def working(shift_id: int) -> list[str]:
    return [one.worker.name for one in queries.assignments_of_shifts([shift_id])[shift_id]]


def told(account: Account | None) -> list[str]:
    assert account is not None
    return [one.title for one in Message.objects.filter(account=account).order_by("pk")]


@pytest.mark.usefixtures("among_themselves")
def test_a_swap_among_colleagues_moves_both(
    anna: Worker, bram: Worker, given: Assignment, back: Assignment
) -> None:
    asked = actions.ask_swap(assignment=given, in_return=back, note="Fijn?", **by(anna))
    assert actions.ask_swap(assignment=given, **by(anna)).pk == asked.pk, "the same twice is one"
    assert (working(given.shift_id), told(bram.account)) == (["Anna"], ["Anna wil met je ruilen"])
    done = actions.accept_swap(swap=asked, taker=bram, **by(bram))
    assert done.state == SwapState.DONE
    assert (working(given.shift_id), working(back.shift_id)) == (["Bram"], ["Anna"])
    assert told(anna.account) == ["Geregeld: Bram neemt een dienst over van Anna"]
    assert actions.accept_swap(swap=asked, taker=bram, **by(bram)).pk == asked.pk
    events = [line.event for line in journal.entries_about(f"shift:{given.shift_id}")]
    assert events.count("rosters.assignment.handed-over") == 1
    assert not Message.objects.filter(answer_by__isnull=False, answered_at=None).exists()


def test_where_the_team_wants_it_a_planner_agrees_first(
    cast: Cast, anna: Worker, bram: Worker, given: Assignment
) -> None:
    """Complaint 21, and WhatsApp beside it: nobody knew which roster holds."""
    asked = actions.ask_swap(assignment=given, wanted=bram, **by(anna))
    agreed = actions.accept_swap(swap=asked, taker=bram, **by(bram))
    assert (agreed.state, working(given.shift_id)) == (SwapState.ACCEPTED, ["Anna"])
    assert queries.to_approve(agreed) == [cast.de_linde.pk]
    assert told(cast.pia)[0].startswith("Ruil wacht op akkoord")
    with pytest.raises(actions.UnableToSwap, match="rooster jij niet"):
        actions.approve_swap(swap=asked, by=cast.bas, at=NOW)
    assert actions.approve_swap(swap=asked, by=cast.pia, at=NOW).state == SwapState.DONE
    assert working(given.shift_id) == ["Bram"]
    assert actions.approve_swap(swap=asked, by=cast.pia, at=NOW).state == SwapState.DONE


def test_two_organisations_of_the_pool_both_agree(
    cast: Cast, anna: Worker, given: Assignment
) -> None:
    sam = make_worker("Sam", team=cast.wijkteam, willing_for=[cast.de_linde], home_pc4="6811")
    theirs = on(sam, make_shift(cast.wijkteam, day=LATEST))
    with pytest.raises(actions.UnableToSwap) as refused:
        actions.ask_swap(assignment=theirs, wanted=anna, **by(sam))
    assert refused.value.code == "reach", "Anna did not say to want to work there"
    assert queries.is_within_reach(sam, given.shift)
    asked = actions.ask_swap(assignment=given, in_return=theirs, **by(anna))
    actions.accept_swap(swap=asked, taker=sam, **by(sam))
    assert queries.organisations_in(asked) == sorted([cast.de_linde.pk, cast.molenpoort.pk])
    half = actions.approve_swap(swap=asked, by=cast.bas, at=NOW)
    assert half.state == SwapState.ACCEPTED
    assert actions.approve_swap(swap=asked, by=cast.pia, at=NOW).state == SwapState.DONE
    assert (working(given.shift_id), working(theirs.shift_id)) == (["Sam"], ["Anna"])


@pytest.mark.usefixtures("among_themselves")
def test_offered_to_anyone_the_first_who_may_gets_it(
    cast: Cast, anna: Worker, bram: Worker, given: Assignment
) -> None:
    asked = actions.ask_swap(assignment=given, **by(anna))
    assert told(bram.account) == ["Te ruilen: ma 30 november 07:00 – 15:30"]
    assert told(cast.sanne.account) == [], "never told of what one may not do"
    assert queries.swaps_for_anyone(bram, NOW) == [asked]
    assert queries.swaps_for_anyone(anna, NOW) == []
    assert queries.swaps_for_anyone(cast.ruud, NOW) == [asked]
    actions.accept_swap(swap=asked, taker=bram, **by(bram))
    with pytest.raises(actions.UnableToSwap) as late:
        actions.accept_swap(swap=asked, taker=cast.fatima, **by(cast.fatima))
    assert late.value.code == "state"
    assert working(given.shift_id) == ["Bram"]


@pytest.mark.usefixtures("among_themselves")
def test_anyone_offers_a_shift_back_and_the_asker_decides(
    anna: Worker, bram: Worker, given: Assignment, back: Assignment
) -> None:
    asked = actions.ask_swap(assignment=given, wants_return=True, **by(anna))
    with pytest.raises(actions.UnableToSwap, match="Kies welke dienst"):
        actions.accept_swap(swap=asked, taker=bram, **by(bram))
    offered = actions.accept_swap(swap=asked, taker=bram, in_return=back, **by(bram))
    assert (offered.state, working(given.shift_id)) == (SwapState.OFFERED, ["Anna"])
    with pytest.raises(actions.UnableToSwap, match="ander antwoord"):
        actions.accept_swap(swap=offered, taker=bram, **by(bram))
    assert actions.accept_swap(swap=offered, taker=anna, **by(anna)).state == SwapState.DONE
    assert (working(given.shift_id), working(back.shift_id)) == (["Bram"], ["Anna"])


@pytest.mark.usefixtures("among_themselves")
def test_rules_run_on_both_sides_and_nothing_moves_when_one_fails(
    cast: Cast, anna: Worker, bram: Worker, given: Assignment, back: Assignment
) -> None:
    on(bram, make_shift(cast.vlinder, day=LATER - timedelta(days=1), start="15:00", end="23:30"))
    with pytest.raises(actions.UnableToSwap) as refused:
        actions.ask_swap(assignment=given, in_return=back, **by(anna))
    assert refused.value.code == "rules"
    assert str(refused.value).startswith("Bram kan de dienst van ma 30 november 07:00")
    assert (working(given.shift_id), working(back.shift_id)) == (["Anna"], ["Bram"])
    assert not Swap.objects.exists()
    with pytest.raises(actions.UnableToSwap, match="Sanne kan de dienst"):
        actions.exchange(assignment=given, taker=cast.sanne, by=cast.pia, at=NOW)
    assert given.state == Assignment.objects.get(pk=given.pk).state == AssignmentState.CONFIRMED


def test_after_the_term_the_phone_number_and_a_planner_can(
    cast: Cast, anna: Worker, bram: Worker, given: Assignment
) -> None:
    cast.de_linde.phone = "026 000 01 01"
    cast.de_linde.save()
    row = queries.assignment(given.pk)
    assert row is not None
    late = queries.cancel_until(row) + timedelta(minutes=1)
    with pytest.raises(actions.UnableToSwap) as refused:
        actions.ask_swap(assignment=row, by=anna.account, at=late)
    assert "Bel De Linde: 026 000 01 01." in str(refused.value)
    [made] = actions.exchange(assignment=row, taker=bram, by=cast.pia, at=late)
    assert (made.worker, working(given.shift_id)) == (bram, ["Bram"])
    assert told(bram.account) == ["Je staat ingeroosterd: ma 30 november 07:00 – 15:30"]


def test_only_who_plans_both_exchanges_for_others(
    cast: Cast, bram: Worker, given: Assignment
) -> None:
    for who in (cast.bas, cast.otto, bram.account):
        assert who is not None
        with pytest.raises(actions.UnableToSwap) as refused:
            actions.exchange(assignment=given, taker=bram, by=who, at=NOW)
        assert refused.value.code == "permission"


@pytest.mark.parametrize(
    ("who", "state"), [("anna", "withdrawn"), ("bram", "refused"), ("pia", "declined")]
)
def test_everybody_concerned_may_say_no(
    who: str, state: str, cast: Cast, anna: Worker, bram: Worker, given: Assignment
) -> None:
    asked = actions.ask_swap(assignment=given, wanted=bram, **by(anna))
    accounts = {"anna": anna.account, "bram": bram.account, "pia": cast.pia}
    ended = actions.end_swap(swap=asked, answer="Nee", by=accounts[who], at=NOW)  # type: ignore[arg-type]
    assert ended.state == state
    assert actions.end_swap(swap=asked, by=accounts[who], at=NOW).state == state  # type: ignore[arg-type]
    assert working(given.shift_id) == ["Anna"]
    assert queries.living_swap(given.pk) is None
    with pytest.raises(actions.UnableToSwap):
        actions.accept_swap(swap=asked, taker=bram, **by(bram))


def test_a_stranger_answers_nothing(
    cast: Cast, anna: Worker, bram: Worker, given: Assignment
) -> None:
    asked = actions.ask_swap(assignment=given, wanted=bram, **by(anna))
    with pytest.raises(actions.UnableToSwap, match="wie gevraagd is"):
        actions.end_swap(swap=asked, by=cast.bas, at=NOW)
    with pytest.raises(actions.UnableToSwap):
        actions.accept_swap(swap=asked, taker=cast.fatima, **by(cast.fatima))
    with pytest.raises(actions.UnableToSwap, match="wie gevraagd is"):
        actions.accept_swap(swap=asked, taker=bram, by=cast.otto, at=NOW)
    on_behalf = actions.accept_swap(swap=asked, taker=bram, by=cast.pia, at=NOW)
    assert on_behalf.state == SwapState.DONE, "who plans agrees with it at once"


def test_what_nobody_answers_lapses_and_so_does_what_changed(
    cast: Cast, anna: Worker, bram: Worker, given: Assignment, back: Assignment
) -> None:
    asked = actions.ask_swap(assignment=given, wanted=bram, **by(anna))
    assert asked.answer_by == NOW + timedelta(hours=48)
    assert actions.lapse_swaps(at=NOW, by=signed()["by"]) == 0
    assert actions.lapse_swaps(at=asked.answer_by, by=signed()["by"]) == 1
    assert actions.lapse_swaps(at=asked.answer_by, by=signed()["by"]) == 0
    again = actions.ask_swap(assignment=given, in_return=back, **by(anna))
    actions.cancel(assignment=back, by=cast.pia, at=NOW)
    assert queries.swapped(again.pk).state == SwapState.LAPSED
    assert [one.pk for one in queries.swaps_of(bram)] == [again.pk, asked.pk]


def test_lists_for_desks_hold_what_lives(
    cast: Cast, anna: Worker, bram: Worker, given: Assignment, back: Assignment
) -> None:
    assert queries.swappable_with(given, NOW) == [back]
    asked = actions.ask_swap(assignment=given, wanted=bram, **by(anna))
    assert queries.swap(asked.pk) == asked
    assert list(queries.swaps_at([cast.de_linde.pk])) == [asked]
    assert not queries.swaps_at([cast.molenpoort.pk]).exists()
    other = make_planner(cast.zonder_pool, "Zoe")
    assert not told(other)


def test_what_is_over_leads_nowhere() -> None:
    ends = [state for state, following in SWAP_TRANSITIONS.items() if not following]
    assert {"done", "refused", "withdrawn", "declined", "lapsed"} == set(ends)
