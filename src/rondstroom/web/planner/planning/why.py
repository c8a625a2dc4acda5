"""Why each proposed place, and why not the open ones, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from flexpool.planning.explanation import words_for
from rondstroom.rooms.rosters.states import LineState
from rondstroom.web.planner.week.grid import day_of

MOST_REASONS = 6
_WHOLE = gettext_lazy("hoe het past in het hele rooster")
WORDS: dict[str, str | Promise] = {
    "planning.works-that-day": gettext_lazy("werkt die dag al"),
    "planning.not-offered": gettext_lazy("pool, en zei niet te kunnen komen"),
    "matching.engagement-ended": gettext_lazy("dan niet in dienst"),
    "matching.not-in-pool": gettext_lazy("niet in een gedeelde pool"),
    "matching.not-willing": gettext_lazy("wil hier niet werken"),
    "matching.too-far": gettext_lazy("te ver reizen"),
    "matching.unavailable": gettext_lazy("niet beschikbaar"),
    "matching.already-assigned": gettext_lazy("werkt dan al"),
    "gate.identity": gettext_lazy("identiteit niet gezien"),
    "gate.right-to-work": gettext_lazy("geen recht om te werken gezien"),
    "gate.conduct": gettext_lazy("geen geldige VOG"),
    "gate.diploma": gettext_lazy("andere functie"),
    "gate.register": gettext_lazy("niet in het register"),
    "gate.skill": gettext_lazy("mist een bekwaamheid"),
    "gate.supervision": gettext_lazy("begeleider ontbreekt"),
    "team.supervision": gettext_lazy("begeleider ontbreekt"),
    "placement.cost": gettext_lazy("ring, reistijd en bekendheid"),
    "explanation.busy": gettext_lazy("staat die dag al in het voorstel"),
}


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """A shift that stays open, how many places of it, and why."""

    shift: Any
    short: int
    sentences: tuple[str, ...]

    @property
    def day(self) -> date:
        """On which day it begins."""
        return day_of(self.shift)


class Why:
    """Words for the explanation that a run keeps; empty for a run that kept none.

    Parameters
    ----------
    kept
        What `rosters` wrote down: codes and numbers.
    names
        The names of those who come next, by number.
    """

    def __init__(self, kept: Mapping[str, Any], names: Mapping[int, str]) -> None:
        self._kept, self._names = kept, names

    def line(self, line: Any) -> tuple[str, ...]:
        """Give the sentences on one proposed place."""
        one = self._kept.get("lines", {}).get(f"{line.shift_id}-{line.worker_id}")
        return () if one is None else (self._others(one), *_kept_off(one["kept_off"]))

    def left_open(self, shifts: Iterable[Any]) -> list[LeftOpen]:
        """Give the shifts that stay open, in order of time."""
        by_id = {shift.pk: shift for shift in shifts}
        found = [
            LeftOpen(by_id[one["shift"]], one["short"], self._open(one))
            for one in self._kept.get("open", ())
            if one["shift"] in by_id
        ]
        return sorted(found, key=lambda one: (one.shift.starts_at, one.shift.pk))

    def _open(self, one: Mapping[str, Any]) -> tuple[str, ...]:
        said = [self._could(one) if one["others"] else _("Niemand kan deze dienst werken.")]
        said += _kept_off(one["kept_off"])
        if one["nearly"]:
            told = _("Mist alleen dit: %(what)s.") % {"what": _counted(one["nearly"])}
            said.append(told)
        if number := one["with_hours"]:
            words = ngettext(
                "Met meer uren in de week kan er %d wel.",
                "Met meer uren in de week kunnen er %d wel.",
                number,
            )
            said.append(words % number)
        return tuple(said)

    def _could(self, one: Mapping[str, Any]) -> str:
        name, (against, _for) = self._name(one), _weighed(one["because"])
        if one["more"] <= 0:
            told = _("%(name)s kan wel. Het zoeken stopte voordat dat gevonden was.")
            return told % {"name": name}
        told = _("%(name)s kan wel, maar dat weegt zwaarder dan een open plaats: %(what)s.")
        return told % {"name": name, "what": against or str(_WHOLE)}

    def _others(self, one: Mapping[str, Any]) -> str:
        if not one["others"]:
            return _("Niemand anders kan deze dienst werken.")
        number = ngettext("Er kan nog %d ander.", "Er kunnen nog %d anderen.", one["others"])
        name, (against, in_favour) = self._name(one), _weighed(one["because"])
        if one["more"] > 0:
            told = [_("%(name)s komt daarna; ertegen: %(what)s."), _("Ervoor: %(what)s.")]
            words = [against or str(_WHOLE), in_favour]
        elif one["more"] < 0:
            told = [_("Met %(name)s wordt het beter: %(what)s."), _("Ertegen: %(what)s.")]
            words = [in_favour or str(_WHOLE), against]
        else:
            told, words = [_("%(name)s was even goed.")], [name]
        pairs = zip(told, words, strict=True)
        said = [text % {"name": name, "what": what} for text, what in pairs if what]
        return " ".join([number % one["others"], *said])

    def must_ask(self, line: Any) -> bool:
        """Say whether the place lies outside the days and hours agreed with who is proposed."""
        one = self._kept.get("lines", {}).get(f"{line.shift_id}-{line.worker_id}", {})
        return bool(one.get("may_refuse")) and line.state == LineState.OPEN

    def _name(self, one: Mapping[str, Any]) -> str:
        return self._names.get(one["next"], _("Een collega"))


def next_in_line(kept: Mapping[str, Any]) -> set[int]:
    """Give the numbers of the people whom an explanation speaks of."""
    every = [*kept.get("lines", {}).values(), *kept.get("open", ())]
    return {one["next"] for one in every if "next" in one}


def _kept_off(counts: Mapping[str, int]) -> list[str]:
    return [_("Kan niet: %(what)s.") % {"what": _counted(counts)}] if counts else []


def _counted(counts: Mapping[str, int]) -> str:
    most_first = sorted(counts, key=lambda code: (-counts[code], code))
    shown = [f"{counts[code]} {_words(code)}" for code in most_first[:MOST_REASONS]]
    return ", ".join(shown)


def _weighed(because: Mapping[str, int]) -> tuple[str, str]:
    """Give what speaks against and what in favour, in words, the weightiest first."""
    weightiest = sorted(because, key=lambda code: -abs(because[code]))
    against = [_words(code) for code in weightiest if because[code] > 0]
    in_favour = [_words(code) for code in weightiest if because[code] < 0]
    return ", ".join(against), ", ".join(in_favour)


def _words(code: str) -> str:
    if code in WORDS:
        return str(WORDS[code])
    return words_for(code).in_language((get_language() or "nl")[:2])
