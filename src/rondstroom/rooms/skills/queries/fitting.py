"""What somebody's skills and diploma fit now, and what they fit after one module or one step."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rondstroom.rooms.skills.models import Function, Package, Skill, Substitution, Task
from rondstroom.rooms.skills.queries.catalogue import all_packages, coverings

TASK, PACKAGE = "task", "package"


@dataclass(frozen=True)
class Fit:
    """A task, or a package of tasks, against what somebody can do.

    `missing` names the competences to learn; `reserved` those of them, or held, that the law
    leaves to functions which this diploma does not give.
    """

    kind: str
    name: str
    house: str = ""
    missing: tuple[str, ...] = ()
    reserved: tuple[str, ...] = ()

    @property
    def is_now(self) -> bool:
        """Nothing stands in the way."""
        return not self.missing and not self.reserved

    @property
    def is_near(self) -> bool:
        """One competence away, and no diploma."""
        return len(self.missing) == 1 and not self.reserved


@dataclass(frozen=True)
class Module:
    """One competence to learn, and the names of the tasks and packages that it alone opens."""

    skill: str
    opens: tuple[str, ...]


@dataclass(frozen=True)
class Leaning:
    """A function that no diploma gives yet, and how much of its ordinary work fits already."""

    function: Function
    now: int
    tasks: int
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Scan:
    """The answer: what fits, what is one module away and what that opens, further, and functions.

    `leaning` are functions by their tasks: those of which at least half fit, the most on top.
    """

    now: tuple[Fit, ...]
    near: tuple[Fit, ...]
    further: tuple[Fit, ...]
    functions: tuple[Function, ...]
    next_functions: tuple[Function, ...]
    modules: tuple[Module, ...] = ()
    leaning: tuple[Leaning, ...] = ()


def scan(skill_ids: Collection[int], function_id: int | None, *, with_houses: bool = False) -> Scan:
    """Hold skills and a diploma against tasks, packages and functions; nothing is kept.

    `with_houses` adds the packages that organisations composed themselves.
    """
    held = set(skill_ids)
    tasks = list(Task.objects.prefetch_related("skills__authorised", "functions").order_by("name"))
    skills = {task.pk: list(task.skills.all()) for task in tasks}
    fits = [_fit(TASK, task.name, "", skills[task.pk], held, function_id) for task in tasks]
    fits += [
        _package(one, skills, held, function_id)
        for one in all_packages()
        if one.organisation is None or with_houses
    ]
    functions, following = _functions(function_id)
    return Scan(
        tuple(one for one in fits if one.is_now),
        tuple(one for one in fits if one.is_near),
        tuple(one for one in fits if not one.is_now and not one.is_near),
        functions,
        following,
        _modules(fits),
        _leaning(tasks, fits, functions),
    )


def _modules(fits: Iterable[Fit]) -> tuple[Module, ...]:
    """Turn what is one competence away round: which competence opens what, the most on top."""
    found: dict[str, list[str]] = {}
    for one in fits:
        if one.is_near:
            found.setdefault(one.missing[0], []).append(one.name)
    rows = [Module(skill, tuple(names)) for skill, names in found.items()]
    return tuple(sorted(rows, key=lambda one: (-len(one.opens), one.skill)))


def _leaning(
    tasks: Iterable[Task], fits: Iterable[Fit], given: Collection[Function]
) -> tuple[Leaning, ...]:
    """Hold the ordinary work of functions against what fits; the diploma is another matter."""
    works: dict[int, tuple[Function, list[Fit]]] = {}
    for task, fit in zip(tasks, fits, strict=False):  # packages come after the tasks
        for function in task.functions.all():
            works.setdefault(function.pk, (function, []))[1].append(fit)
    have = {one.pk for one in given}
    rows = [
        Leaning(
            function,
            sum(one.is_now for one in each),
            len(each),
            tuple(sorted({skill for one in each for skill in one.missing})),
        )
        for pk, (function, each) in works.items()
        if pk not in have
    ]
    near = [one for one in rows if one.now and 2 * one.now >= one.tasks]
    return tuple(sorted(near, key=lambda one: (-one.now / one.tasks, one.function.name)))


def _package(
    package: Package, skills: dict[int, list[Skill]], held: set[int], function_id: int | None
) -> Fit:
    asked = {one.pk: one for task in package.tasks.all() for one in skills[task.pk]}
    house = package.organisation.name if package.organisation else ""
    return _fit(PACKAGE, package.name, house, asked.values(), held, function_id)


def _fit(
    kind: str,
    name: str,
    house: str,
    asked: Iterable[Skill],
    held: set[int],
    function_id: int | None,
) -> Fit:
    wanted = sorted(asked, key=lambda one: one.name)
    missing = tuple(one.name for one in wanted if one.pk not in held)
    reserved = tuple(one.name for one in wanted if not _may(one, function_id))
    return Fit(kind, name, house, missing, reserved)


def _may(skill: Skill, function_id: int | None) -> bool:
    """Say whether a diploma lets somebody do it on an order (Wet BIG art. 35 to 39)."""
    authorised = {one.pk for one in skill.authorised.all()}
    return not skill.is_reserved or not authorised or function_id in authorised


def _functions(function_id: int | None) -> tuple[tuple[Function, ...], tuple[Function, ...]]:
    """Give the functions that a diploma may work everywhere, and those one diploma further."""
    if function_id is None:
        return (), ()
    every = {one.pk: one for one in Function.objects.order_by("name")}
    who = coverings(every)
    covers = [one for pk, one in every.items() if function_id in who[pk][0]]
    further = Substitution.objects.filter(function_id=function_id, organisation__isnull=True)
    following = {one.by_id for one in further}
    return tuple(covers), tuple(every[pk] for pk in every if pk in following)
