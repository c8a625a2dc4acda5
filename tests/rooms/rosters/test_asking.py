"""Questions about a shift: planner and team hear of them, the asker of every answer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factories.demand import make_night_shift
from factories.identity import make_account, make_role, signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.messages import actions as messages
from rondstroom.rooms.messages import queries as threads
from rondstroom.rooms.messages.models import Message, Question
from rondstroom.rooms.rosters import actions, permissions, queries


@pytest.fixture
def shift(cast: Cast) -> Shift:
    """A night at De Linde on which Niels of the team works."""
    night = make_night_shift(cast.vlinder, places=2)
    actions.assign(worker=cast.niels, shift=night, **signed())
    Message.objects.all().delete()
    return night


@pytest.fixture
def asked(cast: Cast, shift: Shift) -> Question:
    """Fatima of another house asks something."""
    assert cast.fatima.account is not None
    return actions.ask_about(shift=shift, text="Waar parkeer ik?", by=cast.fatima.account, at=NOW)


def told(asked: Question) -> set[tuple[str, str]]:
    rows = Message.objects.filter(subject=f"question:{asked.pk}")
    return {(one.account.name, one.audience) for one in rows.select_related("account")}


def test_planner_and_team_hear_of_a_question_and_nobody_else(asked: Question) -> None:
    assert told(asked) == {("Pia", "planner"), ("Niels", "worker")}
    waiting = Message.objects.get(audience="planner")
    assert waiting.answer_by == asked.answer_by
    assert waiting.text.startswith("Fatima vraagt: Waar parkeer ik? Antwoord vóór")


def test_where_nobody_plans_the_administrator_hears_of_it(cast: Cast) -> None:
    night = make_night_shift(cast.elsewhere)
    make_role(make_account("Ada"), RoleKind.ADMINISTRATOR, cast.zonder_pool)
    asked = actions.ask_about(shift=night, text="Ja?", by=cast.otto, at=NOW)
    assert told(asked) == {("Ada", "planner")}


def test_an_answer_reaches_the_asker_and_ends_the_waiting(asked: Question, cast: Cast) -> None:
    assert cast.niels.account is not None
    messages.reply(question=asked, text="Achter het huis.", by=cast.niels.account, at=NOW)
    assert ("Fatima", "worker") in told(asked)
    assert not Message.objects.filter(answered_at=None, answer_by__isnull=False).exists()
    assert not threads.questions_waiting([cast.de_linde.pk]).exists()
    [done] = threads.questions_answered([cast.de_linde.pk], NOW - timedelta(days=1))
    assert done.pk == asked.pk
    assert list(threads.questions_of(asked.asked_by)) == [asked]


def test_asking_on_is_told_again_but_a_word_more_is_not(asked: Question, cast: Cast) -> None:
    due = asked.answer_by
    later = NOW + timedelta(hours=1)
    messages.reply(question=asked, text="Met de auto.", by=asked.asked_by, at=later)
    asked.refresh_from_db()
    assert asked.answer_by == due, "a word more does not wait longer"
    assert Message.objects.filter(audience="planner").count() == 1
    messages.reply(question=asked, text="Achter.", by=cast.pia, at=later)
    messages.reply(question=asked, text="Gratis?", by=asked.asked_by, at=later)
    assert Message.objects.filter(audience="planner").count() == 2


def test_a_question_is_due_before_the_shift_begins(cast: Cast, shift: Shift) -> None:
    late = shift.starts_at - timedelta(hours=2)
    asked = actions.ask_about(shift=shift, text="Nu?", by=cast.otto, at=late)
    assert asked.answer_by == shift.starts_at
    during = actions.ask_about(shift=shift, text="Wie?", by=cast.otto, at=shift.starts_at)
    assert during.answer_by > shift.starts_at


def test_what_is_over_or_lapsed_takes_no_questions(cast: Cast, shift: Shift) -> None:
    with pytest.raises(messages.UnableToAsk) as refused:
        actions.ask_about(shift=shift, text="Nog?", by=cast.otto, at=shift.ends_at)
    assert "voorbij of vervallen" in str(refused.value)
    demand.cancel_shift(shift=shift, reason="dicht", **signed())
    shift.refresh_from_db()
    with pytest.raises(messages.UnableToAsk):
        actions.ask_about(shift=shift, text="Nog?", by=cast.otto, at=NOW)


def test_asker_planner_and_team_join_a_thread_and_others_do_not(
    asked: Question, cast: Cast
) -> None:
    may = [
        name
        for name, account in {
            "fatima": cast.fatima.account,
            "pia": cast.pia,
            "niels": cast.niels.account,
            "sanne": cast.sanne.account,
            "bas": cast.bas,
            "ruud": cast.ruud.account,
            "otto": cast.otto,
        }.items()
        if account is not None and permissions.may_join_question(account, asked, MONDAY)
    ]
    assert may == ["fatima", "pia", "niels", "sanne"]


def test_a_worker_reads_the_own_questions_and_those_to_the_team(
    asked: Question, shift: Shift, cast: Cast
) -> None:
    assert queries.questions_on(shift, cast.niels, MONDAY) == [asked]
    assert queries.questions_on(shift, cast.ruud, MONDAY) == []
    assert [one for one, _ in queries.questions_for_team_of(cast.sanne, MONDAY)] == [asked]
    assert queries.questions_for_team_of(cast.ruud, MONDAY) == []
    assert queries.questions_for_team_of(make_worker("Los"), MONDAY) == []
    assert queries.threads([asked]) == [(asked, shift)]
    assert queries.shift_asked_about(asked) == shift
    assert not queries.is_of_team(cast.ruud, shift, MONDAY)
