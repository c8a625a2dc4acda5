"""What one gives up by choosing a form, against the other forms: sentences with numbers.

Each function looks at one side of a form and gives a sentence, or None when nothing is given up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from flexpool.money import as_text
from flexpool.pay.comparison.names import CERTAINTIES, IN_FORM, SAYS
from flexpool.pay.comparison.result import WorkerSide
from flexpool.pay.wording import number, percent
from flexpool.text import Text

Sides = Sequence[WorkerSide]


def given_up(side: WorkerSide, sides: Sides) -> tuple[Text, ...]:
    """Give what the worker gives up by choosing this form, money first."""
    told = (look(side, sides) for look in LOOKS)
    return tuple(text for text in told if text)


def _income(side: WorkerSide, sides: Sides) -> Text | None:
    own = side.like_for_like_per_hour_spent
    paid = [(other.like_for_like_per_hour_spent or 0, other) for other in sides]
    most, best = max(paid, key=lambda one: one[0])
    if own is None or own >= most:
        return None
    less, name = most - own, IN_FORM[best.form]
    return Text(
        f"{as_text(less)} netto per besteed uur minder dan {name.nl}, bij een even groot pensioen.",
        f"{as_text(less, 'en')} net per hour spent less than {name.en}, with the same pension.",
    )


def _pension(side: WorkerSide, sides: Sides) -> Text | None:
    most = max(sides, key=lambda other: other.pension_total)
    less = most.pension_total - side.pension_total
    if not less:
        return None
    name = IN_FORM[most.form]
    return Text(
        f"{as_text(less)} per jaar minder voor je pensioen dan {name.nl}.",
        f"{as_text(less, 'en')} a year less for your pension than {name.en}.",
    )


def _illness(side: WorkerSide, sides: Sides) -> Text | None:
    if side.paid_when_ill or not any(other.paid_when_ill for other in sides):
        return None
    insured = Text("met", "with") if side.disability_premium else Text("zonder", "without")
    return Text(
        f"Doorbetaling bij ziekte: {insured.nl} eigen arbeidsongeschiktheidsverzekering.",
        f"Pay in illness: {insured.en} a disability insurance of your own.",
    )


def _weeks(side: WorkerSide, sides: Sides) -> Text | None:
    fewest = min(other.unpaid_weeks for other in sides)
    if side.unpaid_weeks <= fewest:
        return None
    weeks = number(side.unpaid_weeks)
    return Text(
        f"Inkomen in {weeks.nl} weken per jaar: vrij, ziek of zonder opdracht.",
        f"Income in {weeks.en} weeks a year: free, ill or without work.",
    )


def _certainty(side: WorkerSide, sides: Sides) -> Text | None:
    degrees = list(CERTAINTIES)
    most = max(sides, key=lambda other: degrees.index(other.conditions.certainty))
    own, best = (CERTAINTIES[one.conditions.certainty] for one in (side, most))
    if own is best:
        return None
    return Text(f"Zekerheid: {own.nl}, niet {best.nl}.", f"Certainty: {own.en}, not {best.en}.")


def _say(side: WorkerSide, sides: Sides) -> Text | None:
    degrees = list(SAYS)
    most = max(sides, key=lambda other: degrees.index(other.conditions.say))
    own, best = (SAYS[one.conditions.say] for one in (side, most))
    if own is best:
        return None
    return Text(
        f"Zeggenschap over je uren: {own.nl}; {IN_FORM[most.form].nl}: {best.nl}.",
        f"Say over your hours: {own.en}; {IN_FORM[most.form].en}: {best.en}.",
    )


def _unpaid_time(side: WorkerSide, sides: Sides) -> Text | None:
    more = side.administration_hours - min(other.administration_hours for other in sides)
    if more <= 0:
        return None
    hours = number(more)
    return Text(
        f"{hours.nl} uur eigen tijd per jaar voor administratie.",
        f"{hours.en} hours of your own time a year for administration.",
    )


def _training(side: WorkerSide, sides: Sides) -> Text | None:
    paid = side.conditions.paid_training_hours
    less = max(other.conditions.paid_training_hours for other in sides) - paid
    if less <= 0:
        return None
    hours = number(less)
    return Text(
        f"{hours.nl} uur betaalde scholing per jaar.", f"{hours.en} hours of paid training a year."
    )


def _evenings(side: WorkerSide, sides: Sides) -> Text | None:
    least = min(sides, key=lambda other: other.conditions.evening_night_weekend)
    own, fewest = _share(side), _share(least)
    if own <= fewest:
        return None
    mine, theirs, name = percent(own), percent(fewest), IN_FORM[least.form]
    return Text(
        f"Vrije avonden, nachten en weekenden: {mine.nl} van de uren valt daarin, {name.nl} "
        f"{theirs.nl}.",
        f"Free evenings, nights and weekends: {mine.en} of the hours fall there, {name.en} "
        f"{theirs.en}.",
    )


def _share(side: WorkerSide) -> Fraction:
    return side.conditions.evening_night_weekend


LOOKS: tuple[Callable[[WorkerSide, Sides], Text | None], ...] = (
    _income,
    _pension,
    _illness,
    _weeks,
    _certainty,
    _say,
    _unpaid_time,
    _training,
    _evenings,
)
