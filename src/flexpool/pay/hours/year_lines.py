"""How one year at one number of contract hours explains itself."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flexpool.pay.benefits.benefit import Benefit
from flexpool.pay.benefits.child_care import KIND_WORDS
from flexpool.pay.benefits.household import Care, Household
from flexpool.pay.explanation import Line
from flexpool.pay.hours.contract import Contract
from flexpool.pay.hours.household_at import care_costs, child_care_cost, travel_cost
from flexpool.pay.pension import PensionPremium
from flexpool.pay.taxes.year import YearlyTax
from flexpool.pay.wage.year import YearWage
from flexpool.pay.wording import WHOLE_CENTS, formula, number
from flexpool.text import Text


@dataclass(frozen=True, slots=True)
class YearAt:
    """The calculations of which an outcome is made."""

    contract: Contract
    hours: Fraction
    wage: YearWage
    pension: PensionPremium
    tax: YearlyTax
    partner_tax: YearlyTax | None
    home: Household
    benefits: tuple[Benefit, ...]

    def explanation(self) -> Line:
        """Tell how the household comes to what it can spend."""
        partner = [_partner_net(self.partner_tax)] if self.partner_tax else []
        added = [self._net_wage(), *partner, *(b.explanation for b in self.benefits)]
        costs = [self._child_care(), self._travel()]
        total, spent = (sum(int(line.amount) for line in lines) for lines in (added, costs))
        told = number(self.hours)
        return Line(
            "hours.disposable",
            Text(
                f"Wat je huishouden per jaar kan uitgeven bij {told.nl} uur per week",
                f"What your household can spend a year at {told.en} hours a week",
            ),
            total - spent,
            formula=formula("{} - {}", total, spent),
            parts=(*added, *costs),
        )

    def _net_wage(self) -> Line:
        told, tax = number(self.hours), self.tax.tax
        return Line(
            "hours.net_wage",
            Text(f"Nettoloon bij {told.nl} uur per week", f"Net wage at {told.en} hours a week"),
            self.wage.gross - self.pension.employee - tax,
            formula=formula("{} - {} - {}", self.wage.gross, self.pension.employee, tax),
            parts=(
                self.contract.month,
                *self.contract.irregular_lines(self.hours),
                self.wage.explanation,
                self.pension.explanation,
                self.tax.explanation,
            ),
        )

    def _child_care(self) -> Line:
        what = Text("Kinderopvang, voor de toeslag", "Child care, before the benefit")
        lines = tuple(_care(*cost) for cost in care_costs(self.home))
        return Line("hours.child_care_cost", what, child_care_cost(self.home), parts=lines)

    def _travel(self) -> Line:
        travel = self.contract.situation.travel
        return Line(
            "hours.travel",
            Text("Reiskosten naar je werk", "Travel to work"),
            travel_cost(self.contract.situation, self.hours),
            formula=formula(
                "{} / {} x {} x {}",
                number(self.hours),
                number(travel.hours_day),
                number(travel.weeks_year),
                travel.cost_day_cents,
            ),
            rounding=WHOLE_CENTS,
        )


def _care(care: Care, months: int, cost: int) -> Line:
    return Line(
        "hours.care",
        KIND_WORDS[care.kind],
        cost,
        formula=formula("{} x {} x {}", str(months), number(care.hours_month), care.rate_cents),
        rounding=WHOLE_CENTS,
    )


def _partner_net(tax: YearlyTax) -> Line:
    what = Text("Inkomen van je partner na belasting", "Your partner's income after tax")
    told = formula("{} - {}", tax.taxable, tax.tax)
    return Line("hours.partner_net", what, tax.net, formula=told, parts=(tax.explanation,))
