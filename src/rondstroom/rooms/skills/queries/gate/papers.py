"""Checks 1, 2, 3 and 5: identity, right to work, diploma, competences."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from django.utils.translation import gettext as _

from rondstroom.rooms.skills.queries.gate.answer import Block, Condition
from rondstroom.rooms.skills.queries.gate.levels import supervises, under_supervision
from rondstroom.rooms.skills.queries.gate.view import Paper, View, counting, judged, span_of
from rondstroom.rooms.skills.queries.requirements import AskedSkill, Requirement
from rondstroom.rooms.skills.states import Method, Owner, ProofKind, SupervisedBy

IDENTITY = Paper(
    "gate.identity",
    ProofKind.IDENTITY,
    lambda: _("identiteit gezien"),
    lambda: _("Laat personeelszaken het identiteitsbewijs bekijken."),
)
RIGHT_TO_WORK = Paper(
    "gate.right-to-work",
    ProofKind.RIGHT_TO_WORK,
    lambda: _("recht om in Nederland te werken"),
    lambda: _("Laat personeelszaken nagaan of werken in Nederland mag, en tot wanneer."),
)


def who_it_is(view: View) -> Iterator[Block]:
    """Ask whether somebody saw who this is and that work here is allowed."""
    for paper in (IDENTITY, RIGHT_TO_WORK):
        if block := judged(view, paper):
            yield block


def diploma(view: View, asked: Requirement) -> Iterator[Block]:
    """Ask a diploma of the function or of one that may stand in for it here."""
    if asked.function_id is None:
        return
    paper = _diploma(asked.function_name, asked.covering_at(view.place.organisation_id))
    if block := judged(view, paper):
        yield block


@lru_cache(maxsize=1024)
def _diploma(name: str, covering: frozenset[int]) -> Paper:
    return Paper(
        "gate.diploma",
        ProofKind.DIPLOMA,
        lambda: _("diploma %(function)s") % {"function": name},
        lambda: _(
            "Laat personeelszaken het diploma bekijken, of kies een dienst die bij je diploma past."
        ),
        lambda proof: proof.function_id in covering,
        covering,
    )


def competences(view: View, asked: Requirement) -> Iterator[Block]:
    """Ask each competence: assessed, still valid, taken over here; reserved ones in full."""
    for skill in asked.skills:
        paper = _skill(skill)
        block = judged(view, paper)
        if block:
            yield block
            continue
        if skill.is_reserved:
            yield from _reserved(view, skill, paper)
        yield from under_supervision(view, skill, paper)


def may_supervise(view: View, asked: Condition) -> bool:
    """Say whether somebody may supervise: passes for it, not under supervision, and was told so."""
    if any(competences(view, Requirement(None, skills=(asked.skill,)))):
        return False
    return asked.by == SupervisedBy.INDEPENDENT or supervises(view, _skill(asked.skill))


@lru_cache(maxsize=1024)
def _skill(skill: AskedSkill) -> Paper:
    words = {"skill": skill.name}
    return Paper(
        "gate.skill",
        ProofKind.SKILL,
        lambda: _("bekwaamheid %(skill)s") % words,
        lambda: _("Laat je toetsen voor %(skill)s en geef het bewijs aan personeelszaken.") % words,
        lambda proof: proof.skill_id == skill.skill_id,
        skill.skill_id,
    )


def _reserved(view: View, skill: AskedSkill, paper: Paper) -> Iterator[Block]:
    """Ask of a reserved procedure (Wet BIG art. 35-39): authorised and wholly assessed."""
    words = {"skill": skill.name, "house": view.house_name}
    held = {one.function_id for one in view.file.by_kind.get(ProofKind.DIPLOMA, [])}
    if skill.authorised and held.isdisjoint(skill.authorised):
        yield Block(
            "gate.skill",
            paper.missing,
            lambda: _("%(skill)s is voorbehouden aan functies die je diploma niet geeft.") % words,
            lambda: _("Kies een dienst zonder deze handeling, of toon een ander diploma."),
            Owner.WORKER,
        )
    seen = [one for one in counting(view, paper) if span_of(view.terms, one)]
    methods = {one.method for one in seen}
    if methods in ({Method.THEORY}, {Method.PRACTICE}):
        other = Method.PRACTICE if methods == {Method.THEORY} else Method.THEORY
        yield Block(
            "gate.skill",
            paper.missing,
            lambda: (
                _("%(skill)s is voorbehouden: de toets van de %(part)s ontbreekt.")
                % {**words, "part": str(other.label)}
            ),
            paper.remedy,
            Owner.WORKER,
        )
