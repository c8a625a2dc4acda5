"""What work elsewhere is charged: wage, allowances, charges and fee, each on its line.

The same build-up and rounding as `flexpool.settlement`, which charges whole shifts.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flexpool.money import Rounding, times
from flexpool.pay.bounds import no_less_than_nothing
from flexpool.pay.explanation import Line
from flexpool.pay.wording import formula, number, percent
from flexpool.text import Text

NOTHING = Fraction(0)
MINUTES_HOUR = 60
TO_THE_CENT = Text("op hele centen", "to whole cents")


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceTerms:
    """What two parties agreed on the price of an hour.

    Parameters
    ----------
    hour_cents
        The gross hourly wage; of an agreed price: that price.
    holiday_allowance, year_end_bonus
        As a share of the wage, such as 8/100; nothing for an agreed price.
    charges
        The employer's premiums, pension, other costs and hours paid but not worked, as a share
        of all wage.
    fee
        For the formal role of employer, as a share of the cost.
    """

    hour_cents: int
    holiday_allowance: Fraction = NOTHING
    year_end_bonus: Fraction = NOTHING
    charges: Fraction = NOTHING
    fee: Fraction = NOTHING

    def __post_init__(self) -> None:
        no_less_than_nothing(self, "hour_cents", "holiday_allowance", "year_end_bonus")
        no_less_than_nothing(self, "charges", "fee")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Work to be charged: its minutes, the allowance for irregular hours, and expenses at cost.

    Parameters
    ----------
    minutes
        Minutes that are charged.
    allowance_cents
        The allowance over the same hours, as `flexpool.pay.ort` gives it on the hourly wage.
    expenses_cents
        Such as travel: charged as paid, without charges or fee.
    """

    minutes: int = MINUTES_HOUR
    allowance_cents: int = 0
    expenses_cents: int = 0


AN_HOUR = Work()


def price_of_work(terms: PriceTerms, work: Work = AN_HOUR) -> Line:
    """Give what work is charged, before VAT, as a tree of lines that add up to the cent.

    Keys: `lending.price` with parts `lending.cost`, `lending.fee` and `lending.expenses`.
    """
    cost = _cost(terms, work)
    fee = Line(
        "lending.fee",
        Text("Vergoeding voor het werkgeverschap", "Fee for the role of employer"),
        times(int(cost.amount), terms.fee, Rounding.HALF_UP),
        formula=formula("{} x {}", int(cost.amount), percent(terms.fee)),
        rounding=TO_THE_CENT,
    )
    expenses = Line(
        "lending.expenses", Text("Onkosten", "Expenses"), work.expenses_cents, formula=AS_PAID
    )
    parts = tuple(part for part in (cost, fee, expenses) if part is cost or part.amount)
    total = sum(int(part.amount) for part in parts)
    return Line("lending.price", Text("Prijs zonder btw", "Price without VAT"), total, parts=parts)


AS_PAID = Text("zoals betaald", "as paid")


def _cost(terms: PriceTerms, work: Work) -> Line:
    wage = _wage(terms, work)
    allowance = Line(
        "lending.allowance",
        Text("Toeslag onregelmatige uren", "Allowance for irregular hours"),
        work.allowance_cents,
    )
    paid = int(wage.amount) + work.allowance_cents
    holiday = _share_of(paid, terms.holiday_allowance, "holiday", HOLIDAY)
    bonus = _share_of(paid, terms.year_end_bonus, "year_end", YEAR_END)
    before = paid + int(holiday.amount) + int(bonus.amount)
    charges = _share_of(before, terms.charges, "charges", CHARGES)
    parts = [wage, *(one for one in (allowance, holiday, bonus, charges) if one.amount)]
    total = sum(int(part.amount) for part in parts)
    return Line("lending.cost", Text("Kostprijs", "Cost price"), total, parts=tuple(parts))


CHARGES = Text(
    "Werkgeverslasten: premies, pensioen, verlof, ziekte en overige kosten",
    "Employer's charges: premiums, pension, leave, sickness and other costs",
)
HOLIDAY = Text("Vakantietoeslag", "Holiday allowance")
YEAR_END = Text("Eindejaarsuitkering", "Year-end bonus")


def _wage(terms: PriceTerms, work: Work) -> Line:
    hours = Fraction(work.minutes, MINUTES_HOUR)
    return Line(
        "lending.wage",
        Text("Uren maal uurbedrag", "Hours times the amount of an hour"),
        times(terms.hour_cents, hours, Rounding.HALF_UP),
        formula=formula("{} x {}", number(hours), terms.hour_cents),
        rounding=TO_THE_CENT,
    )


def _share_of(base: int, share: Fraction, key: str, what: Text) -> Line:
    return Line(
        f"lending.{key}",
        what,
        times(base, share, Rounding.HALF_UP),
        formula=formula("{} x {}", base, percent(share)),
        rounding=TO_THE_CENT,
    )
