"""The desks on the demo region: everybody of the cast finds their pages, filled and quickly."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from demo.conftest import TODAY
from flexpool.periods import local
from rondstroom.demo import cast
from rondstroom.rooms.contracts import queries as contracts
from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.rosters import queries as rosters

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("region")]

NOW = local(2026, 11, 22, 9)
MOST_QUERIES = 40  # whatever the number of workers and shifts


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the morning of the day for which the demo was built."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def signed_in(name: str) -> Client:
    client = Client()
    client.force_login(identity.account_by_email(f"{name}@voorbeeld.invalid"))
    return client


def own_links(client: Client) -> list[str]:
    """Give where the navigation of somebody's desk leads."""
    page = client.get("/", follow=True).content.decode()
    navigation = "".join(re.findall(r"<nav.*?</nav>", page, re.DOTALL))
    return sorted(set(re.findall(r'href="(/(?:worker|planner)/[^"#]*)"', navigation)))


@pytest.mark.parametrize("account", cast.ACCOUNTS, ids=lambda account: account.email)
def test_everybody_lands_where_they_belong(account: cast.Account) -> None:
    name = account.email.split("@")[0]
    answer = signed_in(name).get("/", follow=True)
    assert answer.status_code == 200
    landed = answer.redirect_chain[-1][0] if answer.redirect_chain else "/"
    assert landed.startswith(
        {"worker": "/worker/", "planner": "/planner/", "hr": "/hr/"}.get(account.desk, "/")
    )


@pytest.mark.parametrize("name", ["aylin", "marit", "samira", "daan", "petra", "henk"])
def test_every_page_of_a_worker_opens(name: str) -> None:
    client = signed_in(name)
    links = own_links(client)
    assert len(links) >= 4
    assert [link for link in links if client.get(link).status_code != 200] == []


@pytest.mark.parametrize("name", ["ingrid", "karim"])
def test_every_page_of_a_planner_opens(name: str) -> None:
    client = signed_in(name)
    links = own_links(client)
    assert len(links) >= 6
    assert [link for link in links if client.get(link).status_code != 200] == []


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("aylin", "/worker/"),
        ("aylin", "/worker/others/"),
        ("marit", "/worker/roster/"),
        ("marit", "/worker/availability/"),
        ("ingrid", "/planner/"),
        ("ingrid", "/planner/week/"),
        ("ingrid", "/planner/list/"),
        ("ingrid", "/planner/requests/"),
        ("ingrid", "/planner/journal/"),
    ],
)
def test_pages_ask_the_database_a_fixed_number_of_questions(name: str, path: str) -> None:
    client = signed_in(name)
    client.get(path)  # the first visit also looks up what stays known
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    assert len(captured) <= MOST_QUERIES, [query["sql"][:80] for query in captured]


def text(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_a_planner_sees_names_of_the_own_organisation_only() -> None:
    ingrid, karim = (
        text(signed_in("ingrid"), "/planner/week/"),
        text(signed_in("karim"), "/planner/week/"),
    )
    assert "Samira Bouzid" in ingrid
    assert "Marit Visser" in karim
    assert "Samira Bouzid" not in karim
    assert "Marit Visser" not in ingrid


def test_nights_only_is_what_the_carer_of_the_nights_has() -> None:
    page = text(signed_in("samira"), "/worker/roster/")
    assert "23:00 – " in page
    assert "07:00 – 15:30" not in page


@pytest.mark.parametrize("path", ["/worker/", "/planner/", "/planner/week/"])
@pytest.mark.parametrize("name", ["olga", "ruben"])
def test_who_has_no_desk_there_is_kept_out(name: str, path: str) -> None:
    assert signed_in(name).get(path).status_code in {403, 404}


def test_strangers_are_asked_to_sign_in() -> None:
    answer: Any = Client().get("/planner/")
    assert answer.status_code == 302
    assert answer.url.startswith("/accounts/login/")


def test_the_sign_in_page_names_the_whole_cast() -> None:
    page = text(Client(), "/")
    assert all(account.email in page for account in cast.ACCOUNTS)
    assert cast.PASSWORD in page


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/finance/", "In dienst of inhuren?"),
        ("/finance/settlement/", "Wie is wie wat schuldig"),
        ("/finance/settlement/details/", "INKOOP-"),
        ("/finance/invoices/", "-00001"),
    ],
)
def test_finance_finds_something_on_every_page(path: str, words: str) -> None:
    assert words in text(signed_in("ruben"), path)


