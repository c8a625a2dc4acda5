"""The shape of a working-time rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from flexpool.text import Text
from flexpool.worktime.clock import MINUTE
from flexpool.worktime.explanation import Explanation
from flexpool.worktime.finding import Finding, Severity, Unit
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.wording import hours_of


class Group(StrEnum):
    """Whom a rule protects."""

    ADULTS = "adults"
    YOUTH = "youth"
    EVERYONE = "everyone"


Judge = Callable[[Timeline, Span], Iterator[Finding]]
Explain = Callable[[Timeline, Span], Iterator[Explanation]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One working-time rule.

    Parameters
    ----------
    id
        Stable name; never used again for another rule.
    source_ref
        Number in the study of the law.
    article
        Where it is written.
    title, doc
        Its name, and in plain words what it demands and how it is measured.
    group
        Whom it protects.
    judge
        Gives every finding whose window may touch a span of time. It may give more than those:
        the caller compares.
    explain
        For a rule that can be met in more than one way: says which way, window by window.
    windowed
        True when overlapping windows may tell the same story more than once.
    """

    id: str
    source_ref: str
    article: str
    title: Text
    doc: Text
    group: Group
    judge: Judge
    explain: Explain | None = None
    windowed: bool = False

    def finding(
        self,
        timeline: Timeline,
        span: tuple[int, int],
        measured: float,
        limit: float,
        message: Text,
        cure: Text,
        *,
        article: str = "",
        unit: Unit = Unit.HOURS,
        severity: Severity = Severity.BREACH,
    ) -> Finding:
        """Make a finding of this rule; measured and limit in seconds when the unit is a time."""
        if not timeline.law_binds and severity is Severity.BREACH:
            severity = Severity.POLICY
        return Finding(
            rule=self.id,
            source_ref=self.source_ref,
            worker=timeline.worker,
            starts_second=span[0],
            ends_second=span[1],
            measured=_in_unit(measured, unit),
            limit=_in_unit(limit, unit),
            unit=unit,
            article=article or self.article,
            severity=severity,
            message=message,
            cure=cure,
        )


def _in_unit(value: float, unit: Unit) -> float:
    if unit is Unit.HOURS:
        return hours_of(value)
    return value / MINUTE if unit is Unit.MINUTES else value
