"""Short codes for the shifts of a team, each with its explanation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.integrations.spreadsheets.exports.file import Cell
from rondstroom.integrations.spreadsheets.roster.present import PREFIX

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift

ABSENT = "af"
# The letters of Dutch wards, by the hour at which a shift starts.
LETTERS = ((5, "N"), (10, "V"), (14, "T"), (21, "L"), (24, "N"))


class Codes:
    """The codes of one team; alike shifts share a code."""

    def __init__(self) -> None:
        self._explained: dict[str, str] = {}

    def code_of(self, shift: Shift) -> str:
        """Give the code of a shift: the one it came in with when free, else a letter."""
        explained = _explanation(shift)
        for code, other in self._explained.items():
            if other == explained:
                return code
        wanted = _wanted(shift)
        code, number = wanted, 2
        while code in self._explained or code == ABSENT:
            code = f"{wanted}{number}"
            number += 1
        self._explained[code] = explained
        return code

    def legend(self) -> Iterator[list[Cell]]:
        """Give the rows of the legend."""
        rows = [*self._explained.items(), (ABSENT, _("afwezig"))]
        for number, (code, text) in enumerate(rows):
            yield ["" if number else _("Legenda"), code, "", text]


def _explanation(shift: Shift) -> str:
    starts, ends = shift.starts_at.astimezone(AMSTERDAM), shift.ends_at.astimezone(AMSTERDAM)
    text = f"{starts:%H:%M}-{ends:%H:%M}"
    text += f" ({shift.break_minutes})" if shift.break_minutes else ""
    return text + (f" · {shift.function.code}" if shift.function else "")


def _wanted(shift: Shift) -> str:
    parts = shift.source_key.split(":", 3)
    if len(parts) == 4 and parts[0] == PREFIX:
        code = parts[3].partition("~")[0]
        if code.isalnum() and len(code) <= 4:
            return code
    hour = shift.starts_at.astimezone(AMSTERDAM).hour
    return next(letter for until, letter in LETTERS if hour < until)
