"""Words of a reason are made when they are read: thousands are counted, a few are shown."""

from __future__ import annotations

from typing import Any

import pytest

from factories.demand import make_shift
from factories.moments import NOW
from people import Cast
from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.queries import Reason
from rondstroom.rooms.skills.queries.gate import view


def test_words_may_be_made_later() -> None:
    asked: list[str] = []

    def words() -> str:
        asked.append("text")
        return "VOG: niet gezien."

    reason = Reason("gate.conduct", words, lambda: "Vraag een VOG aan.")
    assert reason.is_blocking
    assert not asked
    assert (reason.text, reason.remedy) == ("VOG: niet gezien.", "Vraag een VOG aan.")


def test_reasons_that_read_the_same_are_the_same() -> None:
    plain = Reason("gate.conduct", "VOG: niet gezien.", "Vraag aan.")
    later = Reason("gate.conduct", lambda: "VOG: niet gezien.", lambda: "Vraag aan.")
    assert plain == later
    assert hash(plain) == hash(later)
    assert later in (plain,)


@pytest.mark.parametrize(
    "other",
    [
        Reason("gate.register", "VOG: niet gezien."),
        Reason("gate.conduct", "VOG: te oud."),
        Reason("gate.conduct", "VOG: niet gezien.", "Bel."),
        Reason("gate.conduct", "VOG: niet gezien.", severity="warning"),
        "gate.conduct",
    ],
)
def test_others_are_not(other: object) -> None:
    assert Reason("gate.conduct", "VOG: niet gezien.") != other


def test_a_list_that_only_counts_puts_no_date_in_words(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _number in range(3):
        make_shift(cast.vlinder, function="IC-vpk")
    said: list[Any] = []
    monkeypatch.setattr(view, "explained", lambda *told: said.append(told) or "…")
    found = queries.shifts_for(cast.sanne, NOW, NOW.replace(month=12), NOW)
    assert found.hidden_total == 3
    assert not said
    assert all(reason.text for _shift, reasons in found.hidden for reason in reasons)
