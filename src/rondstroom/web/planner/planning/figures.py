"""The figures of two rosters side by side, each with its unit, and whether the change is good."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

Better = Literal["up", "down", ""]
Unit = Literal["count", "hours", "share"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of both rosters; `better` says which way is better."""

    label: str | Promise
    unit: Unit
    before: float
    after: float
    better: Better = ""

    @property
    def difference(self) -> float:
        """What the proposal changes."""
        return round(self.after - self.before, 6)

    @property
    def tone(self) -> str:
        """Whether the change is for the better, for the worse, or neither."""
        if not self.better or not self.difference:
            return ""
        return "ok" if (self.difference > 0) == (self.better == "up") else "bad"

    @property
    def before_text(self) -> str:
        """The present figure with its unit."""
        return in_unit(self.before, self.unit)

    @property
    def after_text(self) -> str:
        """The proposed figure with its unit."""
        return in_unit(self.after, self.unit)

    @property
    def difference_text(self) -> str:
        """The change with its sign; a dash when there is none."""
        if not self.difference:
            return "–"
        sign = "+" if self.difference > 0 else "−"
        change = in_unit(abs(self.difference), self.unit)
        return sign + (change.replace("%", _now("procentpunt")) if self.unit == "share" else change)


SHOWN: tuple[tuple[str, str | Promise, Unit, Better], ...] = (
    ("places", _("Plaatsen nodig"), "count", ""),
    ("filled", _("Plaatsen bezet"), "count", "up"),
    ("own_team", _("Ring 1: eigen team"), "hours", ""),
    ("own_organisation", _("Ring 2: eigen organisatie"), "hours", ""),
    ("pool", _("Ring 3: pool"), "hours", ""),
    ("anw_share", _("Deel in avond, nacht en weekend"), "share", ""),
    ("findings", _("Overtredingen van de Arbeidstijdenwet"), "count", "down"),
)


def compared(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Figure]:
    """Give the figures that both rosters have, in the order in which people ask for them."""
    return [
        Figure(label, unit, before[name], after[name], better)
        for name, label, unit, better in SHOWN
        if name in before and name in after
    ]


def unmet(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Figure]:
    """Give the hours that stay open per function, the most first."""
    now, then = before.get("unmet_hours", {}), after.get("unmet_hours", {})
    names: Iterable[str] = {**now, **then}
    rows = [Figure(name, "hours", now.get(name, 0), then.get(name, 0), "down") for name in names]
    return sorted(rows, key=lambda row: (-row.after, -row.before, str(row.label)))


def in_unit(value: float, unit: Unit) -> str:
    """Write a figure the way the reader's language does."""
    if unit == "share":
        return f"{number_format(round(value * 100, 1), 1)} %"
    whole = float(value).is_integer()
    text = number_format(round(value, 1), 0 if whole else 1)
    return f"{text} u" if unit == "hours" else text
