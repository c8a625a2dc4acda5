"""Loading the base catalogue of functions, substitutions, skills, tasks and packages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from typing import TYPE_CHECKING, Any

import yaml
from django.db import transaction

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.skills import queries
from rondstroom.rooms.skills.models import Function, Package, Skill, Substitution, Task
from rondstroom.rooms.skills.states import CatalogueKind

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


@dataclass(frozen=True)
class Loaded:
    """How many functions, substitutions, skills, tasks and packages were new."""

    functions: int
    substitutions: int
    skills: int
    tasks: int = 0
    packages: int = 0


@transaction.atomic
def load_catalogue(*, by: Account, at: datetime) -> Loaded:
    """Put the base catalogue in; what is there already stays as it is, so twice changes nothing.

    Journal: one line `skills.catalogue.loaded` with the numbers, when something was new.
    """
    text = resources.files("rondstroom.rooms.skills").joinpath("catalogue.yaml")
    asked = yaml.safe_load(text.read_text(encoding="utf-8"))
    loaded = Loaded(
        _functions(asked["functions"]),
        _substitutions(asked),
        _skills(asked["skills"]),
        _tasks(asked["tasks"]),
        _packages(asked["packages"]),
    )
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


def _tasks(asked: Mapping[str, Mapping[str, Any]]) -> int:
    """Add the tasks whose code is not there, with what they ask and whose work they are."""
    known = set(Task.objects.values_list("code", flat=True))
    new = Task.objects.bulk_create(
        Task(code=code, name=one["name"]) for code, one in asked.items() if code not in known
    )
    functions = queries.functions_by_key()
    _tie(Task.skills.through, "skill", new, asked, _ids(Skill))
    ids = {
        code: functions[queries.key_of(code)].pk
        for one in asked.values()
        for code in one["functions"]
    }
    _tie(Task.functions.through, "function", new, asked, ids)
    return len(new)


def _packages(asked: Mapping[str, Mapping[str, Any]]) -> int:
    """Add the packages of the reserve whose code is not there."""
    shared = Package.objects.filter(organisation__isnull=True)
    known = set(shared.values_list("code", flat=True))
    new = Package.objects.bulk_create(
        Package(code=code, name=one["name"], kind=CatalogueKind.RESERVE)
        for code, one in asked.items()
        if code not in known
    )
    _tie(Package.tasks.through, "task", new, asked, _ids(Task))
    return len(new)


def _ids(model: Any) -> dict[str, int]:
    return dict(model.objects.values_list("code", "pk"))


def _tie(
    through: Any,
    to: str,
    new: Sequence[Task] | Sequence[Package],
    asked: Mapping[str, Mapping[str, Any]],
    ids: Mapping[str, int],
) -> None:
    """Tie new rows to what they name, in one statement."""
    name = "task" if through is not Package.tasks.through else "package"
    through.objects.bulk_create(
        through(**{f"{name}_id": row.pk, f"{to}_id": ids[code]})
        for row in new
        for code in asked[row.code][f"{to}s"]
    )
