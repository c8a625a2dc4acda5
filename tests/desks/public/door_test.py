"""The front door: who is sent where, the demo's accounts, health, and no signing up."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from factories.identity import make_account, make_role
from factories.moments import NOW
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.web.public import health, home

PASSWORD = "een lang wachtwoord"


@pytest.fixture(autouse=True)
def nobody_has_tried_before() -> None:
    """Forget the attempts of other tests: allauth counts them in the cache."""
    cache.clear()


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def with_password(account: Account | None) -> Account:
    assert account is not None
    account.set_password(PASSWORD)
    account.save()
    return account


def test_a_worker_starts_at_the_list_of_shifts(cast: Cast, sign_in: Any) -> None:
    assert sign_in(cast.niels.account).get("/").headers["Location"] == "/worker/"


def test_a_planner_starts_at_the_planner_s_desk(cast: Cast, sign_in: Any) -> None:
    assert sign_in(cast.pia).get("/").headers["Location"] == "/planner/"


def test_who_has_no_desk_reads_whom_to_ask(cast: Cast, sign_in: Any) -> None:
    answer = sign_in(cast.otto).get("/")
    assert answer.status_code == 200
    assert "er hoort nog geen werkplek bij" in text_of(answer)


def test_who_does_the_finances_starts_at_the_finance_desk(cast: Cast, sign_in: Any) -> None:
    assert sign_in(cast.petra).get("/").headers["Location"] == "/finance/"


def test_a_role_without_a_desk_is_named(cast: Cast, sign_in: Any) -> None:
    finance = make_role(make_account("Bea"), RoleKind.FINANCE, None)
    assert "Je rol is salarisadministratie" in text_of(sign_in(finance).get("/"))


def test_guessing_passwords_is_slowed_down(cast: Cast, stranger: Client) -> None:
    account = with_password(cast.niels.account)
    guess = {"login": account.email, "password": "mis"}
    answers = [stranger.post("/accounts/login/", guess) for _ in range(6)]
    assert "Te veel" in text_of(answers[-1]) or answers[-1].status_code == 429
    right = stranger.post("/accounts/login/", {**guess, "password": PASSWORD})
    assert right.status_code != 302


def test_a_flood_reads_how_long_to_wait(cast: Cast, stranger: Client) -> None:
    answers = [stranger.post("/accounts/password/reset/", {"email": "a@b.nl"}) for _ in range(21)]
    assert answers[-1].status_code == 429
    assert "Even wachten" in text_of(answers[-1])


def test_the_demo_shows_accounts_to_choose_from(db: None, stranger: Client) -> None:
    page = text_of(stranger.get("/"))
    assert "Log in als deze persoon" in page


def test_elsewhere_no_account_is_shown(db: None, stranger: Client, settings: LazySettings) -> None:
    settings.IS_DEMO = False
    page = text_of(stranger.get("/"))
    assert "Log in als deze persoon" not in page
    assert home.demo_accounts() == []


def test_signing_in_by_e_mail_and_password(cast: Cast, stranger: Client) -> None:
    account = with_password(cast.niels.account)
    answer = stranger.post("/accounts/login/", {"login": account.email, "password": PASSWORD})
    assert answer.status_code == 302
    assert stranger.get("/").headers["Location"] == "/worker/"


def test_a_wrong_password_says_so_without_saying_which_part(cast: Cast, stranger: Client) -> None:
    account = with_password(cast.niels.account)
    known = stranger.post("/accounts/login/", {"login": account.email, "password": "mis"})
    unknown = stranger.post("/accounts/login/", {"login": "x@voorbeeld.invalid", "password": "mis"})
    assert known.status_code == unknown.status_code == 200
    errors = [list(one.context["form"].non_field_errors()) for one in (known, unknown)]
    assert errors[0] == errors[1] != []


def test_an_account_s_language_is_spoken_after_signing_in(cast: Cast, stranger: Client) -> None:
    account = with_password(cast.niels.account)
    account.language = "en"
    account.save()
    stranger.post("/accounts/login/", {"login": account.email, "password": PASSWORD})
    assert 'lang="en"' in text_of(stranger.get("/worker/roster/"))


def test_nobody_signs_up(db: None, stranger: Client) -> None:
    asked = {"email": "nieuw@voorbeeld.invalid", "password1": PASSWORD, "password2": PASSWORD}
    answer = stranger.post("/accounts/signup/", asked)
    assert "Je organisatie nodigt je uit" in text_of(answer)
    assert not Account.objects.filter(email=asked["email"]).exists()


def test_a_forgotten_password_is_mailed_and_renewed(
    cast: Cast, stranger: Client, mailoutbox: list[Any]
) -> None:
    account = with_password(cast.niels.account)
    stranger.post("/accounts/password/reset/", {"email": account.email})
    link = next(word for word in mailoutbox[0].body.split() if "/password/reset/key/" in word)
    page = stranger.get(link[link.index("/accounts") :], follow=True)
    address = page.redirect_chain[-1][0]
    new = "een nieuw lang wachtwoord"
    stranger.post(address, {"password1": new, "password2": new})
    account.refresh_from_db()
    assert account.check_password(new)


def test_an_unknown_address_gets_the_same_answer(
    db: None, stranger: Client, mailoutbox: list[Any]
) -> None:
    answer = stranger.post("/accounts/password/reset/", {"email": "wie@voorbeeld.invalid"})
    assert answer.headers["Location"] == "/accounts/password/reset/done/"


def test_the_manifest_can_be_installed(db: None, stranger: Client) -> None:
    answer = stranger.get("/manifest.webmanifest")
    found = answer.json()
    assert answer.headers["Content-Type"] == "application/manifest+json"
    assert found["display"] == "standalone"
    assert found["icons"][0]["src"].endswith("icon.svg")


def test_health_is_good(db: None, stranger: Client) -> None:
    answer = stranger.get("/health/")
    assert answer.status_code == 200
    assert answer.json()["healthy"] is True


def test_health_says_what_is_broken_and_nothing_more(
    db: None, stranger: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "tables_are_current", lambda: False)
    answer = stranger.get("/health/")
    assert answer.status_code == 503
    assert answer.json()["tables"] == "broken"
    assert "version" not in text_of(answer)


def test_health_sees_that_nobody_takes_up_the_work(db: None, stranger: Client) -> None:
    task = DBTaskResult.objects.create(
        task_path="x", backend_name="default", run_after=NOW, args_kwargs={}
    )
    assert stranger.get("/health/").json()["tasks"] == "ok"
    long_ago = NOW - health.LONGEST_WAIT - timedelta(seconds=1)
    DBTaskResult.objects.filter(pk=task.pk).update(enqueued_at=long_ago, run_after=long_ago)
    assert stranger.get("/health/").json()["tasks"] == "broken"


@pytest.mark.parametrize(("minutes", "told"), [(4, "ok"), (16, "broken")])
def test_who_waits_for_a_long_plan_is_not_forgotten(
    minutes: int, told: str, db: None, stranger: Client
) -> None:
    """A worker that makes a roster of five minutes is at work; one that died with it is not."""
    fields = {"task_path": "x", "backend_name": "default", "args_kwargs": {}}
    waits = DBTaskResult.objects.create(**fields, run_after=NOW - timedelta(days=1))
    begun = timezone.now() - timedelta(minutes=minutes)
    DBTaskResult.objects.create(**fields, run_after=NOW, status="RUNNING", started_at=begun)
    DBTaskResult.objects.filter(pk=waits.pk).update(enqueued_at=NOW - timedelta(days=1))
    assert stranger.get("/health/").json()["tasks"] == told


def test_what_was_planned_for_later_is_not_late_at_that_moment(db: None, stranger: Client) -> None:
    """A message that is tried again after a day was written down a day ago."""
    task = DBTaskResult.objects.create(
        task_path="x", backend_name="default", run_after=timezone.now(), args_kwargs={}
    )
    DBTaskResult.objects.filter(pk=task.pk).update(enqueued_at=NOW - timedelta(days=1))
    assert stranger.get("/health/").json()["tasks"] == "ok"
    long_ago = timezone.now() - health.LONGEST_WAIT - timedelta(seconds=1)
    DBTaskResult.objects.filter(pk=task.pk).update(run_after=long_ago)
    assert stranger.get("/health/").json()["tasks"] == "broken"


def test_health_survives_a_lost_database(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lost:
        def cursor(self) -> None:
            raise DatabaseError("gone")

    monkeypatch.setattr(health, "connection", Lost())
    assert health.database_answers() is False
