"""Loading the base catalogue of functions, substitutions and skills."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from typing import TYPE_CHECKING, Any

import yaml
from django.db import transaction

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.skills import queries
from rondstroom.rooms.skills.models import Function, Skill, Substitution

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


@dataclass(frozen=True)
class Loaded:
    """How many functions, substitutions and skills were new."""

    functions: int
    substitutions: int
    skills: int


@transaction.atomic
def load_catalogue(*, by: Account, at: datetime) -> Loaded:
    """Put the base catalogue in; what is there already stays as it is, so twice changes nothing.

    Journal: one line `skills.catalogue.loaded` with the numbers, when something was new.
    """
    text = resources.files("rondstroom.rooms.skills").joinpath("catalogue.yaml")
    asked = yaml.safe_load(text.read_text(encoding="utf-8"))
    loaded = Loaded(_functions(asked["functions"]), _substitutions(asked), _skills(asked["skills"]))
    if loaded != Loaded(0, 0, 0):
        journal.record(
            event="skills.catalogue.loaded", by=by, at=at, subject="catalogue", **vars(loaded)
        )
    return loaded


def _functions(asked: Mapping[str, Mapping[str, Any]]) -> int:
    """Add the functions that no function is called after yet."""
    known = queries.functions_by_key()
    new = [
        Function(
            code=code,
            name=one["name"],
            aliases=one.get("aliases", []),
            needs_register=one.get("needs_register", False),
        )
        for code, one in asked.items()
        if queries.key_of(code) not in known
    ]
    return len(Function.objects.bulk_create(new))


def _substitutions(asked: Mapping[str, Any]) -> int:
    """Add the substitutions that are not there."""
    ids = {key: one.pk for key, one in queries.functions_by_key().items()}
    known = set(Substitution.objects.values_list("function_id", "by_id"))
    wanted = {
        (ids[queries.key_of(code)], ids[queries.key_of(other)])
        for code, one in asked["functions"].items()
        for other in one.get("covered_by", [])
    }
    new = [Substitution(function_id=one, by_id=other) for one, other in sorted(wanted - known)]
    return len(Substitution.objects.bulk_create(new))


def _skills(asked: Mapping[str, str]) -> int:
    """Add the skills whose code is not there."""
    known = set(Skill.objects.values_list("code", flat=True))
    new = [Skill(code=code, name=name) for code, name in asked.items() if code not in known]
    return len(Skill.objects.bulk_create(new))
