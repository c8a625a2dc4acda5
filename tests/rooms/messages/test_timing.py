"""The moments at which messages may come, from a table that the field can read."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
import yaml

from factories.moments import moment
from rondstroom.rooms.messages.actions.timing import due_at
from rondstroom.rooms.messages.queries import Wanted
from rondstroom.rooms.messages.states import DIGEST_AT, QUIET_FROM, QUIET_UNTIL, Pace

CASES = Path(__file__).resolve().parents[2] / "cases/messages/timing.yaml"


def cases() -> list[Any]:
    """Give every row of the table."""
    rows = yaml.safe_load(CASES.read_text("utf-8"))
    return [pytest.param(row, id=row["name"]) for row in rows]


def read(text: str) -> datetime:
    """Read a moment on the Dutch clock."""
    day, clock = text.split()
    return moment(datetime.fromisoformat(day).date(), clock)


@pytest.mark.parametrize("case", cases())
def test_a_message_comes_when_its_reader_wants(case: dict[str, Any]) -> None:
    quiet = case.get("quiet")
    wanted = Wanted(
        quiet_from=time.fromisoformat(quiet[0]) if quiet else QUIET_FROM,
        quiet_until=time.fromisoformat(quiet[1]) if quiet else QUIET_UNTIL,
        digest_at=time.fromisoformat(case["digest_at"]) if "digest_at" in case else DIGEST_AT,
    )
    comes = due_at(
        wanted,
        Pace(case.get("pace", "now")),
        read(case["told"]),
        urgent=case.get("urgent", False),
        answer_by=read(case["answer_by"]) if "answer_by" in case else None,
    )
    assert comes == read(case["comes"])


@pytest.mark.parametrize("hour", range(24))
def test_a_message_never_comes_before_it_is_told_nor_in_quiet_hours(hour: int) -> None:
    wanted = Wanted()
    told = read(f"2026-11-23 {hour:02d}:20")
    for pace in (Pace.NOW, Pace.DIGEST):
        comes = due_at(wanted, pace, told)
        assert comes >= told
        assert QUIET_UNTIL <= comes.astimezone(told.tzinfo).time() < QUIET_FROM
