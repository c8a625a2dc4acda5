"""The comparison of forms as JSON; the keys stand in docs/reference/pay/comparison.md."""

from __future__ import annotations

from typing import Any

from flexpool.pay.comparison import ComparisonResult, OrganisationSide, WorkerSide
from flexpool.pay.explanation import figure_as_json
from flexpool.pay.ownership import HirePrice
from flexpool.pay.self_employed import Presumption
from rondstroom.cli.pay.telling import in_euros


def answer(result: ComparisonResult, lang: str) -> dict[str, Any]:
    """Give the comparison as plain values: amounts in euros, sentences in a language."""
    return {
        "year": result.year,
        "forms": [_worker(side, lang) for side in result.workers],
        "organisation": [_organisation(side, lang) for side in result.organisations],
        "questions": [
            {
                "key": question.key,
                "asked_of": question.asked_of.value,
                "text": question.text.in_language(lang),
                "why": question.why.in_language(lang),
            }
            for question in result.questions
        ],
        "presumption": result.presumption and _presumption(result.presumption),
        "cautions": [text.in_language(lang) for text in result.cautions],
        "figures": [figure_as_json(figure) for figure in result.explanation.all_figures],
    }


def _worker(side: WorkerSide, lang: str) -> dict[str, Any]:
    return {
        "form": side.form.value,
        **{name: _euros(getattr(side, name)) for name in AMOUNTS},
        **{name: round(float(getattr(side, name)), 2) for name in NUMBERS},
        "paid_when_ill": side.paid_when_ill,
        "paid_holiday": side.paid_holiday,
        "say": side.conditions.say.value,
        "certainty": side.conditions.certainty.value,
        "evening_night_weekend": float(side.conditions.evening_night_weekend),
        "paid_training_hours": float(side.conditions.paid_training_hours),
        "gives_up": [text.in_language(lang) for text in side.gives_up],
        "explanation": side.explanation.as_json(lang),
    }


AMOUNTS = (
    "gross",
    "tax_and_contribution",
    "pension_own",
    "pension_total",
    "disability_premium",
    "net",
    "net_per_worked_hour",
    "pension_shortfall",
    "like_for_like",
    "like_for_like_per_hour_spent",
)
NUMBERS = ("worked_hours", "hours_spent", "administration_hours", "unpaid_weeks")


def _euros(cents: int | None) -> float | None:
    return None if cents is None else in_euros(cents)


def _organisation(side: OrganisationSide, lang: str) -> dict[str, Any]:
    ground = side.source.ground if isinstance(side.source, HirePrice) else None
    return {
        "form": side.form.value,
        "per_hour": in_euros(side.per_hour),
        "vat": in_euros(side.vat),
        "vat_at_stake": in_euros(side.vat_at_stake),
        "vat_ground": ground and ground.name.in_language(lang),
        "vat_warning": ground and ground.warning.in_language(lang),
        "explanation": side.source.explanation.as_json(lang),
    }


def _presumption(presumption: Presumption) -> dict[str, Any]:
    return {
        "threshold": in_euros(presumption.threshold_cents),
        "below": presumption.below,
        "figure": figure_as_json(presumption.figure),
    }
