"""What the log tells of a fault: where, and what kind, and nothing of anybody."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from django.conf import settings
from django.db import IntegrityError, connection

from rondstroom.config.logs import Discreet
from rondstroom.rooms.identity.models import Account

TOLD = (
    'duplicate key value violates unique constraint "identity_account_email_key"\n'
    "DETAIL:  Key (email)=(niels@voorbeeld.invalid) already exists.\n"
)


class Server(Exception):
    """A fault as psycopg gives it."""

    diag = object()


def refused() -> None:
    raise Server(TOLD)


def refused_by_django() -> None:
    try:
        refused()
    except Server as cause:
        raise IntegrityError(TOLD) from cause


def written(fails: Callable[[], object]) -> str:
    """Give what the log says when this fails."""
    try:
        fails()
    except (Server, IntegrityError, ValueError):
        return Discreet("%(message)s").formatException(sys.exc_info())
    raise AssertionError("it did not fail")


@pytest.mark.parametrize("fails", [refused, refused_by_django])
def test_the_row_that_was_refused_is_left_out(fails: Callable[[], object]) -> None:
    text = written(fails)
    assert "niels" not in text
    assert "DETAIL" not in text
    assert 'unique constraint "identity_account_email_key"' in text
    assert f", in {fails.__name__}" in text


def test_what_is_no_refusal_is_told_whole() -> None:
    def fails() -> None:
        raise ValueError("first\nsecond")

    assert "first\nsecond" in written(fails)


def test_the_database_itself_tells_nothing_of_somebody(db: None) -> None:
    Account.objects.create_user("twee@voorbeeld.invalid", None, name="Twee")
    text = written(lambda: Account.objects.create_user("twee@voorbeeld.invalid", None, name="Twee"))
    assert "IntegrityError" in text
    assert "twee@" not in text.replace('"twee@voorbeeld.invalid"', "")  # the line of this test
    assert connection.vendor == "sqlite" or "DETAIL" not in text


def test_the_log_of_an_installation_is_written_so() -> None:
    formatters = settings.LOGGING["formatters"]
    used = settings.LOGGING["handlers"]["console"]["formatter"]
    assert formatters[used]["()"] == f"{Discreet.__module__}.{Discreet.__qualname__}"
