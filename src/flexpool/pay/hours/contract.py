"""What the contract pays in a year at a number of hours: wage, pension, tax."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flexpool.money import Rounding, rounded
from flexpool.pay.explanation import Line
from flexpool.pay.hours.situation import Situation
from flexpool.pay.ort.limits import above_group_limit
from flexpool.pay.pension import PensionPremium, pension_premium
from flexpool.pay.wage.scales import month_salary
from flexpool.pay.wage.terms import WEEKS_YEAR, WageTerms, wage_terms
from flexpool.pay.wage.year import YearWage, full_time_year, year_wage
from flexpool.pay.wording import WHOLE_CENTS, formula, number, percent
from flexpool.text import Text

NO_PENSION = PensionPremium(
    0, 0, Line("pension.employee", Text("Geen pensioenopbouw", "No pension is built up"), 0)
)


@dataclass(frozen=True, slots=True)
class Contract:
    """The contract of a situation with its terms looked up once.

    Parameters
    ----------
    situation
        What the person told.
    month
        The full-time month salary, with its source when it comes from a table.
    terms
        What the contract or the cao says.
    pensionable
        What counts for the pension at full time, in cents a year.
    """

    situation: Situation
    month: Line
    terms: WageTerms
    pensionable: int

    def wage(self, hours: Fraction) -> YearWage:
        """Give the wage of a year at a number of contract hours."""
        part_time = hours / self.terms.full_time_hours
        return year_wage(int(self.month.amount), part_time, self._irregular(hours), self.terms)

    def pension(self, hours: Fraction) -> PensionPremium:
        """Give the pension premium of a year at a number of contract hours."""
        if not self.situation.job.pension:
            return NO_PENSION
        day = self.situation.household.first_day
        return pension_premium(self.pensionable, hours / self.terms.full_time_hours, day)

    @property
    def no_irregular(self) -> Text | None:
        """Why the cao gives no allowance for irregular hours in this scale; None when it does."""
        scale = self.situation.job.scale
        group = int(scale.scale) if scale else None
        return above_group_limit(self.situation.job.cao, group, terms_day(self.situation))

    def _irregular(self, hours: Fraction) -> int:
        if self.no_irregular:
            return 0
        hour = int(self.month.amount) / self.terms.month_hours
        paid_hours = sum((share * worked for share, worked in self._bands(hours)), Fraction(0))
        return rounded(hour * paid_hours * WEEKS_YEAR, Rounding.HALF_UP)

    def _bands(self, hours: Fraction) -> list[tuple[Fraction, Fraction]]:
        """Give each share with its hours a week; they grow along with the contract."""
        irregular, grown = self.situation.irregular, hours / self.situation.hours_now
        of_salary = [(irregular.share_of_salary, hours)]
        return [(one.share, one.hours_week * grown) for one in irregular.bands] or of_salary

    def irregular_lines(self, hours: Fraction) -> tuple[Line, ...]:
        """Tell how the allowance for irregular hours of a year comes about; nothing without one."""
        amount = self._irregular(hours)
        if not amount:
            return ()
        bands = [formula("{} x {}", number(h), percent(share)) for share, h in self._bands(hours)]
        return (
            Line(
                "hours.irregular",
                Text("ORT per jaar", "Irregular-hours allowance a year"),
                amount,
                formula=formula(
                    "{} / {} x (" + " + ".join("{}" for _band in bands) + ") x {}",
                    int(self.month.amount),
                    number(self.terms.month_hours),
                    *bands,
                    str(WEEKS_YEAR),
                ),
                rounding=WHOLE_CENTS,
            ),
        )


def contract_of(situation: Situation) -> Contract:
    """Look up salary and terms.

    Raises
    ------
    NoSuchStep, TermNotKnown, NoFigureForDate
        When the cao's table or terms are not known.
    """
    job = situation.job
    terms = wage_terms(
        job.cao,
        terms_day(situation),
        full_time_hours=job.full_time_hours,
        holiday_allowance=job.holiday_allowance,
        year_end_bonus=job.year_end_bonus,
    )
    if job.scale is not None:
        month = month_salary(job.cao, job.scale.scale, job.scale.step, job.scale.on)
    else:
        assert job.full_time_month_cents is not None
        told = Text("Maandsalaris voltijd, zoals opgegeven", "Full-time month salary, as told")
        month = Line("wage.month_salary", told, job.full_time_month_cents)
    return Contract(situation, month, terms, full_time_year(int(month.amount), terms))


def terms_day(situation: Situation) -> date:
    """Give the day on which cao and minimum wage are read: the start if it lies in the year."""
    told = (situation.job.scale and situation.job.scale.on, situation.starts_on)
    days = [day for day in told if day and day.year == situation.year]
    return days[0] if days else situation.household.first_day
