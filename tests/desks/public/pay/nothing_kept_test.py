"""The calculators keep nothing: no row, no session, no cookie but the language, no address."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from desks.public.pay.answers import FAMILY, HOURS, RENTS, send
from people import Cast
from rondstroom.rooms.journal.models import Entry

pytestmark = pytest.mark.django_db
PAGES = [HOURS]


@pytest.mark.parametrize("address", PAGES)
def test_a_look_leaves_no_cookie(stranger: Client, address: str) -> None:
    assert not stranger.get(address).cookies
    assert not stranger.cookies


@pytest.mark.parametrize("go", ["next", "back", "outcome", "pdf", "own", ""])
def test_answers_leave_no_cookie_session_or_row(stranger: Client, go: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        answer = send(stranger, FAMILY, go, 3)
    assert answer.status_code == 200
    assert not answer.cookies
    assert not stranger.cookies
    assert not Session.objects.exists()
    assert not Entry.objects.exists()
    assert [one["sql"] for one in queries if not one["sql"].startswith("SELECT")] == []


def test_the_other_language_is_the_only_thing_remembered(stranger: Client) -> None:
    answer = send(stranger, {**RENTS, "language": "en"}, at=2)
    assert list(answer.cookies) == ["django_language"]
    assert answer.cookies["django_language"].value == "en"
    assert 'lang="en"' in answer.content.decode()
    assert answer.context["step"] == 2


@pytest.mark.parametrize("language", ["xx", "", "../../etc"])
def test_a_language_that_is_not_spoken_is_not_remembered(stranger: Client, language: str) -> None:
    assert not send(stranger, {**RENTS, "language": language}).cookies


def test_answers_are_not_read_from_the_address(stranger: Client) -> None:
    answer = stranger.get(HOURS, RENTS)
    assert answer.context["answer"] is None
    assert "3593" not in answer.content.decode()


def test_no_page_sends_answers_by_an_address(stranger: Client) -> None:
    page = send(stranger, RENTS, "outcome").content.decode()
    assert 'method="get"' not in page
    assert "3.593" not in "".join(part for part in page.split('"') if part.startswith("/"))


def test_answers_are_not_logged(stranger: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        send(stranger, RENTS, "outcome")
        send(stranger, {**RENTS, "full_time_month": "veel"}, "next")
    assert "3.593" not in caplog.text
    assert "veel" not in caplog.text


def test_no_page_stays_in_a_cache(stranger: Client) -> None:
    assert "no-store" in send(stranger, RENTS, "outcome").headers["Cache-Control"]


def test_no_token_is_needed_since_nothing_is_written(db: None) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"accept-language": "nl"})
    assert send(strict, RENTS, "outcome").status_code == 200


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_nothing_else_is_answered(stranger: Client, method: str) -> None:
    answer: Any = getattr(stranger, method)(HOURS)
    assert answer.status_code == 405


def test_being_signed_in_changes_nothing_of_that(cast: Cast, sign_in: Any) -> None:
    lines = Entry.objects.count()
    browser = sign_in(cast.niels.account)
    answer = send(browser, FAMILY, "outcome")
    assert answer.status_code == 200
    assert Entry.objects.count() == lines
    assert "full_time" not in str(dict(browser.session))
