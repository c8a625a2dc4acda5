"""Functions and skills by the words people use, and who may stand in for whom."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from rondstroom.rooms.journal.queries import together
from rondstroom.rooms.skills.models import Function, Package, Skill, Substitution, Task


def functions() -> QuerySet[Function]:
    """Give every function, by name."""
    return Function.objects.order_by("name")


def skills() -> QuerySet[Skill]:
    """Give every skill, by name."""
    return Skill.objects.order_by("name")


def key_of(text: str) -> str:
    """Give what remains of a name without case, accents, spaces and punctuation: `icvpk`."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[^a-z0-9+]", "", plain)


def functions_by_key() -> dict[str, Function]:
    """Give every function under the key of its code, name and each alias, with one query."""
    return {
        key_of(text): one
        for one in Function.objects.order_by("-pk")
        for text in (*one.aliases, one.name, one.code)
    }


def function_by_text(text: str) -> Function | None:
    """Give the function that somebody means by a code, name or alias, such as IC-vpk or VIG."""
    return functions_by_key().get(key_of(text))


def skills_by_key() -> dict[str, Skill]:
    """Give every skill under the key of its code and name, with one query."""
    return {key_of(text): one for one in Skill.objects.all() for text in (one.name, one.code)}


def skill_by_text(text: str) -> Skill | None:
    """Give the skill that somebody means by a code or name."""
    return skills_by_key().get(key_of(text))


Edges = dict[int, set[int]]
There = tuple[tuple[int, frozenset[int]], ...]


def substitutes(function_ids: Iterable[int]) -> dict[int, frozenset[int]]:
    """Give for each function who may work it everywhere: itself and who stand in; one query."""
    return {one: everywhere for one, (everywhere, _there) in coverings(function_ids).items()}


def coverings(function_ids: Iterable[int]) -> dict[int, tuple[frozenset[int], There]]:
    """Give for each function who may work it everywhere, and where it is more; one query."""
    return coverings_by(Substitution.objects.all(), function_ids)


def coverings_by(
    rows: Iterable[Substitution], function_ids: Iterable[int]
) -> dict[int, tuple[frozenset[int], There]]:
    """Give the same out of substitutions that were read already."""
    direct: Edges = {}
    local: dict[int, Edges] = {}
    for one in rows:
        where = one.organisation_id
        edges = direct if where is None else local.setdefault(where, {})
        edges.setdefault(one.function_id, set()).add(one.by_id)
    return {
        one: (
            _reachable(one, direct),
            tuple((place, _reachable(one, direct, edges)) for place, edges in local.items()),
        )
        for one in function_ids
    }


def _reachable(function_id: int, *edges: Edges) -> frozenset[int]:
    """Follow the substitutions from a function; each is visited once, so a circle ends."""
    seen = {function_id}
    waiting = [function_id]
    while waiting:
        one = waiting.pop()
        found = set().union(*(held.get(one, set()) for held in edges)) - seen
        seen |= found
        waiting.extend(found)
    return frozenset(seen)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every function, and who may stand in for whom; read in one query."""

    functions: Mapping[int, Function]
    substitutions: Sequence[Substitution]

    def opened_by(self, held: Iterable[int]) -> set[int]:
        """Give every function that a diploma of these may open at some organisation.

        To narrow a search with: whether a shift is open to somebody is for the gate to say.
        """
        edges: Edges = {}
        for one in self.substitutions:
            edges.setdefault(one.by_id, set()).add(one.function_id)
        return {opened for one in held for opened in _reachable(one, edges)}


def catalogue() -> Catalogue:
    """Read it; one query."""
    return catalogue_of(*together(*catalogue_rows()))


def catalogue_rows() -> tuple[QuerySet[Any], ...]:
    """Give the queries that it is made of."""
    return Function.objects.all(), Substitution.objects.all()


def catalogue_of(every: list[Function], substitutions: list[Substitution]) -> Catalogue:
    """Make it of their rows."""
    return Catalogue({one.pk: one for one in every}, substitutions)


def covering_function_ids(function_id: int, organisation_id: int | None = None) -> set[int]:
    """Give the functions whose people may work this one, at an organisation or everywhere."""
    everywhere, there = coverings([function_id])[function_id]
    return set(dict(there).get(organisation_id or 0, everywhere))


def substitutions() -> QuerySet[Substitution]:
    """Give who may stand in for whom, and where, by function."""
    rows = Substitution.objects.select_related("function", "by", "organisation")
    return rows.order_by("function__code", "organisation__name", "by__code")


def catalogue_skills() -> QuerySet[Skill]:
    """Give every competence with the functions that may do it, by code."""
    return Skill.objects.prefetch_related("authorised").order_by("code")


def tasks() -> QuerySet[Task]:
    """Give every task with its competences and whose work it is, by code."""
    return Task.objects.prefetch_related("skills", "functions").order_by("code")


def kept_tasks(chosen: Iterable[Task]) -> list[dict[str, str]]:
    """Give tasks as a shift keeps them: code and name, as they are called now."""
    return [{"code": one.code, "name": one.name} for one in chosen]


def all_packages() -> QuerySet[Package]:
    """Give the packages of the reserve and of all organisations, with their tasks."""
    rows = Package.objects.select_related("organisation").prefetch_related("tasks")
    return rows.order_by("kind", "organisation__name", "code")


def packages(organisation_id: int | None = None) -> QuerySet[Package]:
    """Give the packages of the reserve, and those of one organisation, with their tasks."""
    mine = Q(organisation_id=organisation_id) | Q(organisation__isnull=True)
    return Package.objects.filter(mine).prefetch_related("tasks__skills").order_by("kind", "name")
