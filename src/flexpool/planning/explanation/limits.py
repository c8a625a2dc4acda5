"""The limits of a contract in words: what is counted, in hours where people count in hours."""

from __future__ import annotations

from flexpool.planning.explanation.relaxing import HOURS
from flexpool.planning.problem import Limit
from flexpool.text import Text

NAMES: dict[str, Text] = {
    "minutes": Text("uren in deze periode", "hours in this period"),
    "week_minutes": Text("uren per week", "hours a week"),
    "month_minutes": Text("uren per maand", "hours a month"),
    "balance": Text("uren saldo van de jaaruren", "hours of balance of annual hours"),
    "assignments": Text("diensten in deze periode", "shifts in this period"),
    "weekends": Text("weekenden met werk", "weekends with work"),
    "weekend_days": Text("dagen in een weekend met werk", "days in a weekend with work"),
    "week_days": Text("dagen werk per week", "days of work a week"),
    "work_run": Text("dagen werk achter elkaar", "days of work in a row"),
    "off_run": Text("vrije dagen achter elkaar", "days off in a row"),
    "night_run": Text("nachten achter elkaar", "nights in a row"),
    "per_kind": Text("diensten {kind}", "shifts {kind}"),
    "kind_run": Text("dagen achter elkaar op {kind}", "days in a row on {kind}"),
}
"""Each limit of `Contract`, by its field."""


def counted(name: str) -> Text:
    """Give what a limit counts; behind a slash the name has the kind that it is about."""
    field, _, kind = name.partition("/")
    words = NAMES[field]
    return Text(words.nl.format(kind=kind), words.en.format(kind=kind))


def bounds(name: str, limit: Limit) -> Text | None:
    """Give the bounds that must hold; None when none must."""
    low = limit.minimum if limit.under_weight is None else None
    high = limit.maximum if limit.over_weight is None else None
    if low is None and high is None:
        return None
    least, most = _number(name, low), _number(name, high)
    if low is None:
        return Text(f"ten hoogste {most.nl}", f"at most {most.en}")
    if high is None:
        return Text(f"ten minste {least.nl}", f"at least {least.en}")
    if low == high:
        return Text(f"precies {least.nl}", f"exactly {least.en}")
    return Text(f"{least.nl} tot {most.nl}", f"{least.en} to {most.en}")


def _number(name: str, amount: int | None) -> Text:
    if amount is None:
        return Text("", "")
    figure = f"{amount / 60:.4g}" if name in HOURS else str(amount)
    return Text(figure.replace(".", ","), figure)
