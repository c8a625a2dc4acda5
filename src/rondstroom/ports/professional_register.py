"""A register of professionals (BIG): ask about a number, get what is public of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


class RegisterUnreachable(Exception):
    """The register gave no answer that can be read; nobody knows more than before."""


@dataclass(frozen=True)
class Measure:
    """A public measure; `is_suspension`, or else a limitation. `about` names it, without text."""

    about: str
    is_suspension: bool
    starts_on: date | None = None
    ends_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Say whether the measure is in force on a day."""
        return (self.starts_on is None or self.starts_on <= day) and (
            self.ends_on is None or day <= self.ends_on
        )


@dataclass(frozen=True)
class Entry:
    """One registration: number, profession and days, on whose name, under which measures."""

    number: str
    profession: str
    surnames: Sequence[str]
    initials: str
    starts_on: date | None = None
    ends_on: date | None = None
    measures: Sequence[Measure] = ()


class ProfessionalRegister(Protocol):
    """Somebody to ask."""

    source: str
    """A value of `skills.states.RegisterSource`."""
    version: str
    """Which version of the register's answers this speaks."""

    def lookup(self, number: str) -> Sequence[Entry]:
        """Give the entries under a number; none when it is not there.

        Raises
        ------
        RegisterUnreachable
            When the register cannot be asked, or its answer cannot be read.
        """
        ...
