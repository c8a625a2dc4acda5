"""Functions and skills by the words people use, and who may stand in for whom."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from django.db.models import Q, QuerySet

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
    direct: Edges = {}
    local: dict[int, Edges] = {}
    rows = Substitution.objects.values_list("function_id", "by_id", "organisation_id")
    for function_id, by_id, organisation_id in rows:
        edges = direct if organisation_id is None else local.setdefault(organisation_id, {})
        edges.setdefault(function_id, set()).add(by_id)
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
    """Give every task with its competences, by code."""
    return Task.objects.prefetch_related("skills").order_by("code")


def all_packages() -> QuerySet[Package]:
    """Give the packages of the reserve and of all organisations, with their tasks."""
    rows = Package.objects.select_related("organisation").prefetch_related("tasks")
    return rows.order_by("kind", "organisation__name", "code")


def packages(organisation_id: int | None = None) -> QuerySet[Package]:
    """Give the packages of the reserve, and those of one organisation, with their tasks."""
    mine = Q(organisation_id=organisation_id) | Q(organisation__isnull=True)
    return Package.objects.filter(mine).prefetch_related("tasks__skills").order_by("kind", "name")
