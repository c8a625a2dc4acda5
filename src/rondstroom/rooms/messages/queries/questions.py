"""Questions about things, and their answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Prefetch, QuerySet

from rondstroom.rooms.messages.models import Question, Reply

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


def _all() -> QuerySet[Question]:
    replies = Reply.objects.select_related("author").order_by("written_at", "pk")
    return Question.objects.select_related("asked_by").prefetch_related(
        Prefetch("replies", queryset=replies)
    )


def question(question_id: int) -> Question | None:
    """Give one question with its answers."""
    return _all().filter(pk=question_id).first()


def questions_of(account: Account) -> QuerySet[Question]:
    """Give what an account asked, with the answers, newest first."""
    return _all().filter(asked_by=account).order_by("-asked_at", "-pk")


def questions_answered(organisation_ids: Iterable[int], since: datetime) -> QuerySet[Question]:
    """Give what organisations answered since a moment, the latest first."""
    done = _all().filter(organisation_id__in=list(organisation_ids), answered_at__gte=since)
    return done.order_by("-answered_at", "-pk")


def questions_about(subject: str) -> QuerySet[Question]:
    """Give what was asked about one thing, with the answers, oldest first."""
    return _all().filter(subject=subject).order_by("asked_at", "pk")


def questions_waiting(organisation_ids: Iterable[int]) -> QuerySet[Question]:
    """Give what organisations still have to answer, the first due first."""
    waiting = _all().filter(organisation_id__in=list(organisation_ids), answered_at__isnull=True)
    return waiting.order_by("answer_by", "pk")
