"""What the working-time law finds, as a planner reads it: which rule, measured, limit, way out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import localize
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from flexpool.periods import Period
from flexpool.worktime import Finding, Severity


@dataclass(frozen=True, slots=True)
class Told:
    """One finding in the reader's language."""

    name: str
    is_breach: bool
    text: str
    cure: str
    period: Period
    measured: str
    limit: str
    article: str
    rule: str


def told(finding: Finding) -> Told:
    """Put one finding in words."""
    language = get_language() or "nl"
    return Told(
        name=finding.worker,
        is_breach=finding.severity is Severity.BREACH,
        text=finding.message.in_language(language),
        cure=finding.cure.in_language(language),
        period=finding.period,
        measured=_amount(finding.measured, finding.unit),
        limit=_amount(finding.limit, finding.unit),
        article=finding.article,
        rule=finding.rule,
    )


def told_all(findings: Iterable[Iterable[Finding]]) -> list[Told]:
    """Put the findings of several people in words, breaches first, then in order of time."""
    lines = [told(finding) for many in findings for finding in many]
    return sorted(lines, key=lambda line: (not line.is_breach, line.period, line.name))


def _amount(value: float, unit: Any) -> str:
    number = localize(round(value, 2), use_l10n=True).removesuffix(",0").removesuffix(".0")
    if unit == "hours":
        return _("%s uur") % number
    if unit == "minutes":
        return ngettext("%s minuut", "%s minuten", round(value)) % number
    return number
