"""Writes the terms of a pool, reach and compositions in the project's own JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from flexpool.planning.problem import Composition, Reach, Terms
from flexpool.planning.problem.terms import TERM_PRICES


def plain(value: Any, names: Iterable[str] = ()) -> dict[str, Any]:
    """Write the fields of a flat value that differ from what absence means."""
    chosen = [field for field in fields(value) if not names or field.name in names]
    return {
        field.name: getattr(value, field.name)
        for field in chosen
        if getattr(value, field.name) != field.default
    }


def written_terms(terms: Terms) -> dict[str, Any]:
    """Write the terms of a pool."""
    written = plain(terms, TERM_PRICES)
    if terms.tiers:
        written["tiers"] = {tier.value: price for tier, price in terms.tiers.items()}
    if terms.substitutions:
        written["substitutions"] = [plain(one) for one in terms.substitutions]
    return written


def written_reach(reach: Reach) -> dict[str, Any]:
    """Write where a worker may be sent."""
    written = plain(reach, ["organisation", "tier", "most_travel"])
    if reach.travel_minutes:
        written["travel_minutes"] = dict(reach.travel_minutes)
    for name in ("functions", "never_at", "rather_not_at", "familiar"):
        value = getattr(reach, name)
        if value is not None and (value or name in ("functions", "familiar")):
            written[name] = sorted(value)
    return written


def written_composition(one: Composition) -> dict[str, Any]:
    """Write the teams of which one is needed on a day."""
    options = [
        {
            "members": [
                {"kind": kind, "skill": skill, "count": count}
                for (kind, skill), count in option.items()
            ]
        }
        for option in one.options
    ]
    return plain(one, ["day", "weight"]) | {"options": options}
