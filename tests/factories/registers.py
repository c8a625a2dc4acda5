"""A register for tests: what it knows is told, and it can be down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rondstroom.ports.professional_register import Entry, Measure, RegisterUnreachable

NUMBER = "00012345630"


class FakeRegister:
    """Answers from what it was given; with `is_down` it does not answer."""

    source = "service"
    version = "test"

    def __init__(self, *entries: Entry, is_down: bool = False) -> None:
        self.entries = entries
        self.is_down = is_down
        self.asked: list[str] = []

    def lookup(self, number: str) -> Sequence[Entry]:
        """Give the entries under a number."""
        self.asked.append(number)
        if self.is_down:
            raise RegisterUnreachable("no answer")
        return [one for one in self.entries if one.number == number]


def entry(
    surname: str = "Kaya",
    initials: str = "A.",
    *,
    number: str = NUMBER,
    profession: str = "30",
    starts_on: date = date(2012, 2, 1),
    ends_on: date | None = None,
    measures: Sequence[Measure] = (),
) -> Entry:
    """Give an entry of a nurse, unless told otherwise."""
    return Entry(number, profession, (surname,), initials, starts_on, ends_on, measures)
