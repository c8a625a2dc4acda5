"""The cost of employment and hiring as JSON; the keys stand in docs/reference/pay/employer.md."""

from __future__ import annotations

from typing import Any

from flexpool.pay.employer import EmployerCost
from flexpool.pay.explanation import figure_as_json
from flexpool.pay.ownership import HireOverTime, OwnershipResult
from rondstroom.cli.pay.telling import in_euros


def cost_answer(cost: EmployerCost, lang: str) -> dict[str, Any]:
    """Give the build-up as plain values: amounts in euros, sentences in a language."""
    return {
        "per_year": in_euros(cost.total),
        "per_productive_hour": in_euros(cost.per_productive_hour),
        "gross": in_euros(cost.wage.gross),
        "pension_employee": in_euros(cost.wage.pension_employee),
        "paid_hours": round(float(cost.paid_hours), 2),
        "productive_hours": round(float(cost.productive_hours), 2),
        "low_unemployment_premium": cost.low_unemployment_premium,
        "elements": [
            {
                "key": one.key,
                "what": one.what.in_language(lang),
                "per_year": in_euros(one.year_cents),
                "per_hour": in_euros(one.hour_cents),
            }
            for one in cost.elements
        ],
        "cautions": [text.in_language(lang) for text in cost.cautions],
        "figures": [figure_as_json(figure) for figure in cost.explanation.all_figures],
        "explanation": cost.explanation.as_json(lang),
    }


def ownership_answer(result: OwnershipResult, lang: str) -> dict[str, Any]:
    """Give the cost of ownership as plain values: amounts in euros."""
    lasting = result.lasting
    return {
        "employer": cost_answer(result.employer, lang),
        "months": len(lasting.cumulative),
        "care_hours": round(float(lasting.care_hours), 2),
        "lasting": {
            "total": in_euros(lasting.total),
            "per_care_hour": in_euros(result.lasting_per_care_hour),
            "people": lasting.people,
            "cumulative": [in_euros(cents) for cents in lasting.cumulative],
        },
        "hires": [_hire(hire, lang) for hire in result.hires],
        "cautions": [text.in_language(lang) for text in result.cautions],
        "figures": [figure_as_json(figure) for figure in result.explanation.all_figures],
        "explanation": result.explanation.as_json(lang),
    }


def _hire(hire: HireOverTime, lang: str) -> dict[str, Any]:
    price = hire.price
    return {
        "name": price.offer.name,
        "form": price.offer.form.value,
        "per_hour": in_euros(price.per_hour),
        "vat": in_euros(price.vat),
        "vat_at_stake": in_euros(price.vat_at_stake),
        "vat_ground": price.offer.vat_ground.value,
        "vat_warning": price.ground.warning.in_language(lang),
        "total": in_euros(hire.cost.total),
        "vat_total": in_euros(hire.vat_total),
        "per_care_hour": in_euros(hire.per_care_hour),
        "people": hire.cost.people,
        "cumulative": [in_euros(cents) for cents in hire.cost.cumulative],
        "break_even_month": hire.break_even_month,
    }
