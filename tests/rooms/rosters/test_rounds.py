"""Self-rostering: opened by a planner, wished within rules, completed fairly by the engine."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.messages.models import Message
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.actions.plan import preferences, problem, question
from rondstroom.rooms.rosters.models import PlanningRun, Round
from rondstroom.rooms.rosters.states import ROUND_TRANSITIONS, RoundState

FIRST = MONDAY + timedelta(days=14)
UNTIL = NOW + timedelta(days=7)


@pytest.fixture
def anna(cast: Cast) -> Worker:
    return make_worker("Anna", team=cast.vlinder)


@pytest.fixture
def bram(cast: Cast) -> Worker:
    return make_worker("Bram", team=cast.vlinder)


@pytest.fixture
def evening(cast: Cast) -> Shift:
    return make_shift(cast.vlinder, day=FIRST, start="15:00", end="23:00")


@pytest.fixture
def round_(cast: Cast, evening: Shift) -> Round:
    return opened(cast)


def opened(cast: Cast, **fields: Any) -> Round:
    asked = {
        "team": cast.vlinder,
        "starts_on": FIRST,
        "ends_on": FIRST + timedelta(days=13),
        "wishes_until": UNTIL,
        "by": cast.pia,
        "at": NOW,
    }
    return actions.open_round(**{**asked, **fields})


def wish(round_: Round, worker: Worker, shift: Shift, at: Any = NOW) -> None:
    assert worker.account is not None
    actions.wish_for(round_=round_, worker=worker, shift=shift, by=worker.account, at=at)


def test_the_team_hears_of_a_round_and_nobody_else(cast: Cast, anna: Worker, round_: Round) -> None:
    told = Message.objects.filter(subject=f"round:{round_.pk}")
    names = {one.account.name for one in told.select_related("account")}
    assert names == {"Anna", "Niels", "Sanne", "Fatima"}
    assert {one.answer_by for one in told} == {UNTIL}
    assert list(queries.rounds_for(anna, MONDAY)) == [round_]
    assert list(queries.rounds_for(cast.ruud, MONDAY)) == []
    assert list(queries.rounds_of_teams([cast.vlinder.pk])) == [round_]
    assert queries.round_(round_.pk) == round_


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"ends_on": FIRST - timedelta(days=1)}, "days"),
        ({"ends_on": FIRST + timedelta(days=42)}, "days"),
        ({"wishes_until": NOW}, "term"),
        ({"wishes_until": NOW + timedelta(days=30)}, "term"),
        ({"starts_on": FIRST + timedelta(days=7)}, "empty"),
    ],
)
def test_a_round_that_cannot_be_is_refused(
    cast: Cast, evening: Shift, fields: dict[str, Any], code: str
) -> None:
    with pytest.raises(actions.UnableToRound) as refused:
        opened(cast, **fields)
    assert refused.value.code == code


def test_a_team_has_one_round_from_a_day(cast: Cast, round_: Round) -> None:
    with pytest.raises(actions.UnableToRound, match="al een ronde"):
        opened(cast)


def test_wishes_fill_the_cover_for_all_to_see(
    anna: Worker, bram: Worker, round_: Round, evening: Shift
) -> None:
    wish(round_, anna, evening)
    wish(round_, anna, evening)
    [mine] = queries.cover_of_round(round_, anna.pk)
    assert (mine.wished, mine.free, mine.is_mine, mine.is_crowded) == (1, 1, True, False)
    wish(round_, bram, evening)
    [mine] = queries.cover_of_round(round_)
    assert (mine.wished, mine.is_mine, mine.is_crowded) == (2, False, True)
    assert queries.who_wishes(round_) == {evening.pk: ["Anna", "Bram"]}
    account = anna.account
    assert account is not None
    for _twice in range(2):
        actions.take_back_wish(round_=round_, worker=anna, shift=evening, by=account, at=NOW)
    assert queries.who_wishes(round_) == {evening.pk: ["Bram"]}
    events = Counter(Entry.objects.values_list("event", flat=True))
    assert (events["rosters.round.wished"], events["rosters.round.unwished"]) == (2, 1)


def test_rules_run_on_wishes_together(cast: Cast, anna: Worker, round_: Round) -> None:
    early = make_shift(cast.vlinder, day=FIRST + timedelta(days=1))
    night = make_night_shift(cast.vlinder, day=FIRST)
    same = make_shift(cast.vlinder, day=FIRST + timedelta(days=1), start="12:00", end="16:00")
    wish(round_, anna, early)
    with pytest.raises(actions.UnableToRound) as clash:
        wish(round_, anna, same)
    assert clash.value.code == "clash"
    assert "Je wilt ook al di 8 december 07:00" in str(clash.value)
    with pytest.raises(actions.UnableToRound) as law:
        wish(round_, anna, night)
    assert law.value.code in {"law", "clash"}
    with pytest.raises(actions.UnableToRound) as gate:
        wish(round_, cast.sanne, early)
    assert gate.value.code == "rules"


def test_only_the_team_wishes_only_in_the_round_and_only_in_time(
    cast: Cast, anna: Worker, round_: Round, evening: Shift
) -> None:
    for worker, shift in (
        (cast.ruud, evening),
        (anna, make_shift(cast.wijkteam, day=FIRST)),
        (anna, make_shift(cast.vlinder, day=MONDAY)),
    ):
        with pytest.raises(actions.UnableToRound) as refused:
            wish(round_, worker, shift)
        assert refused.value.code == "team"
    with pytest.raises(actions.UnableToRound) as late:
        wish(round_, anna, evening, at=UNTIL)
    assert late.value.code == "closed"
    assert not queries.is_open(round_, UNTIL)


def test_the_engine_honours_wishes_and_shares_fairly(
    cast: Cast, anna: Worker, bram: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    evenings = [
        make_shift(cast.vlinder, day=FIRST + timedelta(days=day), start="15:00", end="23:00")
        for day in (0, 2, 7, 9)
    ]
    row = opened(cast)
    for shift in evenings:
        wish(row, anna, shift)
    wish(row, bram, evenings[0])
    done = actions.complete_round(round_=row, by=cast.pia, at=NOW)
    assert done.state == RoundState.CLOSED
    with pytest.raises(actions.UnableToRound):
        wish(row, bram, evenings[1])
    run = PlanningRun.objects.get(pk=done.run_id)
    if run.state == "queued":
        run = actions.perform_plan(run.pk)
    assert run.state == "proposed", run.failure
    given = Counter(line.worker.name for line in queries.lines_of(run.pk))
    assert sum(given.values()) == 4
    assert given["Anna"] >= 2, "who wished is heard"
    assert set(given) <= {"Anna", "Bram", "Fatima"}


def test_a_closed_round_goes_nowhere_but_may_be_completed_again() -> None:
    assert ROUND_TRANSITIONS[RoundState.OPEN] == {RoundState.CLOSED}
    assert not ROUND_TRANSITIONS[RoundState.CLOSED]


def test_signs_and_journal(cast: Cast, round_: Round) -> None:
    assert Entry.objects.filter(event="rosters.round.opened").get().data["round_id"] == round_.pk
    assert signed()["at"] == NOW


def test_in_the_problem_a_wish_has_a_price_and_unsocial_work_a_share(
    cast: Cast, anna: Worker, round_: Round, evening: Shift, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    wish(round_, anna, evening)
    done = actions.complete_round(round_=round_, by=cast.pia, at=NOW)
    run = PlanningRun.objects.get(pk=done.run_id)
    asked = problem.asked(question.load(run, NOW), "ronde").problem
    person = next(one for one in asked.workers if one.id == str(anna.pk))
    assert [(one.day, one.weight) for one in person.requests if one.is_on] == [
        (0, preferences.WISHED)
    ]
    assert person.unsocial is not None
    assert person.unsocial.over_weight == preferences.UNSOCIAL_PER_MINUTE
    run.ends_on = run.ends_on + timedelta(days=1)
    other = problem.asked(question.load(run, NOW), "geen ronde").problem
    assert all(one.unsocial is None for one in other.workers), "other days are no round"
