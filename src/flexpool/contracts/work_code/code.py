"""What a work code says, and which of several codes binds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import time
from fractions import Fraction
from typing import TypeVar

Bound = TypeVar("Bound", int, Fraction)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCode:
    """The agreed rules; what is None is not agreed.

    Parameters
    ----------
    evening_from, morning_until
        From when until when an hour is an evening or night hour; Saturday and Sunday count whole.
    anw_least, anw_most
        Bounds of the share of evening, night and weekend hours in the hours of the contract.
    notice_days
        Days before a shift on which it is known at the latest.
    employer_hours, worker_hours
        Hours before a shift until which the employer, or the worker, cancels it.
    training_minutes
        Minutes of training a year, for everybody.
    cao, scales
        The cao whose scales bind pay, and the scale by code of the function.
    pay_least, pay_most
        Bounds of the hourly wage, as a share of the lowest and of the highest step of that scale.
    """

    evening_from: time = time(20)
    morning_until: time = time(7)
    anw_least: Fraction | None = None
    anw_most: Fraction | None = None
    notice_days: int | None = None
    employer_hours: int | None = None
    worker_hours: int | None = None
    training_minutes: int | None = None
    cao: str = ""
    scales: Mapping[str, str] = field(default_factory=dict)
    pay_least: Fraction | None = None
    pay_most: Fraction | None = None

    def hours_before(self, *, by_worker: bool) -> int | None:
        """Give the hours before a shift until which one side cancels."""
        return self.worker_hours if by_worker else self.employer_hours


def binding(codes: Iterable[WorkCode]) -> WorkCode | None:
    """Give what binds when several codes hold: of each bound the strictest; None without any.

    The clock of evening and night, and the scales, are those of the first code: name the one
    that goes first, first.
    """
    every = list(codes)
    if not every:
        return None
    first = every[0]
    paid = next((one for one in every if one.cao), first)
    return WorkCode(
        evening_from=first.evening_from,
        morning_until=first.morning_until,
        anw_least=_of(max, [one.anw_least for one in every]),
        anw_most=_of(min, [one.anw_most for one in every]),
        notice_days=_of(max, [one.notice_days for one in every]),
        employer_hours=_of(max, [one.employer_hours for one in every]),
        worker_hours=_of(max, [one.worker_hours for one in every]),
        training_minutes=_of(max, [one.training_minutes for one in every]),
        cao=paid.cao,
        scales=paid.scales,
        pay_least=paid.pay_least,
        pay_most=paid.pay_most,
    )


def _of(strictest: Callable[[list[Bound]], Bound], bounds: list[Bound | None]) -> Bound | None:
    agreed = [one for one in bounds if one is not None]
    return strictest(agreed) if agreed else None
