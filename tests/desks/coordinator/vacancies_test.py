"""Vacancies at the regional desk: counted, matched, and two as one job."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from desks.planner.reading import said, text_of
from factories.demand import make_vacancy
from factories.identity import signed
from factories.moments import moment
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand.models import Vacancy
from rondstroom.rooms.matching import actions
from rondstroom.rooms.matching.models import Application
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, EngagementForm, MoreHours

LIST = "/region/vacancies/"


@pytest.fixture
def coen(cast: Cast, sign_in: Any) -> Client:
    browser: Client = sign_in(cast.coen)
    return browser


@pytest.fixture
def pool(cast: Cast) -> Worker:
    """Somebody of Molenpoort who is open to De Linde, and wants more hours."""
    worker = make_worker("Pool", team=cast.wijkteam, willing_for=[cast.de_linde])
    return wanting(worker)


def wanting(worker: Worker) -> Worker:
    said = {"minutes_per_week": 1800, "more": MoreHours.STRUCTURAL}
    people.wish_hours(worker=worker, **said, **signed())
    return worker


@pytest.fixture
def pair(cast: Cast) -> list[Vacancy]:
    evening = [(3, DayPart.EVENING)]
    return [
        make_vacancy(cast.vlinder),
        make_vacancy(cast.wijkteam, minutes_per_week=480, pattern=evening),
    ]


def page_of(worker: Worker) -> str:
    return reverse("coordinator:job", args=[worker.pk])


def chosen(pair: list[Vacancy], **more: str) -> dict[str, Any]:
    return {"first": pair[0].pk, "second": pair[1].pk, **more}


def test_open_filled_and_waiting_by_organisation(
    coen: Client, cast: Cast, pool: Worker, pair: list[Vacancy]
) -> None:
    wanting(cast.niels)
    row = actions.apply_for_vacancy(
        worker=cast.niels, vacancy=pair[1], form=EngagementForm.PERMANENT, **signed()
    )
    more = make_vacancy(cast.vlinder)
    other = actions.apply_for_vacancy(
        worker=cast.niels, vacancy=more, form=EngagementForm.PERMANENT, **signed()
    )
    actions.accept_application(application=other, **signed())
    answer = coen.get(LIST)
    told = {
        one.organisation.name: (one.open_places, one.filled, one.from_pool, one.waiting)
        for one in answer.context["houses"]
    }
    assert told["De Linde"] == (1, 1, 1, None)
    assert told["Molenpoort"][:3] == (1, 0, 0)
    assert told["Molenpoort"][3].requests == 1
    rows = {one.pk: (named, others) for one, named, others in answer.context["rows"]}
    assert rows == {pair[0].pk: ([pool], 1), pair[1].pk: ([pool], 1)}
    page = text_of(answer)
    assert "1 alleen bij de eigen werkgever" in page
    assert "Niels" not in page
    assert row.state == "applied"


def test_nothing_yet(coen: Client, cast: Cast) -> None:
    assert "Geen open vacatures" in text_of(coen.get(LIST))


def test_two_vacancies_become_one_roster_and_a_proposal(
    coen: Client, pool: Worker, pair: list[Vacancy]
) -> None:
    answer = coen.post(page_of(pool), chosen(pair))
    page = text_of(answer)
    assert "Dit past: samen 24 uur per week." in page
    assert "Gerekend met: dag 07:00–15:30" in page
    assert len(answer.context["job"].lines) == 12
    assert not Application.objects.exists()
    proposed = coen.post(page_of(pool), chosen(pair, propose="yes"))
    assert "Pool krijgt bericht en beslist zelf" in said(proposed)
    assert set(Application.objects.values_list("state", "vacancy_id")) == {
        ("proposed", one.pk) for one in pair
    }


def test_one_vacancy_alone_is_fine(coen: Client, pool: Worker, pair: list[Vacancy]) -> None:
    told = {"first": pair[0].pk, "second": ""}
    assert "samen 16 uur per week" in text_of(coen.post(page_of(pool), told))


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ([(0, DayPart.DAY)], "sommige diensten zijn tegelijk"),
        ([(0, DayPart.NIGHT)], "Dit past niet binnen de Arbeidstijdenwet"),
    ],
)
def test_what_does_not_fit_is_not_proposed(
    cells: Any, text: str, coen: Client, cast: Cast, pool: Worker
) -> None:
    pair = [make_vacancy(cast.vlinder), make_vacancy(cast.wijkteam, pattern=cells)]
    answer = coen.post(page_of(pool), chosen(pair, propose="yes"))
    assert text in text_of(answer)
    assert "Stel voor aan" not in text_of(answer)
    assert not Application.objects.exists()


def test_what_is_unlawful_is_marked_without_the_times_of_other_work(
    coen: Client, cast: Cast, pool: Worker, pair: list[Vacancy]
) -> None:
    monday = pair[0].starts_on
    people.declare_work(
        worker=pool,
        starts_at=moment(monday, "17:13"),
        ends_at=moment(monday, "23:41"),
        break_minutes=0,
        **signed(),
    )
    answer = coen.post(page_of(pool), chosen(pair))
    lines = answer.context["job"].lines
    assert [one.is_unlawful for one in lines[:3]] == [True, True, False]
    page = text_of(answer)
    assert "mag niet naast ander werk" in page
    assert "keer" in page
    for secret in ("17:13", "23:41"):
        assert secret not in page


def test_no_days_agreed_yet(coen: Client, cast: Cast, pool: Worker) -> None:
    pair = [make_vacancy(cast.vlinder, pattern=[]), make_vacancy(cast.wijkteam, pattern=[])]
    assert "nog geen dag afgesproken" in text_of(coen.post(page_of(pool), chosen(pair)))


def test_a_wrong_form_says_so(coen: Client, cast: Cast, pool: Worker, pair: list[Vacancy]) -> None:
    same = [pair[0], make_vacancy(cast.vlinder)]
    answer = coen.post(page_of(pool), chosen(same))
    assert answer.status_code == 422
    assert "Kies twee verschillende organisaties." in text_of(answer)
    for wrong in ({"first": ""}, {"first": 99999}, {"first": pair[0].pk, "second": "x"}):
        assert coen.post(page_of(pool), wrong).status_code == 422


def test_without_a_vacancy_that_fits(coen: Client, pool: Worker) -> None:
    page = text_of(coen.get(page_of(pool)))
    assert "Geen vacature past" in page
    assert "losse open diensten" in page


def test_who_is_not_open_to_the_region_does_not_exist_here(coen: Client, cast: Cast) -> None:
    assert coen.get(page_of(cast.niels)).status_code == 404


@pytest.mark.parametrize("who", ["pia", "bas", "petra", "otto"])
def test_nobody_else_may(who: str, cast: Cast, sign_in: Any, pool: Worker) -> None:
    assert sign_in(getattr(cast, who)).get(page_of(pool)).status_code == 403
