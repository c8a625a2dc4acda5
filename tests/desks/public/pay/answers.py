"""Answers of the calculator of hours, ready to send."""

from __future__ import annotations

from typing import Any

from django.test import Client

HOURS = "/pay/hours/"
WORK = {
    "hours_now": "24,5",
    "hours_wanted": "28",
    "cao": "vvt",
    "full_time_month": "3.593,00",
    "scale": "",
    "scale_step": "",
    "starts_on": "2026-12-01",
}
"""Enough for an outcome: all other steps have a beginning."""
RENTS = {**WORK, "rent": "700", "co_residents": "0", "co_income": "0", "wealth": "0"}
FAMILY = {
    **RENTS,
    "age": "38",
    "partner": "yes",
    "partner_income": "31.000",
    "partner_age": "40",
    "children": "4, 9",
    "care_kind_0": "daycare",
    "care_rate_0": "10,50",
    "care_now_0": "87",
    "care_wanted_0": "110",
    "care_kind_1": "after_school",
    "care_rate_1": "9,50",
    "care_now_1": "40",
    "care_wanted_1": "40",
}


def send(browser: Client, answers: dict[str, str], go: str = "", at: int = 1, **more: Any) -> Any:
    """Press a button of the form at a step."""
    return browser.post(HOURS, {**answers, "go": go, "at": str(at)}, **more)


def page_of(answer: Any) -> str:
    """Give the page with one kind of space."""
    return " ".join(answer.content.decode().split())
