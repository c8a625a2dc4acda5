"""What goes wrong on our side, and what no endpoint does, is told in the same shape."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import OperationalError

from api.asking import System
from rondstroom.rooms.organisations import queries


def failing(fault: Exception) -> Any:
    """Give a function that fails."""

    def fail(*_asked: Any, **_more: Any) -> None:
        raise fault

    return fail


def test_a_fault_of_ours_is_a_problem_too(linde: System, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "teams_of", failing(RuntimeError("kapot")))
    answer = linde.get("/organisation")
    assert (answer.status, answer.body["code"]) == (500, "unforeseen")
    assert "kapot" not in str(answer.body)


def test_a_lock_that_does_not_come_is_told(linde: System, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "teams_of", failing(OperationalError("database is locked")))
    answer = linde.get("/organisation")
    assert (answer.status, answer.body["code"]) == (503, "busy")
    assert answer.headers["Retry-After"]


def test_another_method_is_not_allowed_here(linde: System) -> None:
    answer = linde.ask("DELETE", "/shifts")
    assert (answer.status, answer.body["code"]) == (405, "not-allowed-here")
    assert "GET" in answer.headers["Allow"]


def test_an_address_that_is_not_there(linde: System) -> None:
    answer = linde.get("/eenhoorns")
    assert (answer.status, answer.body["code"]) == (404, "not-found")


def test_problems_explain_themselves() -> None:
    page = System().get("/problems/refused")
    assert page.status == 200
    assert page.body["code"] == "refused"
    assert System().get("/problems/iets").status == 404
