"""The page of hours for payroll and its files; who may come in stands in `settlement_test`."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from factories.moments import NOW
from factories.settlement import LAST_WEEK, make_approved, make_hours, make_worked
from people import Cast
from rondstroom.rooms.settlement import actions, queries
from rondstroom.rooms.settlement.states import HoursKind

PAGE, FILE = "/finance/settlement/payroll/", "/finance/settlement/payroll/file/"
NOVEMBER = {"month": "2026-11"}
TUESDAY = LAST_WEEK + timedelta(days=1)


def test_a_month_says_what_is_agreed_and_what_waits(cast: Cast, sign_in: Any) -> None:
    petra = sign_in(cast.petra)
    assert "Nog niets akkoord" in petra.get(PAGE).content.decode()
    make_approved(make_worked(cast.niels, cast.vlinder), cast.pia)
    make_hours(make_worked(cast.niels, cast.vlinder, day=TUESDAY))
    page = petra.get(PAGE, NOVEMBER).content.decode()
    for words in ("november 2026", "1 dienst,", "Gewerkte uren", "8 uur", "nog niet akkoord"):
        assert words in page
    assert "Niels" not in page


@pytest.mark.parametrize("month", ["", "onzin", "2026-13", "0001-01", "9999-12", "2026-1-1"])
def test_a_month_that_is_none_is_the_last_one(month: str, cast: Cast, sign_in: Any) -> None:
    page = sign_in(cast.petra).get(PAGE, {"month": month}).content.decode()
    assert "oktober 2026" in page


def test_the_file_has_a_line_for_each_part_and_none_of_absence(cast: Cast, sign_in: Any) -> None:
    make_approved(make_worked(cast.niels, cast.vlinder), cast.pia)
    one = make_worked(cast.niels, cast.vlinder, day=TUESDAY)
    row = make_hours(one, replace(queries.planned(one), kind=HoursKind.ABSENT), by=cast.pia)
    actions.approve_hours(hours=row, version=1, by=cast.pia, at=NOW)
    petra = sign_in(cast.petra)
    answer = petra.get(FILE, {**NOVEMBER, "format": "csv"})
    head, *lines = answer.content.decode("utf-8-sig").splitlines()
    assert head.startswith("Personeelsnummer;Naam;Contractvorm;Functie;Dag;Van;Tot;")
    assert [line.split(";")[8] for line in lines] == ["worked"]
    assert ";07:00;15:30;30;worked;gewerkte uren;;8;De Linde, PG Vlinder;" in lines[0]
    assert all(word not in answer.content.decode().lower() for word in ("absent", "niet gewerkt"))
    assert petra.get(FILE, {**NOVEMBER, "format": "xlsx"}).content[:2] == b"PK"
    assert petra.get(FILE, {**NOVEMBER, "format": "exe"}).status_code == 404


def test_timecards_come_along(cast: Cast, sign_in: Any) -> None:
    make_approved(make_worked(cast.niels, cast.vlinder), cast.pia)
    answer = sign_in(cast.petra).get(FILE, {**NOVEMBER, "format": "setu"})
    assert answer["Content-Disposition"] == 'attachment; filename="timecards-2026-11.json"'
    assert len(json.loads(answer.content)) == 1
