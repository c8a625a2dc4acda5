"""Telling how a deployment was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.rosters.models import Assignment, Evaluated, Evaluation
from rondstroom.rooms.rosters.queries.evaluating import may_still_tell, month_of
from rondstroom.rooms.rosters.states import EVALUATION_QUESTIONS, EvaluationSide, Felt

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


class UnableToEvaluate(journal.UnableToAct):
    """It is not over, too long ago, told already, or not every question was answered."""


@transaction.atomic
def evaluate(
    *,
    assignment: Assignment,
    side: EvaluationSide,
    answers: Mapping[str, str],
    by: Account,
    at: datetime,
) -> None:
    """Tell how a deployment was; what was said is kept with the place only, by month.

    Journal: `rosters.evaluation.given`: that somebody told, never what.
    """
    row = Assignment.objects.select_for_update(of=("self",)).get(pk=assignment.pk)
    if not may_still_tell(row, side, at):
        raise UnableToEvaluate(
            _("Dit kan één keer, in de dertig dagen na de dienst. Bedankt als je het al deed.")
        )
    _check(side, answers)
    location = row.shift.team.location
    Evaluated.objects.create(assignment=row, side=side)
    told = Evaluation(location=location, side=side, month=month_of(at), answers=dict(answers))
    told.save(force_insert=True)
    journal.record(
        event="rosters.evaluation.given",
        by=by,
        at=at,
        subject=f"location:{location.pk}",
        organisation_id=row.shift.organisation_id,
        side=str(side),
    )


def _check(side: EvaluationSide, answers: Mapping[str, str]) -> None:
    """Refuse what is no answer, or leaves a question open."""
    questions = EVALUATION_QUESTIONS[side]
    if set(answers) != set(questions) or not set(answers.values()) <= set(Felt.values):
        raise UnableToEvaluate(_("Kies bij elke vraag een antwoord."))
