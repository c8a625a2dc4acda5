"""Who may answer a swap in which state, and what comes of it: every pair, from the case table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.db import transaction

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.models import Assignment, Swap

CASES = Path(__file__).resolve().parents[2] / "cases" / "swaps" / "turns.yaml"


class Stage:
    """Anna of PG Vlinder gives a shift; Bram is who is asked, and has one to give back."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        names = ("Anna", "Bram", "Carla")
        self.anna, self.bram, self.carla = (make_worker(n, team=cast.vlinder) for n in names)
        self.given = self._on(self.anna, 7)
        self.back = self._on(self.bram, 9)
        self.theirs = self._on(self.carla, 11)

    def _on(self, worker: Worker, days: int) -> Assignment:
        shift = make_shift(self.cast.vlinder, day=MONDAY + timedelta(days=days))
        found = queries.assignment(actions.assign(worker=worker, shift=shift, **signed()).pk)
        assert found is not None
        return found

    def worker(self, who: str) -> Worker:
        """Give the worker who answers, or for whom a planner does."""
        known = {"giver": self.anna, "asked": self.bram, "colleague": self.carla}
        return known.get(who, self.bram)

    def account(self, who: str) -> Account:
        """Give who is signed in."""
        desks = {
            "planner": self.cast.pia,
            "other planner": self.cast.bas,
            "stranger": self.cast.otto,
        }
        account = desks.get(who) or self.worker(who).account
        assert account is not None
        return account

    def laid(self, given: str) -> Swap:
        """Bring a swap into the state that a case begins with."""
        one = {"assignment": self.given, "by": self.account("giver"), "at": NOW}
        if given == "offered to anyone":
            return actions.ask_swap(**one)  # type: ignore[arg-type]
        if given == "a shift back was offered":
            asked = actions.ask_swap(**one, wants_return=True)  # type: ignore[arg-type]
            return self.accepted(asked, in_return=self.back)
        asked = actions.ask_swap(**one, wanted=self.bram)  # type: ignore[arg-type]
        if given in {"waits for the planner", "done"}:
            asked = self.accepted(asked)
        if given == "done":
            return actions.approve_swap(swap=asked, by=self.cast.pia, at=NOW)
        ends = {"withdrawn": "giver", "refused": "asked", "declined": "planner"}
        if given in ends:
            return actions.end_swap(swap=asked, by=self.account(ends[given]), at=NOW)
        if given == "lapsed":
            actions.lapse_swaps(by=signed()["by"], at=asked.answer_by)
        return queries.swapped(asked.pk)

    def accepted(self, asked: Swap, **more: Any) -> Swap:
        """Let Bram say yes."""
        return actions.accept_swap(
            swap=asked, taker=self.bram, by=self.account("asked"), at=NOW, **more
        )

    def does(self, case: dict[str, str], swap: Swap, at: datetime) -> str:
        """Do what a case says; give the state it leads to, or the code of the refusal."""
        by = self.account(case["who"])
        try:
            if case["does"] == "yes":
                worker = self.worker(case["who"])
                return str(actions.accept_swap(swap=swap, taker=worker, by=by, at=at).state)
            if case["does"] == "agree":
                return str(actions.approve_swap(swap=swap, by=by, at=at).state)
            return str(actions.end_swap(swap=swap, by=by, at=at).state)
        except actions.UnableToSwap as refused:
            return f"no: {refused.code}"

    def holders(self) -> list[str]:
        """Give who works the three shifts now; nobody ever falls between."""
        ids = [row.shift_id for row in (self.given, self.back, self.theirs)]
        working = queries.assignments_of_shifts(ids)
        return [one.worker.name for pk in ids for one in working[pk]]


def cases() -> list[dict[str, str]]:
    """Read the table."""
    found: list[dict[str, str]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return found


def test_every_state_is_met_by_everybody_with_every_answer() -> None:
    met = {(one["given"], one["who"], one["does"]) for one in cases()}
    givens, whos, deeds = ({one[key] for one in cases()} for key in ("given", "who", "does"))
    assert len(met) == len(givens) * len(whos) * len(deeds) == len(cases())


def tried(stage: Stage) -> Iterator[tuple[dict[str, str], str, list[str]]]:
    """Give what comes of each case, and who holds the shifts then; each state is laid once."""
    by_state = sorted(cases(), key=lambda case: case["given"])
    for given, those in groupby(by_state, key=lambda case: case["given"]):
        with transaction.atomic():
            laid = stage.laid(given)
            for case in those:
                with transaction.atomic():
                    got = stage.does(case, queries.swapped(laid.pk), NOW)
                    yield case, got, stage.holders()
                    transaction.set_rollback(True)
            transaction.set_rollback(True)


@pytest.mark.django_db
def test_who_may_answer_in_which_state(cast: Cast) -> None:
    stage = Stage(cast)
    wrong = []
    for case, got, holders in tried(stage):
        after = {"done": ["Bram", "Bram", "Carla"]}
        if case["given"] == "a shift back was offered":
            after = {"done": ["Bram", "Anna", "Carla"]}
        if (got, case["given"], case["who"]) == ("done", "offered to anyone", "colleague"):
            after = {"done": ["Carla", "Bram", "Carla"]}
        settled = got if case["given"] != "done" else "done"
        if got != case["then"] or holders != after.get(settled, ["Anna", "Bram", "Carla"]):
            wrong.append(f"{case} gave {got}, {holders}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.django_db
def test_both_sides_come_in_three_questions_about_few_tables(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    """A database plans a question about few tables in no time, one about seventeen for long."""
    laid = Stage(cast).laid("a shift back was offered")
    with django_assert_num_queries(3) as asked:
        found = queries.swapped(laid.pk)
        for side in (found.assignment, found.in_return):
            assert side.worker.name
            assert side.shift.organisation.name and side.shift.team.location.name
    assert max(one["sql"].count(" JOIN ") for one in asked.captured_queries) <= 6
