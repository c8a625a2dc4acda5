"""Functions, skills and proofs for tests; what is there already is used again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from factories.identity import signed
from factories.moments import SINCE
from flexpool.periods import Period
from rondstroom.rooms.organisations.models import Organisation
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.skills import actions, queries
from rondstroom.rooms.skills.models import Acceptance, Function, Policy, Proof, Skill
from rondstroom.rooms.skills.states import ProofKind

NURSES = {"VP4", "VP6", "IC-vpk", "SEH-vpk", "GGZ-vpk"}


def make_function(code: str = "VIG", name: str = "", aliases: Iterable[str] = ()) -> Function:
    """Give the function with this code; nurses need the register."""
    return queries.function_by_text(code) or actions.create_function(
        code=code,
        name=name or f"functie {code}",
        aliases=aliases,
        needs_register=code in NURSES,
        **signed(),
    )


def make_substitution(function: str, by: str) -> None:
    """Let the function `by` stand in for a function; not the other way round."""
    actions.allow_substitution(
        function=make_function(function), by_function=make_function(by), **signed()
    )


def make_skill(code: str = "injecteren", name: str = "") -> Skill:
    """Give the skill with this code."""
    return queries.skill_by_text(code) or actions.create_skill(
        code=code, name=name or code.capitalize(), **signed()
    )


def make_proof(
    worker: Worker,
    kind: ProofKind,
    *,
    function: str = "",
    skill: str = "",
    valid_from: date = SINCE,
    valid_through: date | None = None,
    **more: Any,
) -> Proof:
    """Give a worker one proof; `more` as `actions.Evidence` names it."""
    return actions.record_proof(
        worker=worker,
        kind=kind,
        function=make_function(function) if function else None,
        skill=make_skill(skill) if skill else None,
        valid_from=valid_from,
        valid_through=valid_through,
        **more,
        **signed(),
    )


def make_proofs(
    worker: Worker, function: str = "VIG", *, skills: Iterable[str] = (), without: str = ""
) -> None:
    """Give a worker all that the gate asks for a function, but for the kind in `without`."""
    known = make_function(function)
    asked: list[tuple[ProofKind, dict[str, Any]]] = [
        (ProofKind.IDENTITY, {}),
        (ProofKind.RIGHT_TO_WORK, {}),
        (ProofKind.CONDUCT, {}),
        (ProofKind.PAST_WORK, {}),
        *([(ProofKind.REGISTER, {})] if known.needs_register else []),
        (ProofKind.DIPLOMA, {"function": known}),
        *((ProofKind.SKILL, {"skill": make_skill(skill)}) for skill in skills),
    ]
    seen = [
        actions.Evidence(worker=worker, kind=kind, valid_from=SINCE, **more)
        for kind, more in asked
        if kind == ProofKind.SKILL or kind != without
    ]
    actions.record_proofs(seen=seen, **signed())


def make_acceptance(organisation: Organisation, kind: ProofKind, **more: Any) -> Acceptance:
    """Let an organisation take over what partners saw; `more` as `actions.accept` takes it."""
    return actions.accept(
        organisation=organisation, kind=kind, **{"starts_on": SINCE, **more}, **signed()
    )


def make_policy(organisation: Organisation, **decided: Any) -> Policy:
    """Let an organisation decide what it asks; `decided` as `actions.set_policy` takes it."""
    return actions.set_policy(organisation=organisation, **decided, **signed())


def gate_of(
    worker: Worker,
    asked: queries.Requirement,
    shift: Period,
    organisation: Organisation | None = None,
    **more: Any,
) -> tuple[queries.Block, ...]:
    """Give what the gate has against a worker for a shift, at the first employer unless told.

    `today` judges the age of the register's answers; the rest of `more` as `Place` takes it.
    """
    file = queries.files_of([worker.pk])[worker.pk]
    house = organisation.pk if organisation else file.ties[0].organisation_id
    houses = queries.houses(shift, more.pop("today", None))
    place = queries.Place(house, tuple(shift.local_days()), **more)
    return queries.gate(file, asked, place, houses)
