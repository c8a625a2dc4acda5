"""The frozen values that the whole library speaks in: a shift, and who works it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from flexpool.periods import Period


class ShiftKind(StrEnum):
    """What a worker owes during the period."""

    WORK = "work"
    """Ordinary work."""
    STANDBY = "standby"
    """Consignatie: reachable between shifts for unforeseen calls (ATW 1:7 g)."""
    ON_CALL = "on_call"
    """Bereikbaarheidsdienst: at most 24 h, reachable, planned work possible (ATB 1:1)."""
    PRESENCE = "presence"
    """Aanwezigheidsdienst, slaapdienst: at the workplace, every hour counts (ATB 1:1)."""
    CALL = "call"
    """Work done on a call during standby (ATW 5:9)."""


class AgeGroup(StrEnum):
    """Which chapter of the Working Hours Act applies to a person."""

    ADULT = "adult"
    YOUTH = "16-17"


@dataclass(frozen=True, slots=True)
class Shift:
    """One period that one worker works, or is bound, at one organisation.

    Parameters
    ----------
    period
        From start to end, breaks included.
    break_minutes
        Minutes of break inside the period; they are not working time (ATW 1:7 e, k).
    kind
        Ordinary work, one of the three on-call kinds, or work on a call.
    organisation
        Where: the employer that the Working Hours Act addresses (ATW 1:1).
    shift_id
        The caller's own name for it; findings point to it.
    absent
        Not worked because of leave or absence; the hours still count in totals (ATW 5:2).
    breaks_known
        True when zero minutes means that there is no break. Without it, zero means that nobody
        wrote the breaks down: all time is work, and breaks are not judged.
    """

    period: Period
    break_minutes: int = 0
    kind: ShiftKind = ShiftKind.WORK
    organisation: str = ""
    shift_id: str = ""
    absent: bool = False
    breaks_known: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.break_minutes < self.period.minutes:
            raise ValueError(
                f"break of {self.break_minutes} minutes does not fit a shift of "
                f"{self.period.minutes} minutes"
            )

    @property
    def work_minutes(self) -> int:
        """Minutes of working time: elapsed minutes without the breaks."""
        return self.period.minutes - self.break_minutes


@dataclass(frozen=True, slots=True)
class Assignment:
    """One worker on one shift."""

    worker_id: str
    shift: Shift
