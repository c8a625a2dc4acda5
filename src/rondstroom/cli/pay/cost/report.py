"""What `rondstroom pay cost` tells: the build-up of an hour, and employment against hiring."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from flexpool.pay.employer import EmployerCost
from flexpool.pay.ownership import HireOverTime, OwnershipResult
from flexpool.text import Text
from rondstroom.cli.pay.columns import amount, hours, listed, plain, side_by_side, table
from rondstroom.cli.pay.telling import sources

PER_CARE_HOUR = Text("Kosten per uur zorg", "Cost per hour of care")
IN_ALL = Text("Totaal", "In all")
NEVER = Text("niet", "never")
HIRE_ROWS: dict[Text, Callable[[HireOverTime], Text]] = {
    Text("Prijs van een uur", "Price of an hour"): lambda h: amount(h.price.per_hour),
    Text("  btw daarin", "  VAT in it"): lambda h: amount(h.price.vat),
    Text("  btw als de grond niet geldt", "  VAT if the ground does not hold"): (
        lambda h: amount(h.price.vat_at_stake)
    ),
    Text("Kosten in de hele periode", "Cost over the whole period"): lambda h: amount(h.cost.total),
    Text("  btw in die kosten", "  VAT in that cost"): lambda h: amount(h.vat_total),
    Text("Mensen na elkaar", "People one after another"): lambda h: plain(h.cost.people),
    PER_CARE_HOUR: lambda h: amount(h.per_care_hour),
    Text("In dienst goedkoper vanaf maand", "Employment cheaper from month"): (
        lambda h: plain(h.break_even_month) if h.break_even_month else NEVER
    ),
}


def cost_report(cost: EmployerCost, lang: str) -> str:
    """Give the cost of an employee, built up, with what may change it and its sources."""
    parts = [_build_up(cost, lang), *_mind(cost.cautions, lang)]
    return "\n".join([*parts, *sources(cost.explanation, lang)])


def ownership_report(result: OwnershipResult, lang: str) -> str:
    """Give the build-up, the total cost of the lasting worker, and each way of hiring."""
    return "\n".join(_chapters(result, lang))


def _chapters(result: OwnershipResult, lang: str) -> Iterator[str]:
    yield _build_up(result.employer, lang)
    months = len(result.lasting.cumulative)
    care = hours(result.lasting.care_hours)
    yield "\n" + Text(
        f"In {months} maanden, voor {care.nl} uur zorg",
        f"In {months} months, for {care.en} hours of care",
    ).in_language(lang)
    lasting = result.explanation.find("ownership.lasting")
    rows = [(line.what, [amount(int(line.amount))]) for line in (*lasting.parts, lasting)]
    rows.append((PER_CARE_HOUR, [amount(result.lasting_per_care_hour)]))
    yield table([IN_ALL], rows, lang)
    if result.hires:
        yield ""
        yield side_by_side(result.hires, lambda h: plain(h.price.offer.name), HIRE_ROWS, lang)
    yield from _mind((*result.cautions, *map(_ground, result.hires)), lang)
    yield from sources(result.explanation, lang)


def _build_up(cost: EmployerCost, lang: str) -> str:
    rows = [
        (one.what, [amount(one.year_cents), amount(one.hour_cents)])
        for one in cost.elements
        if one.year_cents
    ]
    rows.append((IN_ALL, [amount(cost.total), amount(cost.per_productive_hour)]))
    care = hours(cost.productive_hours)
    heads = [Text("per jaar", "a year"), Text("per uur zorg", "per hour of care")]
    told = Text(f"{care.nl} uur zorg per jaar", f"{care.en} hours of care a year")
    return f"{told.in_language(lang)}\n{table(heads, rows, lang)}"


def _mind(cautions: Iterable[Text], lang: str) -> Iterator[str]:
    if told := listed(cautions, lang):
        yield "\n" + Text("Let op", "Mind").in_language(lang)
        yield told


def _ground(hire: HireOverTime) -> Text:
    name, ground = hire.price.offer.name, hire.price.ground
    return Text(
        f"Btw, {name}: {ground.name.nl}. {ground.warning.nl} ({ground.source})",
        f"VAT, {name}: {ground.name.en}. {ground.warning.en} ({ground.source})",
    )
