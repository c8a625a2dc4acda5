"""The answers of an explanation: plain values, each with its sentence in Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flexpool.planning.explanation.candidates import Candidate
from flexpool.planning.explanation.relaxing import Relaxation, What
from flexpool.planning.explanation.words import listed, words_for
from flexpool.planning.replanning import Option
from flexpool.text import Text

NO_DIFFERENCE = Text("voor het rooster geen verschil", "no difference to the roster")


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """Why a place is open.

    Parameters
    ----------
    day, kind, skill
        The place.
    candidates
        Everybody for it; who could first.
    kept_off
        Constraint id → how many people it keeps off; each person is counted once.
    way
        The cheapest way to fill it all the same, others moving if need be; None when there is none.
    """

    day: int
    kind: str
    skill: str
    candidates: tuple[Candidate, ...]
    kept_off: Mapping[str, int]
    way: Option | None

    @property
    def nearly(self) -> tuple[Candidate, ...]:
        """Who is kept off by one constraint only."""
        return tuple(one for one in self.candidates if len(one.hindered_by) == 1)

    @property
    def text(self) -> Text:
        """Why nobody stands here."""
        kept = {lang: listed(self.kept_off, lang) for lang in ("nl", "en")}
        able = [one for one in self.candidates if one.is_able]
        if not able:
            return Text(f"Niemand kan: {kept['nl']}.", f"Nobody can: {kept['en']}.")
        best = able[0]
        if best.cost < 0:
            return Text(
                f"{best.worker} kan wel; dat scheelt {-best.cost} punten. Niet: {kept['nl']}.",
                f"{best.worker} can; that saves {-best.cost} points. Not: {kept['en']}.",
            )
        why = {lang: costs_in_words(best.because, lang) for lang in ("nl", "en")}
        return Text(
            f"{len(able)} kunnen wel, maar dat kost meer dan een open plaats: {best.worker} "
            f"{best.cost} punten meer ({why['nl']}). Niet: {kept['nl']}.",
            f"{len(able)} can, but that costs more than an open place: {best.worker} "
            f"{best.cost} points more ({why['en']}). Not: {kept['en']}.",
        )


@dataclass(frozen=True, slots=True)
class Placed:
    """Why a worker stands on a place.

    Parameters
    ----------
    worker, day, kind, skill
        The assignment.
    is_fixed
        It was fixed before planning; the rest is for information then.
    others
        Everybody else for it in this worker's stead; `cost` is what the objective would become
        dearer.
    kept_off
        Constraint id → how many people it keeps off; each person is counted once.
    if_open
        What the objective becomes dearer when nobody stands here; negative when cheaper.
    breaks_if_open
        The hard constraints that would then be broken.
    """

    worker: str
    day: int
    kind: str
    skill: str
    is_fixed: bool
    others: tuple[Candidate, ...]
    kept_off: Mapping[str, int]
    if_open: int
    breaks_if_open: tuple[str, ...]

    @property
    def able(self) -> tuple[Candidate, ...]:
        """Who else could, the cheapest first."""
        return tuple(one for one in self.others if one.is_able)

    @property
    def text(self) -> Text:
        """Why this one."""
        if self.is_fixed:
            return Text("Stond al vast.", "Was fixed already.")
        kept = {lang: listed(self.kept_off, lang) for lang in ("nl", "en")}
        if not self.able:
            return Text(f"Niemand anders kan: {kept['nl']}.", f"Nobody else can: {kept['en']}.")
        best, number = self.able[0], len(self.able)
        why = {lang: costs_in_words(best.because, lang) for lang in ("nl", "en")}
        more = _more(best.cost)
        return Text(
            f"{number} kunnen ook; {best.worker} {more.nl} ({why['nl']}). Niet: {kept['nl']}.",
            f"{number} others could; {best.worker} {more.en} ({why['en']}). Not: {kept['en']}.",
        )


def _more(cost: int) -> Text:
    """Say how a cost compares."""
    if not cost:
        return Text("kost evenveel", "costs as much")
    if cost > 0:
        return Text(f"kost {cost} punten meer", f"costs {cost} points more")
    return Text(f"kost {-cost} punten minder", f"costs {-cost} points less")


@dataclass(frozen=True, slots=True)
class Help:
    """What one thing more for one worker would bring a place.

    Parameters
    ----------
    relaxation
        The one thing more.
    workers
        Who could take the place with it and cannot now, the cheapest first.
    gain
        What the objective becomes cheaper with the first of them on it.
    """

    relaxation: Relaxation
    workers: tuple[str, ...]
    gain: int

    @property
    def text(self) -> Text:
        """What would help, and whom."""
        number, about, who = len(self.workers), self.relaxation.about, self.workers[0]
        if self.relaxation.what == What.HOURS:
            hours = f"{int(about) / 60:g}"
            nl, en = f"Met {hours.replace('.', ',')} uur meer", f"With {hours} hours more"
        elif self.relaxation.what == What.AVAILABILITY:
            nl, en = "Wie dan beschikbaar zou zijn", "If available then"
        else:
            nl, en = {
                What.SKILL: (f"Met de bekwaamheid {about}", f"With the skill {about}"),
                What.ORGANISATION: (f"Als ook {about} mag", f"If {about} were open to them"),
                What.KIND: (f"Als ook dienst {about} mag", f"If shift {about} were open to them"),
            }[self.relaxation.what]
        return Text(
            f"{nl}: {number} erbij die kunnen, zoals {who}; scheelt {self.gain} punten.",
            f"{en}: {number} more could, such as {who}; saves {self.gain} points.",
        )


@dataclass(frozen=True, slots=True)
class Price:
    """What one wanted more or fewer on a place changes in the objective.

    Parameters
    ----------
    day, kind, skill
        The place.
    fewer
        What is saved when one fewer is wanted.
    more
        What it costs when one more is wanted; None when nobody can and no price is set.
    """

    day: int
    kind: str
    skill: str
    fewer: int
    more: int | None


def costs_in_words(because: Mapping[str, int], language: str) -> str:
    """Write what a placement costs, the dearest first: "reist te ver +40"."""
    dearest = sorted(because.items(), key=lambda one: -abs(one[1]))
    words = [f"{words_for(name).in_language(language)} {cost:+d}" for name, cost in dearest]
    return ", ".join(words) or NO_DIFFERENCE.in_language(language)
