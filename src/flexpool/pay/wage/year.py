"""The wage of a year: salary, irregular hours, holiday allowance and year-end bonus."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flexpool.money import Rounding, times
from flexpool.parameters import Value
from flexpool.pay.explanation import Line
from flexpool.pay.wage.terms import MONTHS_YEAR, WageTerms
from flexpool.pay.wording import WHOLE_CENTS, formula, number, percent
from flexpool.text import Text

IRREGULAR = Text("Onregelmatigheidstoeslag (ORT)", "Allowance for irregular hours (ORT)")
HOLIDAY = Text(
    "Vakantietoeslag over salaris en ORT", "Holiday allowance over salary and irregular hours"
)
YEAR_END = Text("Eindejaarsuitkering over het salaris", "Year-end bonus over the salary")


@dataclass(frozen=True, slots=True)
class YearWage:
    """What a contract pays in a year before tax, in whole cents."""

    salary: int
    irregular: int
    holiday_allowance: int
    year_end_bonus: int
    explanation: Line

    @property
    def gross(self) -> int:
        """Everything together."""
        return self.salary + self.irregular + self.holiday_allowance + self.year_end_bonus


def full_time_year(month_cents: int, terms: WageTerms) -> int:
    """Give the full-time year salary with both allowances, in cents: what the pension counts."""
    return year_wage(month_cents, Fraction(1), 0, terms).gross


def year_wage(
    month_cents: int, part_time: Fraction, irregular_cents: int, terms: WageTerms
) -> YearWage:
    """Give the wage of a year in which nothing changes.

    Parameters
    ----------
    month_cents
        Month salary at full time.
    part_time
        Contract hours as a share of full time.
    irregular_cents
        Allowance for irregular hours over the year.
    terms
        What the cao says.
    """
    salary = times(month_cents, MONTHS_YEAR * part_time, Rounding.HALF_UP)
    holiday = times(salary + irregular_cents, terms.holiday_allowance, Rounding.HALF_UP)
    bonus = times(salary, terms.year_end_bonus, Rounding.HALF_UP)
    parts = (
        _salary(month_cents, part_time, salary),
        Line("wage.irregular", IRREGULAR, irregular_cents),
        _share("holiday_allowance", HOLIDAY, salary + irregular_cents, holiday, terms),
        _share("year_end_bonus", YEAR_END, salary, bonus, terms),
    )
    gross = salary + irregular_cents + holiday + bonus
    explained = Line("wage.gross", Text("Brutoloon", "Gross wage"), gross, parts=parts)
    return YearWage(salary, irregular_cents, holiday, bonus, explained)


def _salary(month_cents: int, part_time: Fraction, amount: int) -> Line:
    told = formula("{} x {} x {}", str(MONTHS_YEAR), month_cents, number(part_time))
    what = Text("Salaris", "Salary")
    return Line("wage.salary", what, amount, formula=told, rounding=WHOLE_CENTS)


def _share(field: str, what: Text, over: int, amount: int, terms: WageTerms) -> Line:
    told = formula("{} x {}", over, percent(getattr(terms, field)))
    return Line(
        f"wage.{field}",
        what,
        amount,
        formula=told,
        figures=_of(field, terms.figures),
        rounding=WHOLE_CENTS,
    )


def _of(field: str, figures: tuple[Value, ...]) -> tuple[Value, ...]:
    return tuple(figure for figure in figures if figure.name.endswith(field))
