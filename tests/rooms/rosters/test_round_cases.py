"""Wishes in a round, case by case: by day, evening and night, alone and with others."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions
from rondstroom.rooms.rosters.models import Round

CASES = Path(__file__).resolve().parents[2] / "cases" / "rounds" / "wishes.yaml"
FIRST = MONDAY + timedelta(days=14)


def cases() -> list[dict[str, Any]]:
    """Read the table."""
    found: list[dict[str, Any]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return found


def wished(cast: Cast, round_: Round, worker: Worker, shift: dict[str, Any]) -> str:
    """Put in one wish; give what comes of it."""
    day = FIRST + timedelta(days=shift["day"])
    made = make_shift(cast.vlinder, day=day, start=shift["start"], end=shift["end"])
    try:
        actions.wish_for(round_=round_, worker=worker, shift=made, **signed())
    except actions.UnableToRound as refused:
        return refused.code
    return "wished"


def test_every_case_has_a_name_of_its_own() -> None:
    names = [one["name"] for one in cases()]
    assert len(names) == len(set(names)) >= 20


def test_wishes_are_judged_together(cast: Cast) -> None:
    people = {"Anna": make_worker("Anna", team=cast.vlinder)}
    people |= {one.name: one for one in (cast.ruud, cast.joke, cast.sanne, cast.niels)}
    wrong = []
    for case in cases():
        with transaction.atomic():
            make_shift(cast.vlinder, day=FIRST)
            round_ = actions.open_round(
                team=cast.vlinder,
                starts_on=FIRST,
                ends_on=FIRST + timedelta(days=13),
                wishes_until=NOW + timedelta(days=7),
                **signed(),
            )
            worker = people[case["who"]]
            before = [wished(cast, round_, worker, one) for one in case["wished_before"]]
            got = wished(cast, round_, worker, case["wishes"])
            transaction.set_rollback(True)
        if got != case["then"] or set(before) - {"wished"}:
            wrong.append(f"{case['name']}: {got}, before {before}")
    assert not wrong, "\n".join(wrong)
