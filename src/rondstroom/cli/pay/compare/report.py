"""What `rondstroom pay compare` tells: the forms side by side, and what to mind and ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flexpool.pay.comparison import (
    CERTAINTIES,
    FORMS,
    SAYS,
    ComparisonResult,
    OrganisationSide,
    WorkerSide,
)
from flexpool.pay.ownership import HirePrice
from flexpool.pay.wording import percent
from flexpool.text import Text
from rondstroom.cli.pay.columns import amount, hours, listed, side_by_side
from rondstroom.cli.pay.telling import sources

YES_NO = {True: Text("ja", "yes"), False: Text("nee", "no")}
WORKER_ROWS: dict[Text, Callable[[WorkerSide], Text]] = {
    Text("Bruto (zzp: winst)", "Gross (self-employed: profit)"): lambda s: amount(s.gross),
    Text("Belasting en bijdrage", "Tax and contribution"): lambda s: amount(s.tax_and_contribution),
    Text("Eigen pensioenpremie", "Own pension premium"): lambda s: amount(s.pension_own),
    Text("Eigen verzekering (AOV)", "Own disability insurance"): (
        lambda s: amount(s.disability_premium)
    ),
    Text("Netto", "Net"): lambda s: amount(s.net),
    Text("Netto bij even groot pensioen", "Net with the same pension"): (
        lambda s: amount(s.like_for_like)
    ),
    Text("  per besteed uur", "  per hour spent"): (
        lambda s: amount(s.like_for_like_per_hour_spent)
    ),
    Text("Samen opzij voor pensioen", "Put aside for the pension in all"): (
        lambda s: amount(s.pension_total)
    ),
    Text("Betaalde uren zorg", "Paid hours of care"): lambda s: hours(s.worked_hours),
    Text("Bestede uren", "Hours spent"): lambda s: hours(s.hours_spent),
    Text("  waarvan eigen administratie", "  of which own administration"): (
        lambda s: hours(s.administration_hours)
    ),
    Text("Weken zonder inkomen", "Weeks without income"): lambda s: hours(s.unpaid_weeks),
    Text("Doorbetaald bij ziekte", "Paid when ill"): lambda s: YES_NO[s.paid_when_ill],
    Text("Doorbetaald bij vrij", "Paid when on leave"): lambda s: YES_NO[s.paid_holiday],
    Text("Avond, nacht en weekend", "Evening, night and weekend"): (
        lambda s: percent(s.conditions.evening_night_weekend)
    ),
    Text("Betaalde scholing, uren", "Paid training, hours"): (
        lambda s: hours(s.conditions.paid_training_hours)
    ),
}
ORGANISATION_ROWS: dict[Text, Callable[[OrganisationSide], Text]] = {
    Text("Prijs", "Price"): lambda s: amount(s.per_hour),
    Text("  waarvan btw", "  of which VAT"): lambda s: amount(s.vat),
    Text("Btw als de grond niet geldt", "VAT if the ground does not hold"): (
        lambda s: amount(s.vat_at_stake)
    ),
}


def report(result: ComparisonResult, lang: str) -> str:
    """Give the forms side by side, and below what one gives up, asks and must mind."""
    return "\n".join(_chapters(result, lang))


def _chapters(result: ComparisonResult, lang: str) -> Iterator[str]:
    yield Text(f"Per jaar, {result.year}", f"A year, {result.year}").in_language(lang)
    yield side_by_side(result.workers, lambda s: FORMS[s.form], WORKER_ROWS, lang)
    for side in result.workers:
        yield _heading(_in_short(side), lang)
        yield listed(side.gives_up, lang)
    if result.organisations:
        yield _heading(Text("Prijs van een uur zorg", "Price of an hour of care"), lang)
        yield side_by_side(result.organisations, lambda s: FORMS[s.form], ORGANISATION_ROWS, lang)
    yield _heading(Text("Om over te praten", "To talk about"), lang)
    yield listed((question.text for question in result.questions), lang)
    yield _heading(Text("Let op", "Mind"), lang)
    yield listed((*result.cautions, *_presumed(result), *_grounds(result)), lang)
    yield from sources(result.explanation, lang)


def _heading(text: Text, lang: str) -> str:
    return "\n" + text.in_language(lang)


def _in_short(side: WorkerSide) -> Text:
    """Say what a form is like; what one gives up by it follows."""
    name, say = FORMS[side.form], SAYS[side.conditions.say]
    sure = CERTAINTIES[side.conditions.certainty]
    lost = Text("Je geeft op:", "You give up:") if side.gives_up else Text("", "")
    return Text(
        f"{name.nl.capitalize()}: {sure.nl}; {say.nl}. {lost.nl}".rstrip(),
        f"{name.en.capitalize()}: {sure.en}; {say.en}. {lost.en}".rstrip(),
    )


def _presumed(result: ComparisonResult) -> Iterator[Text]:
    """Tell the rate of the presumption as a fact, with its source."""
    if (presumption := result.presumption) is None:
        return
    rate, figure = amount(presumption.threshold_cents), presumption.figure
    below = presumption.below
    yield Text(
        f"Onder {rate.nl} per uur wordt naar verwachting vanaf {figure.valid_from} een "
        f"arbeidsovereenkomst vermoed; dat is nog geen geldend recht. Dit tarief ligt daar "
        f"{'onder' if below else 'niet onder'}. Bron (secundair): {figure.source}.",
        f"Below {rate.en} an hour employment is expected to be presumed from {figure.valid_from}; "
        f"that is not law yet. This rate is {'below' if below else 'not below'} it. Source "
        f"(secondary): {figure.source}.",
    )


def _grounds(result: ComparisonResult) -> Iterator[Text]:
    for side in result.organisations:
        if isinstance(side.source, HirePrice) and side.vat_at_stake:
            ground, name = side.source.ground, FORMS[side.form]
            yield Text(
                f"Btw, {name.nl}: {ground.name.nl}. {ground.warning.nl} ({ground.source})",
                f"VAT, {name.en}: {ground.name.en}. {ground.warning.en} ({ground.source})",
            )
