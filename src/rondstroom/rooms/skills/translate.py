"""Answers of a register into what we keep: outcome, days, and a fingerprint of the measures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rondstroom.ports.professional_register import Entry
from rondstroom.rooms.skills.states import RegisterOutcome

LONGEST_ABOUT = 120


@dataclass(frozen=True)
class Verdict:
    """What a register's answer means for one person and one profession."""

    outcome: RegisterOutcome
    starts_on: date | None = None
    ends_on: date | None = None
    about: str = ""


def verdict_of(entries: Sequence[Entry], name: str, profession: str, on: date) -> Verdict:
    """Judge an answer: number and name must fit, the profession too, and no measure in force.

    The number alone is public and could be borrowed, so the surname and the first initial are
    compared with the worker's name.
    """
    if not entries:
        return Verdict(RegisterOutcome.NOT_FOUND)
    own = [one for one in entries if is_name_of(one, name)]
    if not own:
        return Verdict(RegisterOutcome.OTHER_NAME)
    fitting = [one for one in own if one.profession == profession]
    if not fitting:
        return Verdict(RegisterOutcome.OTHER_PROFESSION)
    entry = max(fitting, key=lambda one: one.ends_on or date.max)
    measures = [one for one in entry.measures if one.holds_on(on)]
    about = ",".join(sorted(one.about for one in measures))[:LONGEST_ABOUT]
    if any(one.is_suspension for one in measures):
        outcome = RegisterOutcome.SUSPENDED
    elif entry.ends_on is not None and entry.ends_on < on:
        outcome = RegisterOutcome.ENDED
    else:
        outcome = RegisterOutcome.LIMITED if measures else RegisterOutcome.ACTIVE
    return Verdict(outcome, entry.starts_on, entry.ends_on, about)


def is_name_of(entry: Entry, name: str) -> bool:
    """Say whether an entry is in this name: a surname at its end, and the first initial."""
    words = _plain(name)
    initial = _plain(entry.initials)[:1]
    if not words or (initial and words[0] != initial[0]):
        return False
    return any((end := _plain(one)) and words.endswith(end) for one in entry.surnames)


def _plain(text: str) -> str:
    """Give letters only, without accents or case."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[^a-z]", "", decomposed)
