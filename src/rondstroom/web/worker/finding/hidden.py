"""The shifts that are not in the list: how many, why, and what would open them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rondstroom.rooms.matching.queries import Reason

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift

Hidden = tuple["Shift", tuple[Reason, ...]]

# What a worker calls a rule; all rules of the working-time law are one word here.
WORDS: dict[str, str | Promise] = {
    "matching.already-assigned": _("al van jou"),
    "matching.full": _("vol"),
    "matching.past": _("niet open"),
    "matching.not-published": _("niet open"),
    "matching.too-far": _("te ver"),
    "matching.travel-unknown": _("reistijd niet bekend"),
    "matching.not-willing": _("organisatie niet gekozen"),
    "matching.unavailable": _("niet beschikbaar"),
    "matching.rather-not": _("liever niet"),
    "matching.engagement-ended": _("arbeidsrelatie afgelopen"),
    "matching.not-in-pool": _("buiten je pool"),
    "gate.conduct": _("VOG"),
    "gate.register": _("BIG-registratie"),
    "gate.diploma": _("andere functie"),
    "gate.identity": _("identiteit nog niet gezien"),
    "gate.right-to-work": _("mag werken nog niet gezien"),
    "gate.skill": _("bekwaamheid"),
    "gate.past-work": _("eerder werk nagevraagd"),
    "gate.agreement": _("overeenkomst"),
    "gate.induction": _("inwerken op de locatie"),
    "worktime": _("rusttijd of werktijd"),
}


def word_of(rule: str) -> str | Promise:
    """Give the word for a rule; a rule without one shows its own name rather than nothing."""
    room = rule.partition(".")[0]
    return WORDS.get(rule) or WORDS.get(room) or rule


def counted(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Say how many shifts each reason keeps away, most first: "6 rusttijd, 5 VOG"."""
    words: Counter[str] = Counter()
    for rule, number in counts.items():
        words[str(word_of(rule))] += number
    return words.most_common()


def one_step_away(hidden: Iterable[Hidden]) -> list[tuple[str, int]]:
    """Say what one thing would open most: shifts with a single reason that one can mend."""
    counts = Counter(
        reasons[0].remedy for _shift, reasons in hidden if len(reasons) == 1 and reasons[0].remedy
    )
    return counts.most_common(3)
