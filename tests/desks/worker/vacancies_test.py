"""Vacancies on the phone: what one sees, answers and takes back; others' do not exist."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from desks.planner.reading import said, text_of
from factories.demand import make_vacancy
from factories.identity import signed
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.models import Vacancy
from rondstroom.rooms.matching import actions
from rondstroom.rooms.matching.models import Application


@pytest.fixture
def vacancy(cast: Cast) -> Vacancy:
    return make_vacancy(cast.vlinder, remarks="Klein team")


@pytest.fixture
def niels(cast: Cast, sign_in: Any) -> Client:
    browser: Client = sign_in(cast.niels.account)
    return browser


def page_of(vacancy: Vacancy) -> str:
    return reverse("worker:vacancy", args=[vacancy.pk])


def test_the_list_says_what_where_how_much_and_how_far(
    niels: Client, cast: Cast, vacancy: Vacancy
) -> None:
    make_vacancy(cast.intensive_care)
    make_vacancy(cast.vlinder, function="VP6")
    page = text_of(niels.get(reverse("worker:vacancies")))
    assert "functie VIG, PG Vlinder" in page
    assert "Vacature · 16 uur per week · dag: ma, di" in page
    assert "vanaf ma 30 nov, zonder einddatum" in page
    assert "Verder weg dan je koos" in page
    assert "Nog 1 vacature vraagt een ander diploma." in page


def test_an_empty_list_leads_to_saying_how_much(niels: Client) -> None:
    page = text_of(niels.get(reverse("worker:vacancies")))
    assert "Er is nu geen vacature voor jou" in page
    assert "Hoeveel wil je werken?" in page


def test_answering_and_taking_back(niels: Client, cast: Cast, vacancy: Vacancy) -> None:
    page = text_of(niels.get(page_of(vacancy)))
    assert "Klein team" in page
    assert "vast, tijdelijk" in page
    wrong = niels.post(page_of(vacancy), {"form": "reserve"})
    assert wrong.status_code == 422
    done = niels.post(page_of(vacancy), {"form": "permanent", "words": "graag"}, follow=True)
    assert "Je reactie is verstuurd" in text_of(done)
    assert "Antwoord uiterlijk" in text_of(done)
    assert "Ja, ik wil dit werk" not in text_of(done)
    assert "gereageerd" in text_of(niels.get(reverse("worker:vacancies")))
    answer = niels.post(page_of(vacancy), {"withdraw": "yes"})
    assert said(answer) == "Goed: je reactie is weg."
    assert Application.objects.get().state == "withdrawn"
    assert "Ja, ik wil dit werk" in text_of(niels.get(page_of(vacancy)))


def test_the_answer_stands_there(niels: Client, cast: Cast, vacancy: Vacancy) -> None:
    niels.post(page_of(vacancy), {"form": "permanent"})
    row = Application.objects.get()
    actions.decline_application(application=row, answer="we zoeken een nachtmens", **signed())
    for address in (page_of(vacancy), reverse("worker:vacancies")):
        assert "we zoeken een nachtmens" in text_of(niels.get(address))


def test_a_vacancy_that_closed_meanwhile_says_so(
    niels: Client, cast: Cast, vacancy: Vacancy
) -> None:
    niels.post(page_of(vacancy), {"form": "permanent"})
    actions.withdraw_application(application=Application.objects.get(), **signed())
    demand.fill_vacancy(vacancy=vacancy, **signed())
    answer = niels.post(page_of(vacancy), {"form": "permanent"})
    assert answer.status_code == 409
    assert "gesloten: vervuld" in text_of(answer)
    assert "Ja, ik wil dit werk" not in text_of(niels.get(page_of(vacancy)))


def test_what_the_desk_proposed_waits_for_ones_own_word(
    cast: Cast, sign_in: Any, vacancy: Vacancy
) -> None:
    worker = make_worker("Pool", team=cast.wijkteam, willing_for=[cast.de_linde])
    other = make_vacancy(cast.wijkteam, minutes_per_week=480)
    actions.propose_vacancies(worker=worker, vacancies=[vacancy, other], **signed())
    browser = sign_in(worker.account)
    page = text_of(browser.get(page_of(vacancy)))
    assert "aan jou voorgesteld" in page
    assert "De andere helft: functie VIG, 8 uur per week bij Molenpoort." in page
    assert "Zeg zelf ja of nee" in text_of(browser.get(reverse("worker:vacancies")))
    browser.post(page_of(vacancy), {"form": "temporary"})
    browser.post(page_of(other), {"withdraw": "yes"})
    states = {one.vacancy_id: one.state for one in Application.objects.all()}
    assert states == {vacancy.pk: "applied", other.pk: "withdrawn"}


@pytest.mark.parametrize("team", ["vlinder", "elsewhere"])
def test_what_one_cannot_take_does_not_exist(team: str, niels: Client, cast: Cast) -> None:
    hidden = make_vacancy(getattr(cast, team), function="VP6" if team == "vlinder" else "VIG")
    assert niels.get(page_of(hidden)).status_code == 404
    assert niels.post(page_of(hidden), {"form": "permanent"}).status_code == 404
    assert niels.get(reverse("worker:vacancy", args=[99999])).status_code == 404


def test_taking_back_what_was_never_said(niels: Client, vacancy: Vacancy) -> None:
    assert niels.post(page_of(vacancy), {"withdraw": "yes"}).status_code == 404


@pytest.mark.parametrize("who", ["pia", "coen", "otto"])
def test_only_workers_come_in(who: str, cast: Cast, sign_in: Any, vacancy: Vacancy) -> None:
    browser = sign_in(getattr(cast, who))
    for address in (reverse("worker:vacancies"), page_of(vacancy)):
        assert browser.get(address).status_code == 403


def test_a_stranger_goes_to_the_door(stranger: Client, cast: Cast, vacancy: Vacancy) -> None:
    for address in (reverse("worker:vacancies"), page_of(vacancy)):
        assert "/accounts/login/" in stranger.get(address).headers["Location"]


def test_the_list_asks_no_more_for_many(
    niels: Client, cast: Cast, django_assert_max_num_queries: Any
) -> None:
    for _one in range(8):
        make_vacancy(cast.vlinder)
    with django_assert_max_num_queries(20):
        niels.get(reverse("worker:vacancies"))
