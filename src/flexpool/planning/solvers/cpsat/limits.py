"""A limit on a sum, hard or at a price: the pattern that most constraints share."""

from __future__ import annotations

from collections.abc import Sequence

from flexpool.planning.problem import Limit
from flexpool.planning.solvers.cpsat.variables import Literal, Sum, Variables


def bound_sum(variables: Variables, total: Sum, limit: Limit, most: int) -> None:
    """Keep a sum within a limit; `most` is the highest value it can take at all."""
    if limit.maximum is not None and limit.maximum < most:
        _above(variables, total, limit.maximum, limit.over_weight, most)
    if limit.minimum is not None and limit.minimum > 0:
        _below(variables, total, limit.minimum, limit.under_weight)


def _above(variables: Variables, total: Sum, maximum: int, weight: int | None, most: int) -> None:
    if weight is None:
        variables.model.add(total <= maximum)
    elif weight:
        excess = variables.model.new_int_var(0, most - maximum, "")
        variables.model.add(excess >= total - maximum)
        variables.price(weight, excess)


def _below(variables: Variables, total: Sum, minimum: int, weight: int | None) -> None:
    if weight is None:
        variables.model.add(total >= minimum)
    elif weight:
        short = variables.model.new_int_var(0, minimum, "")
        variables.model.add(short >= minimum - total)
        variables.price(weight, short)


def forbid(
    variables: Variables, literals: Sequence[Literal], weight: int | None, amount: int = 1
) -> None:
    """Forbid that all literals are true together, or charge weight times amount for it."""
    if weight is None:
        variables.model.add_bool_or([~literal for literal in literals])
    elif weight:
        broken = variables.model.new_bool_var("")
        variables.model.add_bool_or([*(~literal for literal in literals), broken])
        variables.price(weight * amount, broken)
