"""What `rondstroom check` tells: findings per worker, one JSON object, or unreadable cells."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from flexpool.text import Text
from flexpool.worktime import Explanation, Finding, Severity
from rondstroom.cli.check_cells import UnableToRead
from rondstroom.cli.check_file import Roster

WIDTH = 96
INDENT = "      "
MOST_SHOWN = 50
SEVERITIES = {
    "nl": {Severity.BREACH: "overtreding", Severity.WARNING: "let op", Severity.POLICY: "beleid"},
    "en": {Severity.BREACH: "breach", Severity.WARNING: "warning", Severity.POLICY: "policy"},
}

COUNTED = (
    {"nl": ("dienst", "diensten"), "en": ("shift", "shifts")},
    {"nl": ("medewerker", "medewerkers"), "en": ("worker", "workers")},
    {"nl": ("overtreding", "overtredingen"), "en": ("breach", "breaches")},
    {
        "nl": ("andere bevinding", "andere bevindingen"),
        "en": ("other finding", "other findings"),
    },
)


@dataclass
class Judged:
    """A roster with everything that was found in it."""

    roster: Roster
    findings: list[Finding] = field(default_factory=list)
    explanations: list[tuple[str, Explanation]] = field(default_factory=list)
    rules_checked: dict[str, None] = field(default_factory=dict)


def report(judged: Judged, lang: str) -> str:
    """Give the findings per worker, with the article and what would cure each."""
    lines: list[str] = []
    for worker, own in groupby(judged.findings, key=lambda finding: finding.worker):
        lines.append(worker)
        for finding in own:
            lines += _told(finding, lang)
        lines.append("")
    lines += _explained(judged, lang)
    return "\n".join([*lines, *notes(judged.roster, lang), _summary(judged, lang)])


def _told(finding: Finding, lang: str) -> list[str]:
    period = f"{finding.starts_local:%Y-%m-%d %H:%M} - {finding.ends_local:%Y-%m-%d %H:%M}"
    severity = SEVERITIES[lang][finding.severity]
    return [
        f"  {finding.source_ref:<4}{period}  {severity}  {finding.article}",
        *_wrapped(finding.message.in_language(lang)),
        *_wrapped("→ " + finding.cure.in_language(lang)),
    ]


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)


def _summary(judged: Judged, lang: str) -> str:
    breaches = sum(finding.severity is Severity.BREACH for finding in judged.findings)
    others, people = len(judged.findings) - breaches, len(judged.roster.people)
    shifts, workers, broken, other = (
        _counted(count, *words[lang])
        for count, words in zip(
            (judged.roster.rows, people, breaches, others), COUNTED, strict=True
        )
    )
    return f"{shifts}, {workers}: {broken}, {other}."


def _counted(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _explained(judged: Judged, lang: str) -> list[str]:
    lines = [
        f"{worker}  {told.source_ref}  {told.starts_local:%Y-%m-%d %H:%M}  "
        f"{told.text.in_language(lang)}"
        for worker, told in judged.explanations
    ]
    return [*lines, ""] if lines else []


def notes(roster: Roster, lang: str) -> list[str]:
    """Tell what the file leaves open, and how that was taken."""
    english = lang == "en"
    told = []
    if count := roster.rows_without_breaks:
        told.append(
            f"{_counted(count, 'row does', 'rows do')} not tell the breaks: all time counts as "
            "work there, and breaks (A7, Y6) are not judged."
            if english
            else f"Bij {_counted(count, 'rij', 'rijen')} staat geen pauze: daar telt alle tijd "
            "als werk en zijn pauzes (A7, Y6) niet beoordeeld."
        )
    if roster.unknown_columns:
        names = ", ".join(roster.unknown_columns)
        told.append(f"Columns not used: {names}." if english else f"Niet gebruikt: {names}.")
    if roster.people_of_two_ages:
        names = ", ".join(roster.people_of_two_ages)
        told.append(
            f"Rows of two age groups, judged apart: {names}."
            if english
            else f"Rijen van twee leeftijdsgroepen, apart beoordeeld: {names}."
        )
    return told


def answer(judged: Judged, lang: str) -> dict[str, Any]:
    """Give everything as one object for machines."""
    return {
        "findings": [_entry(finding, lang) for finding in judged.findings],
        "rules_checked": list(judged.rules_checked),
        "notes": notes(judged.roster, lang),
    }


def _entry(finding: Finding, lang: str) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "source_ref": finding.source_ref,
        "worker": finding.worker,
        "start": finding.starts_local.isoformat(),
        "end": finding.ends_local.isoformat(),
        "measured": finding.measured,
        "limit": finding.limit,
        "unit": finding.unit.value,
        "article": finding.article,
        "severity": finding.severity.value,
        "message": finding.message.in_language(lang),
        "cure": finding.cure.in_language(lang),
    }


def unreadable(file: Path, rejected: list[UnableToRead], lang: str) -> str:
    """Name every cell that cannot be read, and what to do."""
    shown = [f"  {error.in_language(lang)}" for error in rejected[:MOST_SHOWN]]
    more = len(rejected) - MOST_SHOWN
    if more > 0:
        shown.append(f"  … and {more} more" if lang == "en" else f"  … en nog {more}")
    first = Text(
        f"{file} kan niet worden gelezen. Er is niets beoordeeld. Herstel dit en probeer opnieuw:",
        f"{file} cannot be read. Nothing was judged. Correct this and try again:",
    )
    return "\n".join([first.in_language(lang), *shown])


def errors(rejected: list[UnableToRead], lang: str) -> dict[str, Any]:
    """Name every cell that cannot be read, for machines."""
    return {
        "errors": [
            {
                "row": error.row,
                "column": error.column,
                "value": error.value,
                "why": error.why.in_language(lang),
            }
            for error in rejected
        ]
    }
