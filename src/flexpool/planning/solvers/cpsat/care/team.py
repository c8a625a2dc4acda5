"""What workers are together in the model: supervision, compositions and faces."""

from __future__ import annotations

from collections.abc import Mapping

from flexpool.planning.constraints.care.supervision import Presence, supervisors
from flexpool.planning.problem import Composition, Limit, Supervision
from flexpool.planning.problem.sites import site_of
from flexpool.planning.solvers.cpsat.limits import bound_sum, forbid
from flexpool.planning.solvers.cpsat.variables import Literal, Sum, Variables


def add_supervision(variables: Variables) -> None:
    """Charge or forbid a shift under supervision of which some stretch has no supervisor."""
    presence = Presence(variables.problem)
    absent: dict[tuple[str, int, int], list[Literal]] = {}
    for row, worker in enumerate(variables.problem.workers):
        for one in worker.supervision:
            if one.weight != 0:
                _supervise(variables, presence, absent, row, one)


def _supervise(
    variables: Variables,
    presence: Presence,
    absent: dict[tuple[str, int, int], list[Literal]],
    row: int,
    asked: Supervision,
) -> None:
    """Charge or forbid it for one worker and one thing; what is absent is known once for all."""
    problem = variables.problem
    for day in range(problem.days):
        for kind in variables.kinds_on(row, day):
            if not asked.holds_on(problem.kinds[kind].id):
                continue
            key = asked.by, day, kind
            if key not in absent:
                absent[key] = _absent(variables, presence, *key)
            if absent[key]:
                alone = _any(variables, absent[key])
                forbid(variables, [variables.kind(row, day, kind), alone], asked.weight)


def _absent(
    variables: Variables, presence: Presence, by: str, day: int, kind: int
) -> list[Literal]:
    """Give, per stretch of a shift, the literal that no supervisor is there."""
    rows = supervisors(variables.problem, by)
    found = []
    for stretch in presence.stretches(day, kind, by):
        there = [
            variables.kind(row, on, other)
            for on, other in sorted(stretch)
            for row in rows
            if variables.can_work(row, on, other)
        ]
        found.append(~_any(variables, there))
    return found


def _any(variables: Variables, literals: list[Literal]) -> Literal:
    """Give the literal that any of them is true."""
    found = variables.model.new_bool_var("")
    if literals:
        variables.model.add_max_equality(found, literals)
    else:
        variables.model.add(found == 0)
    return found


def add_compositions(variables: Variables) -> None:
    """Choose one team for each composition, and charge or forbid what is missing from it."""
    for one in variables.problem.compositions:
        if one.weight != 0:
            _composition(variables, one)


def _composition(variables: Variables, one: Composition) -> None:
    model = variables.model
    chosen = [model.new_bool_var("") for _ in one.options]
    model.add_exactly_one(chosen)
    most = max(sum(option.values()) for option in one.options)
    missing = model.new_int_var(0, most if one.weight else 0, "")
    variables.price(one.weight or 0, missing)
    for literal, option in zip(chosen, one.options, strict=True):
        short = _short(variables, one.day, option)
        model.add(missing >= short).only_enforce_if(literal)


def _short(variables: Variables, day: int, option: Mapping[tuple[str, str], int]) -> Sum:
    """Give a sum of at least what is missing from a team; exactly that when it is minimised."""
    total: Sum = 0
    for slot, wanted in option.items():
        number = variables.problem.tables.slot_number[slot]
        there = [days[day][number] for days in variables.slots_on if number in days[day]]
        short = variables.model.new_int_var(0, wanted, "")
        variables.model.add(short >= wanted - sum(there))
        total += short
    return total


def add_faces(variables: Variables) -> None:
    """Bound the different people that come to a team or place."""
    problem = variables.problem
    homes = [site_of(problem.kinds[kind]).home for kind in problem.tables.slot_kind]
    for one in problem.faces:
        seen = []
        for days in variables.slots_on:
            there = [x for slots in days for slot, x in slots.items() if homes[slot] == one.at]
            if there:
                seen.append(_any(variables, there))
        limit = Limit(maximum=one.most, over_weight=one.weight)
        bound_sum(variables, sum(seen), limit, len(seen))
