"""Competences under supervision: allowed on a shift where somebody supervises (S28)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from rondstroom.rooms.skills.models import Proof
from rondstroom.rooms.skills.queries.gate.answer import Block, Condition
from rondstroom.rooms.skills.queries.gate.view import Paper, View, counting, span_of
from rondstroom.rooms.skills.queries.requirements import AskedSkill
from rondstroom.rooms.skills.states import Level, Owner, SupervisedBy

SUPERVISION = "gate.supervision"


def under_supervision(view: View, skill: AskedSkill, paper: Paper) -> Iterator[Block]:
    """Ask a supervisor when the last word about the level on some day is: under supervision."""
    for day in view.days:
        last = _last_word(view, paper, day)
        if last is not None and last.level == Level.SUPERVISED:
            yield _block(skill, paper, SupervisedBy(last.supervised_by))
            return


def supervises(view: View, paper: Paper) -> bool:
    """Say whether somebody was said to supervise others in it, on every day."""
    words = [_last_word(view, paper, day) for day in view.days]
    return all(one is not None and one.level == Level.SUPERVISES for one in words)


def _last_word(view: View, paper: Paper, day: date) -> Proof | None:
    """Give the newest proof that says a level and counts here on a day."""
    told = [
        one
        for one in counting(view, paper)
        if one.level and (span := span_of(view.terms, one)) and span.holds(day)
    ]
    return max(told, key=lambda one: (one.valid_from, one.pk or 0), default=None)


def _block(skill: AskedSkill, paper: Paper, by: SupervisedBy) -> Block:
    return Block(
        SUPERVISION,
        paper.missing,
        lambda: condition_text(skill.name, by),
        lambda: _("Kies een dienst met een begeleider, of laat de roosteraar er een bij zetten."),
        Owner.PLANNER,
        condition=Condition(skill, by),
    )


def condition_text(skill: str, by: SupervisedBy) -> str:
    """Say under which condition somebody may do something; everybody reads these words."""
    return _(
        "%(skill)s onder begeleiding: de hele dienst is er in het team %(by)s, op dezelfde tijd."
    ) % {"skill": skill, "by": by.label}
