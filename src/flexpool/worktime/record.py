"""A person's work under the law: everything found in it, and what one more shift would add."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from flexpool.periods import Period
from flexpool.staffing import AgeGroup, Shift
from flexpool.worktime.clock import seconds, wall_clock
from flexpool.worktime.explanation import Explanation
from flexpool.worktime.finding import Finding, condensed
from flexpool.worktime.profile import Profile, load_profile
from flexpool.worktime.reckoning.timeline import EVER, Span, Timeline
from flexpool.worktime.registry import WINDOWED, rules_for
from flexpool.worktime.restriction import Restriction
from flexpool.worktime.rules.nights.night_average import nights_left


class WorkRecord:
    """All known work of one person, at every organisation, judged by the working-time law.

    Parameters
    ----------
    shifts
        Every known shift; more is better: rest and averages look back a year.
    profile
        The variant of the law; the statutory one when left out.
    age_group
        Which chapter applies.
    restriction
        A protected schedule, or None.
    worker
        How the caller names the person; findings repeat it.
    law_binds
        False for people whom the Act does not bind: what is found is then policy.
    presence_consent
        True when the person consented in writing to longer presence diensten.

    Raises
    ------
    NoFigureForDate
        When a shift lies before the first date for which the law's figures are known.

    Examples
    --------
    >>> from datetime import date, time
    >>> from flexpool.periods import shift_period
    >>> late = Shift(shift_period(date(2026, 11, 2), time(15), time(23)))
    >>> early = Shift(shift_period(date(2026, 11, 3), time(6, 30), time(15)))
    >>> [finding.source_ref for finding in WorkRecord([late]).findings_if_added(early)]
    ['A1', 'A5']
    """

    def __init__(
        self,
        shifts: Iterable[Shift],
        profile: Profile | None = None,
        age_group: AgeGroup = AgeGroup.ADULT,
        restriction: Restriction | None = None,
        *,
        worker: str = "",
        law_binds: bool = True,
        presence_consent: bool = False,
    ) -> None:
        self.timeline = Timeline(
            shifts,
            profile or load_profile(),
            age_group,
            restriction,
            worker=worker,
            law_binds=law_binds,
            presence_consent=presence_consent,
        )
        self._rules = rules_for(self.timeline)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found, worst of overlapping windows only, in order of time."""
        return condensed(self.raw_findings, WINDOWED)

    @cached_property
    def raw_findings(self) -> frozenset[Finding]:
        """Everything found, one finding for each window."""
        return frozenset(self._judged(self.timeline, EVER))

    def findings_if_added(self, shift: Shift) -> tuple[Finding, ...]:
        """Give only the findings that one more shift would cause or change.

        Parameters
        ----------
        shift
            The shift that is considered; the record itself does not change.
        """
        added, span = self.timeline.with_added(shift)
        known = self.raw_findings
        new = {finding for finding in self._judged(added, span) if finding not in known}
        return condensed(new, WINDOWED) if new else ()

    def explanations(self, during: Period | None = None) -> tuple[Explanation, ...]:
        """Say of the rules that can be met in two ways which way was met, window by window.

        Parameters
        ----------
        during
            Only windows near this period; every window when left out.
        """
        span = EVER
        if during is not None:
            span = (seconds(during.starts_at), seconds(during.ends_at))
        return tuple(
            explanation
            for rule in self._rules
            if rule.explain is not None
            for explanation in rule.explain(self.timeline, span)
        )

    def nights_left(self, on: date) -> int:
        """Give how many night diensten still fit before the average of 40 hours holds (N2).

        Parameters
        ----------
        on
            A day; every counting period that holds it is looked at.
        """
        return nights_left(self.timeline, wall_clock(on.toordinal(), 0))

    @property
    def worker(self) -> str:
        """How the caller names the person."""
        return self.timeline.worker

    @property
    def rule_ids(self) -> tuple[str, ...]:
        """The names of the rules that are judged for this person."""
        return tuple(rule.id for rule in self._rules)

    def with_shift(self, shift: Shift) -> WorkRecord:
        """Give the record with one more shift."""
        record = object.__new__(WorkRecord)
        record.timeline, _ = self.timeline.with_added(shift)
        record._rules = self._rules
        return record

    def _judged(self, timeline: Timeline, span: Span) -> Iterable[Finding]:
        for rule in self._rules:
            yield from rule.judge(timeline, span)


def check(
    shifts: Iterable[Shift],
    profile: Profile | None = None,
    age_group: AgeGroup = AgeGroup.ADULT,
    restriction: Restriction | None = None,
    *,
    worker: str = "",
    law_binds: bool = True,
    presence_consent: bool = False,
) -> tuple[Finding, ...]:
    """Judge all work of one person; see `WorkRecord` for the parameters and errors."""
    return WorkRecord(
        shifts,
        profile,
        age_group,
        restriction,
        worker=worker,
        law_binds=law_binds,
        presence_consent=presence_consent,
    ).findings
