"""Behind a proxy: who guesses is slowed down, and nobody else."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.test import Client

PROXY = "10.0.0.1"
RESET = "/accounts/password/reset/"
NUMBERS = count()
"""Another account each time: asking for one too often is held back apart."""


@pytest.fixture(autouse=True)
def behind_a_proxy(db: None, settings: LazySettings) -> None:
    """Let one proxy stand before the pages, and nobody have tried before."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    cache.clear()


def asks(client: Client, seen_by_proxy: str, says: str = "") -> Any:
    """Ask for any account from this address, which may say to be forwarded from elsewhere."""
    passed_on = f"{says}, {seen_by_proxy}" if says else seen_by_proxy
    told = {"REMOTE_ADDR": PROXY, "HTTP_X_FORWARDED_FOR": passed_on}
    return client.post(RESET, {"email": f"{next(NUMBERS)}@voorbeeld.invalid"}, **told)


def test_one_who_floods_does_not_keep_the_others_out(stranger: Client) -> None:
    answers = [asks(stranger, "203.0.113.7").status_code for _number in range(21)]
    assert answers[-1] == 429
    assert asks(stranger, "198.51.100.4").status_code == 302


def test_who_says_to_be_somebody_else_is_still_known(stranger: Client) -> None:
    answers = [
        asks(stranger, "203.0.113.7", says=f"198.51.100.{number}").status_code
        for number in range(21)
    ]
    assert answers[-1] == 429


def test_without_the_setting_all_would_be_the_proxy(
    stranger: Client, settings: LazySettings
) -> None:
    """Why a real installation has it on: otherwise everybody shares one address."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    for number in range(21):
        answer = asks(stranger, f"203.0.113.{number}")
    assert answer.status_code == 429
