"""What a calculation of self-employment does not say, and the facts that go with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from flexpool.parameters import Value, all_figures
from flexpool.pay.self_employed.result import Presumption
from flexpool.pay.self_employed.situation import SelfEmployment
from flexpool.text import Text

NO_VERDICT = Text(
    "Dit is geen juridisch oordeel. Of dit werk als zelfstandige mag, hangt af van hoe het werk "
    "in de praktijk gaat; dat wordt hier niet beoordeeld.",
    "This is no legal verdict. Whether this work may be done as self-employed depends on how it is "
    "done in practice; that is not judged here.",
)
NO_BENEFITS = Text(
    "Gerekend is voor iemand onder de AOW-leeftijd; toeslagen, ander inkomen en een partner zijn "
    "niet meegeteld.",
    "Counted for somebody below AOW age; benefits, other income and a partner are not counted.",
)
NO_INSURANCE = Text(
    "Er is geen verzekering tegen arbeidsongeschiktheid meegeteld: wie langer ziek is dan hier "
    "staat, heeft geen inkomen.",
    "No disability insurance is counted: who is ill for longer than told here has no income.",
)
YEARLY_ROOM = Text(
    "Of het pensioengeld helemaal aftrekbaar is, hangt af van de jaarruimte; die is niet "
    "nagerekend.",
    "Whether all pension saving is deductible depends on the yearly room; that is not checked.",
)
NO_PENSION = Text(
    "Er wordt niets voor het pensioen opzij gezet.", "Nothing is put aside for the pension."
)
CONDITIONS = Text(
    "Van de voorwaarden voor de aftrek voor ondernemers is alleen het aantal uren nagerekend.",
    "Of the conditions for the deductions of the self-employed only the hours are checked.",
)


def cautions(work: SelfEmployment, *, deducts: bool) -> tuple[Text, ...]:
    """Give what the result does not say, the legal form first."""
    return (NO_VERDICT, NO_BENEFITS, *_personal(work, deducts=deducts))


def _personal(work: SelfEmployment, *, deducts: bool) -> Iterator[Text]:
    if deducts:
        yield CONDITIONS
    if not work.disability_premium_cents:
        yield NO_INSURANCE
    if not work.pension_saving_cents:
        yield NO_PENSION
    elif work.pension_is_deductible:
        yield YEARLY_ROOM


def presumption(rate_cents: int, on: date) -> Presumption | None:
    """Give the rate below which employment is expected to be presumed; None when not known."""
    figure = _expected("pay.self_employed.presumption_tariff", on)
    if figure is None:
        return None
    return Presumption(threshold_cents=figure.value, figure=figure, below=rate_cents < figure.value)


def _expected(name: str, on: date) -> Value | None:
    """Give the value on a day, or else the first that is known for later."""
    values = all_figures()[name].values
    return next((one for one in values if one.valid_until is None or one.valid_until > on), None)
