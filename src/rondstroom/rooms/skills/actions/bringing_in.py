"""A catalogue that is kept elsewhere comes in, line by line; twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.skills import permissions
from rondstroom.rooms.skills.actions.named import (
    UnknownName,
    all_called,
    called,
    organisation_called,
)
from rondstroom.rooms.skills.models import Function, Package, Skill, Substitution, Task
from rondstroom.rooms.skills.states import CatalogueKind, LineKind

if TYPE_CHECKING:
    from django.db.models import Model

    from rondstroom.rooms.identity.models import Account


class UnableToBringIn(journal.UnableToAct):
    """A line names what is not there, or what this account may not change; `code` is its field."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line: what it is, its code, its plain fields, and what else it names by code or name."""

    number: int
    kind: LineKind
    code: str
    organisation: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass
class Brought:
    """How many lines were new, changed or the same, and which were refused and why."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: list[tuple[Line, journal.UnableToAct]] = field(default_factory=list)


@transaction.atomic
def bring_in_catalogue(
    *, lines: Iterable[Line], by: Account, at: datetime, only_try: bool = False
) -> Brought:
    """Keep functions, substitutions, competences, tasks and packages; what is not named stays.

    A line that cannot be is refused and the others are kept. Shared lines are for the region,
    those of an organisation for its own people. Journal: `skills.catalogue.kept` for each line
    that is new or changed. With `only_try` everything is undone at the end.
    """
    brought = Brought()
    ordered = sorted(lines, key=lambda line: (list(LineKind).index(line.kind), line.number))
    for line in ordered:
        try:
            with transaction.atomic():
                _count(brought, _keep(line, by), line, by, at)
        except (UnableToBringIn, UnknownName) as refusal:
            brought.refused.append((line, refusal))
    if only_try:
        transaction.set_rollback(True)
    return brought


def _count(brought: Brought, happened: str, line: Line, by: Account, at: datetime) -> None:
    setattr(brought, happened, getattr(brought, happened) + 1)
    if happened != "unchanged":
        journal.record(
            event="skills.catalogue.kept",
            by=by,
            at=at,
            subject="catalogue",
            kind=str(line.kind),
            code=line.code,
            happened=happened,
        )


def _keep(line: Line, by: Account) -> str:
    """Keep one line; give whether it was created, updated or unchanged."""
    house = organisation_called(line.organisation)
    if not permissions.may_keep_catalogue(by, house.pk if house else None):
        raise UnableToBringIn(
            _("Dit mag je niet wijzigen: wat van iedereen is, beheert de regio."), "organisation"
        )
    if not line.code:
        raise UnableToBringIn(_("Vul een code in."), "code")
    if line.kind == LineKind.SUBSTITUTION:
        return _substitution(line, house)
    model, many = _MODELS[line.kind]
    key: dict[str, Any] = {"code": line.code}
    told = dict(line.fields)
    if model is Package:
        is_work = line.kind == LineKind.WORK_PACKAGE
        if is_work and house is None:
            raise UnableToBringIn(_("Een werkpakket hoort bij een organisatie."), "organisation")
        key["organisation"] = house
        told["kind"] = CatalogueKind.WORK if is_work else CatalogueKind.RESERVE
    elif house is not None:
        raise UnableToBringIn(_("Dit is van iedereen. Laat de organisatie leeg."), "organisation")
    named = {
        name: all_called(name, line.names, of) for name, of in many.items() if name in line.names
    }
    return _saved(model, key, told, named)


_MODELS: dict[LineKind, tuple[Any, dict[str, Any]]] = {
    LineKind.FUNCTION: (Function, {}),
    LineKind.SKILL: (Skill, {"authorised": Function}),
    LineKind.TASK: (Task, {"skills": Skill, "functions": Function}),
    LineKind.RESERVE_PACKAGE: (Package, {"tasks": Task}),
    LineKind.WORK_PACKAGE: (Package, {"tasks": Task}),
}


def _saved(
    model: Any, key: dict[str, Any], told: dict[str, Any], many: dict[str, list[Model]]
) -> str:
    row = model.objects.filter(**key).first()
    happened = "unchanged" if row else "created"
    row = row or model(**key)
    if any(getattr(row, name) != value for name, value in told.items()):
        for name, value in told.items():
            setattr(row, name, value)
        happened = "updated" if row.pk else "created"
    if not row.name:
        raise UnableToBringIn(_("Vul een naam in."), "name")
    journal.check_lengths(row, UnableToBringIn)
    if happened != "unchanged":
        row.save()
    for name, wanted in many.items():
        there = getattr(row, name)
        if {one.pk for one in there.all()} != {one.pk for one in wanted}:
            there.set(wanted)
            happened = "updated" if happened == "unchanged" else happened
    return happened


def _substitution(line: Line, house: Any) -> str:
    function = called("code", line.code, Function)
    by = all_called("by", line.names, Function)
    if not by:
        raise UnableToBringIn(_("Noem wie mag vervangen."), "by")
    if function in by:
        raise UnableToBringIn(_("Een functie vervangt zichzelf niet."), "by")
    made = [
        Substitution.objects.get_or_create(function=function, by=one, organisation=house)[1]
        for one in by
    ]
    return "created" if any(made) else "unchanged"
