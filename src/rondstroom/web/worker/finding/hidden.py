"""The shifts that are not in the list: how many, why, and what would open them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from flexpool.periods import week_start
from rondstroom.rooms.matching.queries import FREE_DAY, FURTHER, OTHER_PLACE, Opening
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people.states import DayPart
from rondstroom.web.components.words import long_day

# What a worker calls a rule; all rules of the working-time law are one word here.
WORDS: dict[str, str | Promise] = {
    "matching.already-assigned": gettext_lazy("al van jou"),
    "matching.full": gettext_lazy("vol"),
    "matching.past": gettext_lazy("niet open"),
    "matching.not-published": gettext_lazy("niet open"),
    "matching.too-far": gettext_lazy("te ver"),
    "matching.travel-unknown": gettext_lazy("reistijd niet bekend"),
    "matching.not-willing": gettext_lazy("organisatie niet gekozen"),
    "matching.unavailable": gettext_lazy("niet beschikbaar"),
    "matching.rather-not": gettext_lazy("liever niet"),
    "matching.engagement-ended": gettext_lazy("arbeidsrelatie afgelopen"),
    "matching.not-arranged": gettext_lazy("zelf kiezen niet afgesproken"),
    "matching.not-in-pool": gettext_lazy("buiten je pool"),
    "matching.other-function": gettext_lazy("andere functie"),
    "gate.conduct": gettext_lazy("VOG"),
    "gate.register": gettext_lazy("BIG-registratie"),
    "gate.diploma": gettext_lazy("andere functie"),
    "gate.identity": gettext_lazy("identiteit nog niet gezien"),
    "gate.right-to-work": gettext_lazy("mag werken nog niet gezien"),
    "gate.skill": gettext_lazy("bekwaamheid"),
    "gate.supervision": gettext_lazy("geen begeleider"),
    "gate.past-work": gettext_lazy("eerder werk nagevraagd"),
    "gate.agreement": gettext_lazy("overeenkomst"),
    "gate.induction": gettext_lazy("inwerken op de locatie"),
    "worktime": gettext_lazy("rusttijd of werktijd"),
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


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, how many shifts it opens, and the page where one does it."""

    text: str
    number: int
    href: str = ""


def one_step_away(openings: Iterable[Opening], shown: int = 8) -> list[Step]:
    """Say what one thing would open most: a proof, an induction, a free day, a place."""
    first = list(openings)[:shown]
    wanted = {one.organisation_id for one in first if one.organisation_id}
    names = {one.pk: one.name for one in organisations.all_organisations() if one.pk in wanted}
    return [_step(one, names) for one in first]


def _step(one: Opening, names: Mapping[int, str]) -> Step:
    if one.rule == FREE_DAY and one.day and one.part:
        words = {"day": long_day(one.day), "part": DayPart(one.part).label}
        where = f"{reverse('worker:availability')}?from={week_start(one.day).isoformat()}"
        return Step(_("Beschikbaar zijn op %(day)s (%(part)s)") % words, one.number, where)
    if one.rule == OTHER_PLACE:
        name = names.get(one.organisation_id or 0, "")
        text = _("Ook willen werken bij %(name)s") % {"name": name}
        return Step(text, one.number, f"{reverse('worker:settings')}#places")
    if one.rule == FURTHER:
        text = _("Verder willen reizen")
        return Step(text, one.number, f"{reverse('worker:settings')}#travel")
    return Step(one.remedy, one.number)
