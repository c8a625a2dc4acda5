"""Somebody asks about a shift; planner or team answers in the thread."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.messages.models import Question, Reply

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

_TERM = timedelta(hours=24)


class UnableToAsk(journal.UnableToAct):
    """There is no text, or too much of it."""


@transaction.atomic
def ask(
    *,
    subject: str,
    organisation_id: int,
    text: str,
    answer_by: datetime | None = None,
    by: Account,
    at: datetime,
) -> Question:
    """Ask something about a thing; it is due within a day, or sooner when so given.

    The same question twice is one. Journal: `messages.question.asked`, without the words; who
    hears of it, the rooms above say.
    """
    words = _checked(text)
    known = Question.objects.filter(subject=subject, asked_by=by, text=words).first()
    if known is not None:
        return known
    asked = Question(
        subject=subject,
        organisation_id=organisation_id,
        asked_by=by,
        text=words,
        asked_at=at,
        answer_by=min(answer_by or at + _TERM, at + _TERM),
    )
    journal.check_lengths(asked, UnableToAsk)
    asked.save()
    _write_down("messages.question.asked", asked, by, at)
    return asked


@transaction.atomic
def reply(*, question: Question, text: str, by: Account, at: datetime) -> Reply:
    """Write in the thread of a question; a word of somebody else than the asker answers it.

    Journal: `messages.question.answered` or, by the asker, `messages.question.continued`.
    """
    row = Question.objects.select_for_update().get(pk=question.pk)
    answer = Reply(question=row, author=by, text=_checked(text), written_at=at)
    journal.check_lengths(answer, UnableToAsk)
    known = row.replies.filter(author=by, text=answer.text).first()
    if known is not None:
        return known
    answer.save()
    is_own = by.pk == row.asked_by_id
    if is_own and row.answered_at is not None:
        row.answer_by = at + _TERM  # a word added to what still waits does not wait longer for it
    row.answered_at = None if is_own else (row.answered_at or at)
    row.save(update_fields=["answered_at", "answer_by"])
    happened = "messages.question.continued" if is_own else "messages.question.answered"
    _write_down(happened, row, by, at)
    return answer


def _checked(text: str) -> str:
    words = text.strip()
    if not words:
        raise UnableToAsk(_("Er staat nog niets. Schrijf je vraag of je antwoord op."), "empty")
    return words


def _write_down(event: str, row: Question, by: Account, at: datetime) -> None:
    journal.record(
        event=event,
        by=by,
        at=at,
        subject=row.subject,
        organisation_id=row.organisation_id,
        question_id=row.pk,
    )
