"""`rondstroom keys`: a key is made, shown once, seen in use, and withdrawn."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from factories.identity import make_account, make_role
from people import Cast
from rondstroom.cli import main
from rondstroom.cli.shortcomings import UnableToRun
from rondstroom.rooms.identity import queries
from rondstroom.rooms.identity.states import RoleKind

LINDE = ["--organisation", "De Linde"]


def ask(*words: str) -> str:
    answer = CliRunner().invoke(main.app, ["keys", *words], catch_exceptions=False)
    assert answer.exit_code == 0, answer.output
    return answer.stdout


def refused(*words: str) -> UnableToRun:
    with pytest.raises(UnableToRun) as refusal:
        CliRunner().invoke(main.app, ["keys", *words], catch_exceptions=False)
    return refusal.value


def test_a_key_is_made_listed_and_withdrawn(cast: Cast) -> None:
    secret = ask("make", "Roostersysteem", *LINDE, "--scope", "shifts:write").strip()
    key = queries.key_by_secret(secret)
    assert key is not None
    assert key.organisation_id == cast.de_linde.pk
    assert "never used" in ask("list", *LINDE)
    assert secret not in ask("list", *LINDE)
    assert "opens nothing" in ask("withdraw", str(key.pk), *LINDE)
    assert "withdrawn" in ask("list", *LINDE)


def test_only_an_administrator_of_the_organisation_may(cast: Cast) -> None:
    for outsider in (cast.pia, cast.bas, cast.coen):
        made = ["make", "X", *LINDE, "--scope", "shifts:read", "--as", outsider.email]
        assert refused(*made).exit_code == 3
    admin = make_role(make_account("Ada"), RoleKind.ADMINISTRATOR, cast.de_linde)
    assert ask("make", "X", *LINDE, "--scope", "shifts:read", "--as", admin.email)


def test_what_cannot_be_is_told(cast: Cast) -> None:
    assert "shifts:read" in str(refused("make", "X", *LINDE, "--scope", "alles"))
    assert "has no key 99" in str(refused("withdraw", "99", *LINDE))
    assert "niet bekend" in str(refused("list", "--organisation", "Nergens"))
    ask("make", "X", *LINDE, "--scope", "shifts:read")
    number = str(queries.keys_of(cast.de_linde.pk)[0].pk)
    assert "has no key" in str(refused("withdraw", number, "--organisation", "Molenpoort"))
