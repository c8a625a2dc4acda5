"""The explanation of a roster, or of there being none, as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from flexpool.planning import Problem, Roster, judge
from flexpool.planning.explanation import Conflict, Explainer, smallest_conflict, words_for
from rondstroom.cli.shortcomings import UnableToRun

LANGUAGES = ("nl", "en")
MOST_PLACES = 40
MOST_HELPS = 3
HEADS = {
    "nl": {
        "points": "Waar de {objective} punten zitten:",
        "open": "Open plaatsen ({number}):",
        "none": "Geen plaats staat open.",
        "more": "… en nog {number} plaatsen.",
        "shifts": "De diensten van {worker}:",
        "conflict": "Dit kan niet samen; zonder een van deze eisen wel:",
        "alone": "Dit kan op zichzelf al niet, ook zonder al het andere:",
        "perhaps": "Dit kan niet samen; de tijd was te kort om het kleiner te maken:",
        "unknown": "Er is niet bewezen dat er geen rooster is, dus ook geen eisen die botsen.",
    },
    "en": {
        "points": "Where the {objective} points are:",
        "open": "Open places ({number}):",
        "none": "No place is open.",
        "more": "… and {number} places more.",
        "shifts": "The shifts of {worker}:",
        "conflict": "These cannot hold together; without any one of them the others can:",
        "alone": "This cannot be even by itself, whatever else is asked:",
        "perhaps": "These cannot hold together; time was too short to make the list smaller:",
        "unknown": "It is not proven that there is no roster, so no demands in conflict either.",
    },
}


def explained(problem: Problem, roster: Roster, workers: Sequence[str], lang: str) -> Iterator[str]:
    """Tell where the points are, why places are open, and of these workers why they stand there.

    Raises
    ------
    UnableToRun
        When one of the workers is not in the problem.
    """
    known = {worker.id for worker in problem.workers}
    for worker in workers:
        if worker not in known:
            raise UnableToRun(f"{problem.name}: there is no worker {worker!r} to explain.")
    heads, score = HEADS[lang], judge(problem, roster)
    yield heads["points"].format(objective=score.objective)
    for name, cost in sorted(score.by_constraint.items(), key=lambda one: -one[1]):
        yield f"  {cost:>8}  {words_for(name).in_language(lang)} ({name})"
    explainer = Explainer(problem, roster)
    yield from _open_places(problem, explainer, lang)
    for worker in workers:
        yield heads["shifts"].format(worker=worker)
        days = sorted(day for who, day in roster.cells(problem) if who == worker)
        for placed in (explainer.placed(worker, day) for day in days):
            what = named(problem, placed.day, placed.kind, placed.skill)
            yield f"  {what}: {placed.text.in_language(lang)}"


def _open_places(problem: Problem, explainer: Explainer, lang: str) -> Iterator[str]:
    heads, places = HEADS[lang], list(explainer.open_places())
    number = sum(short for *_, short in places)
    yield heads["open"].format(number=number) if places else heads["none"]
    for day, kind, skill, short in places[:MOST_PLACES]:
        why = explainer.open_place(day, kind, skill).text.in_language(lang)
        yield f"  {named(problem, day, kind, skill)} × {short}: {why}"
        for one in explainer.helps(day, kind, skill)[:MOST_HELPS]:
            yield f"    {one.text.in_language(lang)}"
    if left := sum(short for *_, short in places[MOST_PLACES:]):
        yield "  " + heads["more"].format(number=left)


def conflicting(problem: Problem, seconds: float, lang: str) -> Iterator[str]:
    """Tell which demands cannot hold together."""
    found = smallest_conflict(problem, seconds)
    if found is None:
        yield HEADS[lang]["unknown"]
        return
    yield HEADS[lang][_head(found)]
    for one in found.demands:
        yield f"  {one.text.in_language(lang)}"


def _head(found: Conflict) -> str:
    if not found.is_smallest:
        return "perhaps"
    return "alone" if len(found.demands) == 1 else "conflict"


def named(problem: Problem, day: int, kind: str, skill: str) -> str:
    """Give day, kind and skill as people read them: the date where there is one."""
    date = problem.first_date and problem.first_date + timedelta(days=day)
    return f"{date or f'day {day}'} {'/'.join(part for part in (kind, skill) if part)}"
