"""What a rule found: which limit, measured how, for whom, when, and what would cure it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from flexpool.periods import Period
from flexpool.text import Text
from flexpool.worktime.clock import dutch, moment


class Severity(StrEnum):
    """What a finding means for the roster."""

    BREACH = "breach"
    """Against the law, or against the arrangement that replaces it."""
    WARNING = "warning"
    """Lawful only under a condition that the roster does not show."""
    POLICY = "policy"
    """The law does not bind this person; the organisation holds itself to it."""


class Unit(StrEnum):
    """What `measured` and `limit` count."""

    HOURS = "hours"
    MINUTES = "minutes"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Finding:
    """One limit that a roster passes, or may pass.

    Parameters
    ----------
    rule
        Stable name of the rule, such as `worktime.daily-rest`.
    source_ref
        Its number in the study of the law, such as `A5`.
    worker
        Whom it concerns, as the caller names them.
    starts_second, ends_second
        The period it concerns, in seconds since 1970; see `period`.
    measured, limit
        What was found and what is allowed, in `unit`.
    article
        The article of the law, decree or agreement.
    severity
        Breach, warning or policy.
    message, cure
        The explanation, and what would make it lawful.
    """

    rule: str
    source_ref: str
    worker: str
    starts_second: int
    ends_second: int
    measured: float
    limit: float
    unit: Unit
    article: str
    severity: Severity
    message: Text
    cure: Text

    @property
    def starts_at(self) -> datetime:
        """Start of the period."""
        return moment(self.starts_second)

    @property
    def ends_at(self) -> datetime:
        """End of the period."""
        return moment(self.ends_second)

    @property
    def starts_local(self) -> datetime:
        """Start of the period on the Dutch clock."""
        return dutch(self.starts_second)

    @property
    def ends_local(self) -> datetime:
        """End of the period on the Dutch clock."""
        return dutch(self.ends_second)

    @property
    def period(self) -> Period:
        """The period as aware moments."""
        return Period(self.starts_at, self.ends_at)

    @property
    def distance(self) -> float:
        """How far the measured value lies from the limit."""
        return abs(self.measured - self.limit)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by worker, time and rule."""
    return sorted(
        findings,
        key=lambda f: (f.worker, f.starts_second, f.source_ref, f.ends_second, f.message.en),
    )


def condensed(findings: Iterable[Finding], windowed: frozenset[str]) -> tuple[Finding, ...]:
    """Keep the worst of findings of a window rule whose periods overlap; keep all others.

    A week without rest is seen from every shift in it; people need to hear it once.

    Parameters
    ----------
    findings
        Findings of one person.
    windowed
        Names of the rules that look through overlapping windows.
    """
    kept: list[Finding] = []
    open_run: dict[tuple[str, Severity], tuple[int, int]] = {}
    for finding in in_order(findings):
        key = (finding.rule, finding.severity)
        position, run_ends = open_run.get(key, (-1, 0))
        if finding.rule in windowed and finding.starts_second < run_ends:
            if finding.distance > kept[position].distance:
                kept[position] = finding
            open_run[key] = (position, max(run_ends, finding.ends_second))
            continue
        open_run[key] = (len(kept), finding.ends_second)
        kept.append(finding)
    return tuple(in_order(kept))
