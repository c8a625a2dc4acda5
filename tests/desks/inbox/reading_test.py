"""The inbox: who reads what, where it leads, how it comes."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, override_settings

import rondstroom
from factories.demand import make_night_shift
from factories.identity import signed
from factories.moments import NOW
from people import Cast
from rondstroom.integrations.web_push import Keys
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.messages import actions, queries
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.models import Message
from rondstroom.rooms.messages.states import Audience, MessageKind
from rondstroom.web.inbox import links

PAGES = ["/messages/", "/messages/preferences/"]


def tell(account: Account, subject: str = "", **fields: Any) -> Message:
    [made] = actions.tell(
        to=[account],
        kind=MessageKind.ROSTER,
        words=lambda: Words("Nieuws over dinsdag", "Je werkt dinsdag <b>niet</b>."),
        subject=subject,
        **{**signed(), **fields},
    )
    return made


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_message_is_read_by_opening_it(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.niels.account)
    one = tell(cast.niels.account, f"shift:{make_night_shift(cast.vlinder).pk}")
    page = text_of(client.get("/messages/"))
    assert "Nieuws over dinsdag" in page
    assert "Zet alles op gelezen" in page
    client.head(f"/messages/{one.pk}/")
    assert queries.unread_count(cast.niels.account) == 1
    page = text_of(client.get(f"/messages/{one.pk}/"))
    assert "&lt;b&gt;niet&lt;/b&gt;" in page
    assert queries.unread_count(cast.niels.account) == 0


@pytest.mark.parametrize(
    ("subject", "audience", "href"),
    [
        ("shift:7", Audience.WORKER, "/worker/shifts/7/"),
        ("shift:7", Audience.PLANNER, "/planner/shift/7/"),
        ("roster", Audience.WORKER, "/worker/roster/"),
        ("offers", Audience.WORKER, "/worker/offers/"),
        ("claims", Audience.WORKER, "/worker/proofs/claims/"),
        ("claim:7", Audience.HR, "/hr/claims/7/"),
        ("requests", Audience.PLANNER, "/planner/requests/"),
        ("shift:x", Audience.WORKER, ""),
        ("", Audience.WORKER, ""),
    ],
)
def test_a_message_leads_to_its_subject(
    cast: Cast, sign_in: Any, subject: str, audience: Audience, href: str
) -> None:
    one = tell(cast.niels.account, subject, audience=audience)
    page = text_of(sign_in(cast.niels.account).get(f"/messages/{one.pk}/"))
    assert (f'href="{href}">Bekijk' in page) is bool(href)


def test_somebody_elses_message_is_not_there(cast: Cast, sign_in: Any) -> None:
    one = tell(cast.niels.account)
    for account in (cast.pia, cast.otto, cast.fatima.account):
        assert sign_in(account).get(f"/messages/{one.pk}/").status_code == 404
    assert queries.unread_count(cast.niels.account) == 1


@pytest.mark.parametrize("address", [*PAGES, "/messages/1/"])
def test_a_stranger_goes_to_the_door(cast: Cast, stranger: Client, address: str) -> None:
    assert stranger.get(address).status_code == 302
    assert stranger.post("/messages/push/").status_code == 302
    assert stranger.post("/messages/read/").status_code == 302


@pytest.mark.parametrize("address", ["/messages/push/", "/messages/read/"])
def test_writing_is_only_done_by_post(cast: Cast, sign_in: Any, address: str) -> None:
    assert sign_in(cast.otto).get(address).status_code == 405


def test_all_is_read_at_once(cast: Cast, sign_in: Any) -> None:
    tell(cast.niels.account)
    tell(cast.fatima.account)
    answer = sign_in(cast.niels.account).post("/messages/read/", follow=True)
    assert "Alles staat op gelezen." in text_of(answer)
    assert queries.unread_count(cast.niels.account) == 0
    assert queries.unread_count(cast.fatima.account) == 1


def test_what_waits_stands_on_top_with_its_term(cast: Cast, sign_in: Any) -> None:
    tell(cast.niels.account, answer_by=NOW + timedelta(hours=4))
    page = text_of(sign_in(cast.niels.account).get("/messages/"))
    assert "Wacht op jouw antwoord" in page
    assert "antwoord vóór zo 22 nov, 16:00" in page


def test_every_page_shows_how_many_are_new(cast: Cast, sign_in: Any) -> None:
    tell(cast.niels.account)
    page = text_of(sign_in(cast.niels.account).get("/worker/roster/"))
    assert '<span class="count">1' in page


def test_preferences_are_kept(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.niels.account)
    form = client.get("/messages/preferences/").context["form"]
    said = {name: form[name].value() for name in form.fields}
    said |= {"roster-mail": "digest", "roster-push": "off", "quiet_from": "21:30"}
    answer = client.post("/messages/preferences/", said, follow=True)
    assert "Je voorkeuren voor berichten zijn bewaard." in text_of(answer)
    wanted = queries.wanted_by([cast.niels.account.pk])[cast.niels.account.pk]
    assert wanted.pace("roster", "mail") == "digest"
    assert f"{wanted.quiet_from:%H:%M}" == "21:30"


@pytest.mark.parametrize(
    "wrong", [{"quiet_from": "laat"}, {"roster-mail": "soms"}, {"roster-push": "digest"}]
)
def test_preferences_that_make_no_sense_are_not_kept(
    cast: Cast, sign_in: Any, wrong: dict[str, str]
) -> None:
    client = sign_in(cast.niels.account)
    form = client.get("/messages/preferences/").context["form"]
    said = {name: form[name].value() for name in form.fields} | wrong
    assert client.post("/messages/preferences/", said).status_code == 422


def test_a_browser_is_kept_and_forgotten(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.niels.account)
    with override_settings(PUSH_KEY=Keys.new("x").secret):
        assert "data-push-key=" in text_of(client.get("/messages/preferences/"))
    assert "data-push-key=" not in text_of(client.get("/messages/preferences/"))
    for _twice in range(2):
        client.post("/messages/push/", {"endpoint": "https://push.voorbeeld/1"})
    assert queries.has_push(cast.niels.account)
    wrong = client.post("/messages/push/", {"endpoint": "http://binnen/"}, follow=True)
    assert "geen bruikbaar adres" in text_of(wrong)
    client.post("/messages/push/", {"do": "off"})
    assert not queries.has_push(cast.niels.account)


def test_the_inbox_asks_little_however_full(
    cast: Cast, sign_in: Any, django_assert_max_num_queries: Any
) -> None:
    for _number in range(40):
        tell(cast.niels.account)
    client = sign_in(cast.niels.account)
    with django_assert_max_num_queries(10):
        page = client.get("/messages/")
    assert "Ouder" in text_of(page)


def test_the_app_has_a_worker_and_a_page_without_network(client: Client) -> None:
    script = client.get("/service-worker.js")
    assert script["Content-Type"] == "text/javascript"
    assert "/offline/" in text_of(script)
    assert "Je hebt nu geen verbinding" in text_of(client.get("/offline/"))
    assert client.get("/manifest.webmanifest").json()["display"] == "standalone"


@pytest.mark.parametrize("who", ["pia", "coen", "petra", "otto", "niels"])
def test_everybody_who_signs_in_has_an_inbox(cast: Cast, sign_in: Any, who: str) -> None:
    one = getattr(cast, who)
    client = sign_in(getattr(one, "account", one))
    for address in PAGES:
        assert client.get(address).status_code == 200
    assert "Je hebt nog geen berichten" in text_of(client.get("/messages/"))


@pytest.mark.parametrize(
    ("address", "title"),
    [("/messages/", "Messages"), ("/messages/preferences/", "What I get and when")],
)
def test_every_page_speaks_english(cast: Cast, sign_in: Any, address: str, title: str) -> None:
    tell(cast.niels.account, answer_by=NOW + timedelta(hours=4))
    client = sign_in(cast.niels.account)
    client.cookies["django_language"] = "en"
    page = text_of(client.get(address))
    assert title in page
    shown = page.replace("Nieuws over dinsdag", "").lower()
    assert [word for word in (" je ", " niet ", " wordt ", " bericht ") if word in shown] == []


def test_a_stranger_sees_no_bell(client: Client, db: None) -> None:
    assert "/messages/" not in text_of(client.get("/"))


def test_every_subject_that_a_room_tells_of_has_a_page() -> None:
    """A message without a way to its subject leaves people searching."""
    rooms = Path(rondstroom.__file__).parent / "rooms"
    told = {
        subject
        for path in [*rooms.glob("*/notices.py"), *rooms.glob("*/notices/*.py")]
        for subject in re.findall(r'subject=f?"(\w+)', path.read_text("utf-8"))
    }
    assert {"shift", "roster", "offers"} <= told
    assert told <= {thing for _audience, thing in [*links.NUMBERED, *links.PLAIN]}


def test_words_of_a_message_are_shown_as_words(cast: Cast, sign_in: Any) -> None:
    one = tell(cast.niels.account)
    page = text_of(sign_in(cast.niels.account).get(f"/messages/{one.pk}/"))
    assert "<b>niet</b>" not in page


@pytest.mark.parametrize("number", ["0", "999999999999999999", "-1", "x"])
def test_a_number_that_is_no_message_is_not_there(cast: Cast, sign_in: Any, number: str) -> None:
    assert sign_in(cast.niels.account).get(f"/messages/{number}/").status_code == 404
