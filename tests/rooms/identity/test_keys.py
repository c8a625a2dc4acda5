"""Keys of connected systems: made, used, withdrawn; and answers that are kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factories.identity import make_account, make_role, signed
from factories.moments import NOW
from factories.races import race
from people import Cast
from rondstroom.rooms.identity import actions, permissions, queries
from rondstroom.rooms.identity.models import ApiKey, KeptAnswer
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.organisations import permissions as organisations

pytestmark = pytest.mark.django_db


def make_key(organisation_id: int = 1, scopes: tuple[str, ...] = ("shifts:read",)) -> tuple:
    return actions.make_key(
        organisation_id=organisation_id, name="Roostersysteem", scopes=scopes, **signed()
    )


def test_a_key_is_known_by_its_secret_which_is_not_kept() -> None:
    key, secret = make_key()
    assert secret.startswith("rs_")
    assert queries.key_by_secret(secret) == key == queries.api_key(key.pk)
    assert queries.key_by_secret("rs_iets") is None
    assert secret not in str(ApiKey.objects.values().get())
    assert secret.startswith(key.hint)
    assert list(queries.keys_of(1)) == [key]
    assert list(queries.keys_of(2)) == []


def test_a_system_cannot_sign_in_and_plans_at_its_organisation_only() -> None:
    key, _secret = make_key(7)
    assert not key.account.has_usable_password()
    assert organisations.may_plan(key.account, 7)
    assert not organisations.may_plan(key.account, 8)


def test_writing_holds_reading_and_nothing_else() -> None:
    key, _secret = make_key(scopes=("shifts:write", "rosters:read"))
    assert permissions.may_use(key, "shifts:read")
    assert permissions.may_use(key, "shifts:write")
    assert permissions.may_use(key, "rosters:read")
    assert not permissions.may_use(key, "workers:read")


@pytest.mark.parametrize("scopes", [(), ("alles",), ("workers:write",), ("shifts:read", "x")])
def test_a_key_without_known_rights_is_not_made(scopes: tuple[str, ...]) -> None:
    with pytest.raises(actions.UnableToMakeKey, match="shifts:read"):
        make_key(scopes=scopes)
    assert not ApiKey.objects.exists()


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_key_has_a_name(name: str) -> None:
    with pytest.raises(actions.UnableToMakeKey):
        actions.make_key(organisation_id=1, name=name, scopes=["shifts:read"], **signed())


def test_a_withdrawn_key_opens_nothing_and_hears_nothing() -> None:
    key, secret = make_key(scopes=("webhooks:write",))
    hook, _ = actions.subscribe(
        key=key, url="https://voorbeeld.invalid/", events=["shift.created"], **signed()
    )
    actions.withdraw_key(key=key, **signed())
    actions.withdraw_key(key=key, **signed())
    assert queries.key_by_secret(secret) is None
    hook.refresh_from_db()
    assert not hook.is_active
    assert not organisations.may_plan(queries.api_key(key.pk).account, 1)
    events = [entry.event for entry in journal.entries_about(f"key:{key.pk}")]
    assert events == ["identity.key.made", "identity.key.withdrawn"]


def test_use_is_noted_once_a_minute() -> None:
    key, _secret = make_key()
    for seconds in (0, 30, 59, 61):
        actions.use_key(key=key, by=key.account, at=NOW + timedelta(seconds=seconds))
    assert ApiKey.objects.get().last_used_at == NOW + timedelta(seconds=61)


def test_only_the_administrator_of_the_organisation_manages_keys(cast: Cast) -> None:
    admin = make_role(make_account("Ada"), RoleKind.ADMINISTRATOR, cast.de_linde)
    assert permissions.may_manage_keys(admin, cast.de_linde.pk)
    assert not permissions.may_manage_keys(admin, cast.molenpoort.pk)
    for outsider in (cast.pia, cast.bas, cast.coen, cast.petra, cast.otto):
        assert not permissions.may_manage_keys(outsider, cast.de_linde.pk)


def claim(key: ApiKey, fingerprint: str = "a", at: timedelta = timedelta(0)) -> KeptAnswer:
    return actions.claim_answer(
        key=key, name="n", fingerprint=fingerprint, by=key.account, at=NOW + at
    )


def test_an_answer_is_kept_and_given_again() -> None:
    key, _secret = make_key()
    new = claim(key)
    assert new.status == 0
    actions.keep_answer(answer=new, status=201, body="{}", by=key.account, at=NOW)
    assert (claim(key).status, claim(key).body) == (201, "{}")
    with pytest.raises(actions.UnableToRepeat, match="andere vraag"):
        claim(key, "b")


def test_after_a_week_a_name_may_be_used_anew() -> None:
    key, _secret = make_key()
    actions.keep_answer(answer=claim(key), status=201, body="", by=key.account, at=NOW)
    assert claim(key, "b", timedelta(days=8)).status == 0


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_fills_the_answer() -> None:
    key, _secret = make_key()
    raced = race([lambda: claim(key).pk] * 8)
    assert not [one for one in raced.answers if isinstance(one, Exception)]
    assert len(set(raced.answers)) == 1
    assert KeptAnswer.objects.count() == 1
