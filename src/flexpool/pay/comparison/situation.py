"""The same care work in four forms: what each party tells about each of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from flexpool.money import Rounding, times
from flexpool.pay.comparison.conditions import Certainty, Conditions, Say
from flexpool.pay.employer.employment import EmployerSituation, Productivity
from flexpool.pay.ownership.situation import HireForm, HireOffer
from flexpool.pay.self_employed.situation import WEEKS_A_YEAR, SelfEmployment
from flexpool.refusal import Impossible

__all__ = [
    "HIRED_AS",
    "Certainty",
    "Comparison",
    "Conditions",
    "EmployedForm",
    "Form",
    "Say",
    "SelfEmployedForm",
]

NOTHING = Fraction(0)


class Form(StrEnum):
    """The four forms, in the order in which they are shown."""

    OWN_ORGANISATION = "own_organisation"
    POOL = "pool"
    AGENCY = "agency"
    SELF_EMPLOYED = "self_employed"


HIRED_AS = {
    Form.POOL: HireForm.SECONDMENT,
    Form.AGENCY: HireForm.AGENCY,
    Form.SELF_EMPLOYED: HireForm.SELF_EMPLOYED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployedForm:
    """Working in employment: at one's own organisation, the regional pool or an agency.

    Parameters
    ----------
    employer
        Contract, premiums, productivity and other costs.
    conditions
        What it means beside money.
    unpaid_weeks
        Weeks a year without work and without wage, as may happen at an agency; salary, other
        wage, ORT, leave and training shrink along.
    paid_when_ill
        Whether the wage goes on in illness.
    """

    employer: EmployerSituation
    conditions: Conditions
    unpaid_weeks: Fraction = NOTHING
    paid_when_ill: bool = True

    def __post_init__(self) -> None:
        if not 0 <= self.unpaid_weeks < WEEKS_A_YEAR:
            raise Impossible(
                "unpaid_weeks",
                "geef een aantal weken van 0 tot onder 52",
                "give a number of weeks from 0 to under 52",
            )

    @property
    def worked_year(self) -> EmployerSituation:
        """The contract as it is really paid, without the unpaid weeks."""
        paid = 1 - self.unpaid_weeks / WEEKS_A_YEAR
        contract = self.employer.employment
        worked = replace(
            contract,
            hours_per_week=contract.hours_per_week * paid,
            irregular_cents=times(contract.irregular_cents, paid, Rounding.HALF_UP),
            other_wage_cents=times(contract.other_wage_cents, paid, Rounding.HALF_UP),
        )
        return replace(self.employer, employment=worked, productivity=self._productivity(paid))

    def _productivity(self, paid: Fraction) -> Productivity:
        """Give leave and training for the paid part of the year: they are earned by working."""
        whole = self.employer.productivity
        if whole.leave_hours is None or whole.training_hours is None:
            return whole
        return replace(
            whole, leave_hours=whole.leave_hours * paid, training_hours=whole.training_hours * paid
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfEmployedForm:
    """Working as a self-employed person."""

    work: SelfEmployment
    conditions: Conditions


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The same care work, one calendar year, in four forms.

    A form that is None is left out; at least two must be there.

    Parameters
    ----------
    own_organisation, pool, agency, self_employed
        The worker's side of each form.
    combination
        Whether the combination credit (IACK) is due, in every form. What the self-employed form
        itself says of it is not read.
    pool_hire, agency_hire, self_employed_hire
        The organisation's side: what it pays per hour for each; None leaves it out. The own
        organisation's price follows from its contract.

    Raises
    ------
    ValueError
        When fewer than two forms are given, or they are of different years.
    """

    own_organisation: EmployedForm | None = None
    pool: EmployedForm | None = None
    agency: EmployedForm | None = None
    self_employed: SelfEmployedForm | None = None
    pool_hire: HireOffer | None = None
    agency_hire: HireOffer | None = None
    self_employed_hire: HireOffer | None = None
    combination: bool = False

    def __post_init__(self) -> None:
        if len(self.years) < 2:
            raise Impossible(
                "own_organisation",
                "geef minstens twee vormen om te vergelijken",
                "give at least two forms to compare",
            )
        if len(set(self.years)) > 1:
            raise Impossible(
                "year",
                "elke vorm moet van hetzelfde kalenderjaar zijn",
                "every form must be of the same calendar year",
            )
        for form, offer in self.hires.items():
            if offer.form is not HIRED_AS[form]:
                raise Impossible(
                    f"{form}_hire.form",
                    f"dit moet {HIRED_AS[form]} zijn",
                    f"this must be {HIRED_AS[form]}",
                )

    @property
    def employed(self) -> dict[Form, EmployedForm]:
        """The forms of employment that are given."""
        given = {
            Form.OWN_ORGANISATION: self.own_organisation,
            Form.POOL: self.pool,
            Form.AGENCY: self.agency,
        }
        return {form: employed for form, employed in given.items() if employed}

    @property
    def hires(self) -> dict[Form, HireOffer]:
        """The prices that the organisation pays for hiring, where given."""
        given = {
            Form.POOL: self.pool_hire,
            Form.AGENCY: self.agency_hire,
            Form.SELF_EMPLOYED: self.self_employed_hire,
        }
        return {form: offer for form, offer in given.items() if offer}

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar year of each form given."""
        years = [form.employer.employment.year for form in self.employed.values()]
        return (*years, *([self.self_employed.work.year] if self.self_employed else []))
