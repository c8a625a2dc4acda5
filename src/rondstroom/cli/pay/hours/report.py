"""The hours calculation as people read it on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from flexpool.pay.benefits.benefit import TITLES, BenefitName
from flexpool.pay.hours.outcome import HoursResult, Outcome
from flexpool.pay.wording import number, percent
from flexpool.text import Text
from rondstroom.cli.pay.columns import amount, listed, table
from rondstroom.cli.pay.telling import sources

AMOUNTS = {
    "gross": Text("Brutoloon", "Gross wage"),
    "irregular": Text("  waarvan ORT", "  irregular hours in it"),
    "pension": Text("Pensioenpremie", "Pension premium"),
    "tax": Text("Belasting", "Tax"),
    "net_wage": Text("Nettoloon", "Net wage"),
    "partner_net": Text("Netto van je partner", "Your partner's net income"),
    **{name.value: TITLES[name] for name in BenefitName},
    "child_care_cost": Text("Kosten kinderopvang", "Cost of child care"),
    "travel": Text("Reiskosten", "Travel"),
    "disposable": Text("Te besteden", "To spend"),
}


def report(result: HoursResult, lang: str) -> Iterator[str]:
    """Give the months of now and wanted side by side, what it means, and the sources."""
    now, wanted = result.now, result.wanted
    heads = [_hours(now), _hours(wanted), Text("verschil", "difference")]
    rows = [
        (what, [amount(a), amount(b), amount(b - a)])
        for name, what in AMOUNTS.items()
        for a, b in [(now.month(name), wanted.month(name))]
        if a or b
    ]
    yield Text("Euro per maand", "Euros a month").in_language(lang)
    yield table(heads, rows, lang)
    yield ""
    yield listed([*_findings(result), *(notice.text for notice in result.notices)], lang)
    yield from sources(result.explanation, lang)


def _hours(year: Outcome) -> Text:
    told = number(year.hours)
    return Text(f"{told.nl} uur", f"{told.en} hours")


def _findings(result: HoursResult) -> Iterator[Text]:
    if result.net_per_extra_hour is None:
        return
    left = amount(result.net_per_extra_hour)
    yield Text(f"Van een uur meer houd je {left.nl} over.", f"Of an hour more {left.en} is left.")
    for stretch in result.hard_truths_between:
        low, high = number(stretch.from_hours), number(stretch.to_hours)
        kept = percent(Fraction(round(stretch.kept * 100), 100))
        yield Text(
            f"Tussen {low.nl} en {high.nl} uur houd je van wat je meer verdient {kept.nl} over.",
            f"Between {low.en} and {high.en} hours {kept.en} is left of what you earn more.",
        )