def test_the_planner_finds_hours_to_agree_to_and_hours_nobody_told() -> None:
    page = text(signed_in("ingrid"), "/planner/hours/")
    assert "Geef akkoord op wat is aangevinkt" in page
    assert "afwezigheid" not in page


def test_questions_wait_for_a_planner_and_one_was_answered() -> None:
    page = " ".join(signed_in("ingrid").get("/planner/questions/").content.decode().split())
    assert page.count("Is er iemand die mij de eerste ronde meeneemt?") == 1
    assert "Beantwoord in de laatste twee weken" in page


def test_hr_finds_claims_and_one_that_waits_too_long() -> None:
    page = text(signed_in("hanneke"), "/hr/")
    assert "1 melding wacht langer dan de termijn" in page
    assert "Aylin Kaya" in page


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/hr/people/", "Werkt hier"),
        ("/hr/register/", "bijna te oud"),
        ("/hr/acceptance/", "gezien door elke partner in de pool"),
        ("/hr/policy/", "Onze regels"),
        ("/hr/catalogue/", "Verzorgende IG"),
    ],
)
def test_hr_finds_something_on_every_page(path: str, words: str) -> None:
    client = signed_in("hanneke")
    with CaptureQueriesContext(connection) as captured:
        assert words in text(client, path)
    assert len(captured) <= MOST_QUERIES


def test_a_team_shows_what_it_needs_and_that_its_roster_follows() -> None:
    planner = signed_in("ingrid")
    page = planner.get("/planner/demand/").content.decode()
    assert "zoals het rooster van volgende week" in page
    rolled = planner.get("/planner/demand/roll-out/")
    assert rolled.context["right"] > 0
    assert rolled.context["total"] == 0


def test_one_self_employed_person_has_a_file_and_the_others_wait() -> None:
    found = [
        one
        for house in organisations.all_organisations()
        for one in contracts.relations_of(house.pk, TODAY)
    ]
    assert len(found) > 1
    assert len([one for one in found if one.last]) == 1


@pytest.mark.parametrize(
    ("name", "path", "words"),
    [
        ("ingrid", "/planner/swaps/", "nog onderling"),
        ("ingrid", "/planner/rounds/", "ronde"),
        ("ingrid", "/planner/more-hours/", "Samira Bouzid"),
        ("ingrid", "/planner/effort/", "Doel: hoogstens 3 handelingen"),
        ("samira", "/worker/rounds/", "PG Vlinder"),
        ("saskia", "/region/more-hours/", "Petra Koopmans"),
        ("anneke", "/planner/systems/", "Gekoppelde systemen"),
        ("bram", "/board/", "Werk van roosteraars"),
        ("saskia", "/region/arrangements/", "geldt sinds"),
        ("hanneke", "/hr/work-code/", "opgesteld door Hanneke Vos"),
        ("ruben", "/finance/settlement/payroll/", "Gewerkte uren"),
    ],
)
def test_what_people_ask_for_themselves_is_there(name: str, path: str, words: str) -> None:
    assert words in text(signed_in(name), path)


def test_wishes_stand_in_an_open_round() -> None:
    teams = [one.pk for one in organisations.teams_of(linde().pk) if one.name == "PG Vlinder"]
    [row] = rosters.rounds_of_teams(teams)
    assert rosters.is_open(row, NOW)
    assert sum(one.wished for one in rosters.cover_of_round(row)) >= 2


def linde() -> Any:
    return organisations.organisation_by_name("De Linde")
