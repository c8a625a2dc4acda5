"""The hours calculation as one JSON object, in euros."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from flexpool.pay.hours.outcome import BenefitChange, HoursResult, Outcome, Stretch
from rondstroom.cli.pay.telling import in_euros

SHARE_DECIMALS = 4
AMOUNTS = (
    "gross",
    "salary",
    "irregular",
    "holiday_allowance",
    "year_end_bonus",
    "pension",
    "pension_total",
    "taxable",
    "tax",
    "net_wage",
    "partner_net",
    "health_care",
    "rent",
    "child_budget",
    "child_care",
    "benefits",
    "child_care_cost",
    "child_care_net",
    "travel",
    "disposable",
)


def answer(year: int, result: HoursResult, lang: str) -> dict[str, Any]:
    """Give everything of a result; amounts of `now` and `wanted` per year and per month."""
    return {
        "year": year,
        "now": _outcome(result.now),
        "wanted": _outcome(result.wanted),
        "curve": [
            {"hours": float(one.hours), "disposable": in_euros(one.disposable)}
            for one in result.curve
        ],
        "net_per_extra_hour": _or_none(result.net_per_extra_hour),
        "kept": None if result.kept is None else _share(result.kept),
        "changes": {change.name.value: _change(change) for change in result.changes},
        "notices": [
            {"text": notice.text.in_language(lang), "counts_from": _day(notice.counts_from)}
            for notice in result.notices
        ],
        "hard_truths": [_stretch(stretch) for stretch in result.hard_truths],
        "turns_at": None if result.turns_at is None else float(result.turns_at),
        "pension_difference": in_euros(result.pension_difference),
        "explanation": result.explanation.as_json(lang),
    }


def _change(change: BenefitChange) -> dict[str, float]:
    return {
        "now": in_euros(change.now_month),
        "wanted": in_euros(change.wanted_month),
        "difference": in_euros(change.difference_month),
    }


def _stretch(stretch: Stretch) -> dict[str, Any]:
    return {
        "from_hours": float(stretch.from_hours),
        "to_hours": float(stretch.to_hours),
        "kept": _share(stretch.kept),
        "turns": stretch.turns,
    }


def _share(exact: Fraction) -> float:
    return round(float(exact), SHARE_DECIMALS)


def _outcome(found: Outcome) -> dict[str, Any]:
    return {
        "hours": float(found.hours),
        "year": {name: in_euros(getattr(found, name)) for name in AMOUNTS},
        "month": {name: in_euros(found.month(name)) for name in AMOUNTS},
    }


def _or_none(cents: int | None) -> float | None:
    return None if cents is None else in_euros(cents)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
