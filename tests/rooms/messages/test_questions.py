"""A question has a term, a thread, and an end when somebody else answers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factories.identity import make_account
from factories.moments import NOW
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.messages import actions, permissions, queries
from rondstroom.rooms.messages.models import Question

pytestmark = pytest.mark.django_db


def ask(by: Account, text: str = "Is er parkeerplek?", **fields: object) -> Question:
    asked = {"subject": "shift:7", "organisation_id": 1, "text": text, "by": by, "at": NOW}
    return actions.ask(**{**asked, **fields})  # type: ignore[arg-type]


def test_a_question_waits_a_day_at_most_and_until_the_shift_at_latest() -> None:
    niels = make_account("Niels")
    assert ask(niels).answer_by == NOW + timedelta(hours=24)
    soon = ask(niels, "Nu?", answer_by=NOW + timedelta(hours=3))
    assert soon.answer_by == NOW + timedelta(hours=3)
    assert next(iter(queries.questions_waiting([1]))).pk == soon.pk
    assert not queries.questions_waiting([2]).exists()


def test_the_same_question_twice_is_one() -> None:
    niels = make_account("Niels")
    assert ask(niels).pk == ask(niels).pk
    assert permissions.is_asker(niels, ask(niels))
    assert not permissions.is_asker(make_account("Pia"), ask(niels))


@pytest.mark.parametrize(("text", "code"), [("  ", "empty"), ("x" * 601, "too-long")])
def test_a_question_needs_words_that_fit(text: str, code: str) -> None:
    with pytest.raises(actions.UnableToAsk) as refused:
        ask(make_account("Niels"), text)
    assert refused.value.code == code


def test_an_answer_of_somebody_else_ends_the_waiting() -> None:
    niels, pia = make_account("Niels"), make_account("Pia")
    asked = ask(niels)
    actions.reply(question=asked, text="Ja, achter.", by=pia, at=NOW)
    actions.reply(question=asked, text="Ja, achter.", by=pia, at=NOW)
    again = queries.question(asked.pk)
    assert again is not None
    assert [one.text for one in again.replies.all()] == ["Ja, achter."]
    assert not queries.questions_waiting([1]).exists()


def test_asking_on_opens_it_again() -> None:
    niels, pia = make_account("Niels"), make_account("Pia")
    asked = ask(niels)
    actions.reply(question=asked, text="Ja.", by=pia, at=NOW)
    actions.reply(question=asked, text="Gratis?", by=niels, at=NOW + timedelta(hours=1))
    [waiting] = queries.questions_waiting([1])
    assert waiting.answer_by == NOW + timedelta(hours=25)
    with pytest.raises(actions.UnableToAsk):
        actions.reply(question=asked, text="", by=pia, at=NOW)


def test_a_page_of_threads_asks_twice(django_assert_num_queries: object) -> None:
    for number in range(5):
        ask(make_account(f"Zorg {number}"), f"Vraag {number}")
    with django_assert_num_queries(2):  # type: ignore[operator]
        assert len(list(queries.questions_about("shift:7"))) == 5
