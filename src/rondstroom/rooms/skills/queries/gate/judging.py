"""All checks together; each answer is kept for the shifts for which it is the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator

from rondstroom.rooms.skills.queries.gate import papers
from rondstroom.rooms.skills.queries.gate.answer import Block, Condition
from rondstroom.rooms.skills.queries.gate.between import agreement, induction, past_work
from rondstroom.rooms.skills.queries.gate.conduct import conduct
from rondstroom.rooms.skills.queries.gate.file import File
from rondstroom.rooms.skills.queries.gate.house import Houses
from rondstroom.rooms.skills.queries.gate.papers import competences, diploma, who_it_is
from rondstroom.rooms.skills.queries.gate.registered import registered
from rondstroom.rooms.skills.queries.gate.view import Place, View
from rondstroom.rooms.skills.queries.requirements import Requirement

Blocks = tuple[Block, ...]
RULES = (
    "gate.identity",
    "gate.right-to-work",
    "gate.conduct",
    "gate.diploma",
    "gate.register",
    "gate.skill",
    "gate.past-work",
    "gate.agreement",
    "gate.induction",
)
"""The nine checks, in the order in which they are told."""


def gate(file: File, asked: Requirement, place: Place, houses: Houses) -> Blocks:
    """Give every reason why somebody may not work this shift; none when the gate is passed.

    Judged on each Dutch calendar day that the shift touches, so a proof that expires during a
    night shift does not open it. No query: many shifts may be judged on the same file.
    """
    terms = houses.terms(place.organisation_id, place.days[0])
    view = View(file, terms, houses.figures, place, houses.today)
    where = (terms, place.days)
    function, wanted = asked.function_id, asked.skills
    found = _once(file, ("person", *where, place.first_day), lambda: _person(view))
    found += _once(file, ("function", *where, function), lambda: _function(view, asked))
    if wanted:
        found += _once(file, ("skills", *where, wanted), lambda: competences(view, asked))
    found += _once(file, ("here", *where), lambda: _here(view))
    if terms.house.policy.asks_induction:
        found += _once(file, ("place", *where, place.location_id), lambda: induction(view))
    return found


def may_supervise(file: File, asked: Condition, place: Place, houses: Houses) -> bool:
    """Say whether somebody may supervise a colleague in something, on days at an organisation."""
    terms = houses.terms(place.organisation_id, place.days[0])
    key = ("supervises", terms, place.days, asked)
    found: bool | None = file.kept.get(key)
    if found is None:
        view = View(file, terms, houses.figures, place, houses.today)
        found = file.kept[key] = papers.may_supervise(view, asked)
    return found


def _once(file: File, key: Hashable, judged: Callable[[], Iterator[Block]]) -> Blocks:
    found: Blocks | None = file.kept.get(key)
    if found is None:
        found = file.kept[key] = tuple(judged())
    return found


def _person(view: View) -> Iterator[Block]:
    yield from who_it_is(view)
    yield from conduct(view)


def _function(view: View, asked: Requirement) -> Iterator[Block]:
    yield from diploma(view, asked)
    yield from registered(view, asked)


def _here(view: View) -> Iterator[Block]:
    yield from past_work(view)
    yield from agreement(view)
