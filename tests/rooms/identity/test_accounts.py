"""Accounts: made once, in lower case, with a password worth the name."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from factories.identity import make_account, signed
from rondstroom.rooms.identity import actions, queries
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.journal import queries as journal

pytestmark = pytest.mark.django_db


def test_an_account_is_found_by_its_address_in_any_case() -> None:
    otto = make_account("Otto", email="Otto@Voorbeeld.invalid ", password="een-lange-zin")
    assert otto.email == "otto@voorbeeld.invalid"
    assert queries.account_by_email(" OTTO@voorbeeld.INVALID") == otto
    assert queries.account(otto.pk) == otto
    assert otto.check_password("een-lange-zin")


def test_without_a_password_nobody_can_sign_in() -> None:
    assert not make_account("Otto").has_usable_password()


def test_the_journal_tells_that_it_was_made_but_not_the_address() -> None:
    otto = make_account("Otto")
    line = journal.entries_about(f"account:{otto.pk}").get()
    assert line.event == "identity.account.created"
    assert "otto@" not in str(line.data)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": "  "}, "geen naam"),
        ({"email": "otto"}, "“otto” is geen e-mailadres"),
        ({"password": "kort"}, "te kort of te bekend"),
        ({"password": "q1w2e3r4t5y6"}, "te kort of te bekend"),
        ({"language": "fy"}, "taal “fy”"),
    ],
)
def test_an_account_that_is_nobody_is_refused(wrong: dict[str, str], said: str) -> None:
    asked = {"email": "otto@voorbeeld.invalid", "name": "Otto"} | wrong
    with pytest.raises(actions.UnableToCreateAccount, match=said):
        actions.create_account(**asked, **signed())
    assert queries.account_by_email("otto@voorbeeld.invalid") is None


def test_an_address_is_somebodys_only_once() -> None:
    make_account("Otto")
    with pytest.raises(actions.UnableToCreateAccount, match="al een account"):
        make_account("Otto Twee", email="OTTO@voorbeeld.invalid")


def test_two_at_the_same_time_get_the_same_clear_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    make_account("Otto")
    monkeypatch.setattr(queries, "account_by_email", lambda _email: None)
    with pytest.raises(actions.UnableToCreateAccount, match="al een account"):
        make_account("Otto")


def test_the_machine_signs_but_cannot_sign_in(client: Any) -> None:
    machine = queries.machine_account()
    assert machine == queries.machine_account()
    assert machine.is_machine
    assert not machine.is_active
    assert not client.login(email=machine.email, password="!")


def test_a_language_is_kept_and_a_strange_one_refused() -> None:
    otto = make_account("Otto")
    actions.set_language(account=otto, language="en", **signed())
    otto.refresh_from_db()
    assert otto.language == "en"
    with pytest.raises(actions.UnableToSetLanguage, match="Nederlands"):
        actions.set_language(account=otto, language="fy", **signed())
    assert Account.objects.get(pk=otto.pk).language == "en"


def test_a_stranger_has_no_roles() -> None:
    assert queries.roles_of(AnonymousUser()) == []
