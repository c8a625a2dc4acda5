"""Vacancies at the planner's desk: post, answer, close, and as a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from desks.planner.conftest import sign_in
from desks.planner.reading import said, text_of
from factories.demand import make_vacancy
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from factories.skills import make_function
from people import Cast
from rondstroom.rooms.demand.models import Vacancy
from rondstroom.rooms.matching import actions
from rondstroom.rooms.matching.models import Application
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import EngagementForm, MoreHours

BY_NUMBER = ["vacancy", "vacancy_edit", "vacancy_filled", "vacancy_withdraw"]
ANSWERS = ["application_accept", "application_decline"]
PLAIN = ["vacancies", "vacancy_new", "vacancies_in", "vacancies_out"]
WRITES = {"vacancy_filled", "vacancy_withdraw", *ANSWERS}


@pytest.fixture
def vacancy(cast: Cast) -> Vacancy:
    return make_vacancy(cast.vlinder)


def applied(worker: Worker, vacancy: Vacancy) -> Application:
    return actions.apply_for_vacancy(
        worker=worker, vacancy=vacancy, form=EngagementForm.PERMANENT, words="graag", **signed()
    )


def at(name: str, number: int) -> str:
    return reverse(f"planner:{name}", args=[number])


def filled_in(cast: Cast, **changes: Any) -> dict[str, Any]:
    told = {
        "mark": "0123456789abcdef",
        "team": cast.vlinder.pk,
        "function": make_function("VIG").pk,
        "hours": "24.5",
        "starts_on": MONDAY + timedelta(days=7),
        "pattern": ["0:day", "1:evening"],
        "contracts": ["permanent"],
        "places": 2,
        "answer_days": 10,
        "remarks": "",
    }
    return {name: value for name, value in (told | changes).items() if value is not None}


def test_posting_makes_it_once(pia: Client, cast: Cast) -> None:
    for _twice in range(2):
        answer = pia.post(reverse("planner:vacancy_new"), filled_in(cast))
    row = Vacancy.objects.get()
    assert answer.headers["Location"] == at("vacancy", row.pk)
    assert (row.minutes_per_week, row.pattern, row.places) == (1470, ["0:day", "1:evening"], 2)
    page = text_of(pia.get(at("vacancy", row.pk)))
    assert "24 u 30 per week" in page
    assert "dag: ma · avond: di" in page
    assert "0 van 2 vervuld" in page


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"hours": "49"}, ""),
        ({"hours": "niets"}, ""),
        ({"contracts": []}, ""),
        ({"ends_on": MONDAY}, "De laatste dag ligt vóór de eerste."),
        ({"pattern": ["7:day"]}, ""),
        ({"team": 99999}, ""),
        ({"function": ""}, ""),
    ],
)
def test_a_wrong_form_says_what(
    changes: dict[str, Any], text: str, pia: Client, cast: Cast
) -> None:
    answer = pia.post(reverse("planner:vacancy_new"), filled_in(cast, **changes))
    assert answer.status_code == 422
    assert "Kijk dit na" in text_of(answer)
    assert text in text_of(answer)
    assert not Vacancy.objects.exists()


def test_a_team_of_another_is_no_choice(bas: Client, cast: Cast) -> None:
    assert bas.post(reverse("planner:vacancy_new"), filled_in(cast)).status_code == 422


def test_changing_shows_what_stands(pia: Client, cast: Cast, vacancy: Vacancy) -> None:
    page = pia.get(at("vacancy_edit", vacancy.pk)).content.decode()
    assert page.count(" checked") == 2 + 2
    pia.post(at("vacancy_edit", vacancy.pk), filled_in(cast, hours="8", pattern=[]))
    vacancy.refresh_from_db()
    assert (vacancy.minutes_per_week, vacancy.pattern) == (480, [])
    assert "in overleg" in text_of(pia.get(at("vacancy", vacancy.pk)))
    pia.post(at("vacancy_withdraw", vacancy.pk), {"reason": "stopt"})
    closed = pia.post(at("vacancy_edit", vacancy.pk), filled_in(cast))
    assert "al gesloten" in text_of(closed)


def test_who_answers_is_on_the_list_in_the_queue_and_gets_an_answer(
    pia: Client, cast: Cast, vacancy: Vacancy
) -> None:
    row = applied(cast.niels, vacancy)
    assert "Reactie op een vacature" in text_of(pia.get(reverse("planner:home")))
    page = text_of(pia.get(at("vacancy", vacancy.pk)))
    assert "Wil dit als: vast" in page
    assert "“graag”" in page
    answer = pia.post(at("application_decline", row.pk), {"answer": ""})
    assert "Schrijf erbij waarom" in said(answer)
    answer = pia.post(at("application_accept", row.pk), {"answer": "welkom"})
    assert "Niels krijgt bericht" in said(answer)
    answer = pia.post(at("application_accept", row.pk), {})
    listed = text_of(pia.get(reverse("planner:vacancies")))
    assert "1 van 1 vervuld" in listed
    assert "aangenomen" in text_of(pia.get(at("vacancy", vacancy.pk)))
    answer = pia.post(at("application_decline", row.pk), {"answer": "toch niet"})
    assert "al beantwoord" in said(answer)
    assert "Niemand wacht op antwoord" in text_of(pia.get(at("vacancy", vacancy.pk)))


def test_declining_with_words(pia: Client, cast: Cast, vacancy: Vacancy) -> None:
    row = applied(cast.niels, vacancy)
    assert said(pia.post(at("application_decline", row.pk), {"answer": "vol"})) == (
        "Niels krijgt je antwoord."
    )
    row.refresh_from_db()
    assert (row.state, row.answer) == ("declined", "vol")


def test_late_answers_are_marked(
    pia: Client, cast: Cast, vacancy: Vacancy, monkeypatch: pytest.MonkeyPatch
) -> None:
    applied(cast.niels, vacancy)
    assert pia.get(reverse("planner:vacancies")).context["late"] == 0
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(days=8))
    assert pia.get(reverse("planner:vacancies")).context["late"] == 1
    assert "te laat" in text_of(pia.get(at("vacancy", vacancy.pk)))


def test_who_wants_more_hours_and_fits_is_named(pia: Client, cast: Cast, vacancy: Vacancy) -> None:
    for worker in (cast.niels, cast.sanne):
        people.wish_hours(
            worker=worker, minutes_per_week=1800, more=MoreHours.STRUCTURAL, **signed()
        )
    fitting = pia.get(at("vacancy", vacancy.pk)).context["fitting"]
    assert [one.wish.worker for one in fitting] == [cast.niels]
    applied(cast.niels, vacancy)
    assert pia.get(at("vacancy", vacancy.pk)).context["fitting"] == []


def test_filled_elsewhere_and_withdrawn(pia: Client, cast: Cast) -> None:
    first, second = make_vacancy(cast.vlinder), make_vacancy(cast.vlinder)
    assert said(pia.post(at("vacancy_filled", first.pk))) == "Een plaats is als vervuld geteld."
    assert "al gesloten" in said(pia.post(at("vacancy_filled", first.pk)))
    assert "Waarom vervalt" in said(pia.post(at("vacancy_withdraw", second.pk), {"reason": " "}))
    pia.post(at("vacancy_withdraw", second.pk), {"reason": "geen geld"})
    context = pia.get(reverse("planner:vacancies")).context
    assert (context["filled"], context["from_pool"]) == (1, 0)
    assert {one.state for one in context["closed"]} == {"filled", "withdrawn"}


def test_one_job_at_two_organisations_is_read_by_both(cast: Cast, pia: Client) -> None:
    worker = make_worker("Pool", team=cast.wijkteam, willing_for=[cast.de_linde])
    pair = [make_vacancy(cast.vlinder), make_vacancy(cast.wijkteam, minutes_per_week=480)]
    actions.propose_vacancies(worker=worker, vacancies=pair, **signed())
    assert "Pool" not in text_of(pia.get(at("vacancy", pair[0].pk))).partition("Wie wil meer")[0]
    proposed = Application.objects.get(vacancy=pair[0])
    assert pia.post(at("application_decline", proposed.pk), {"answer": "x"}).status_code == 404
    applied(worker, pair[0])
    page = text_of(pia.get(at("vacancy", pair[0].pk)))
    assert "Samen met 8 uur per week bij Molenpoort" in page


class TestFile:
    """The same as a file, out and in."""

    def sent(self, pia: Client, content: bytes, **more: Any) -> Any:
        file = SimpleUploadedFile("vacatures.csv", content, "text/csv")
        return pia.post(reverse("planner:vacancies_in"), {"file": file, **more})

    def test_out_and_in_changes_nothing(self, pia: Client, vacancy: Vacancy) -> None:
        out = pia.get(reverse("planner:vacancies_out"))
        assert "vacatures.csv" in out.headers["Content-Disposition"]
        answer = self.sent(pia, out.content).context["answer"]
        assert (answer.unchanged, answer.created, answer.updated) == (1, 0, 0)

    def test_first_a_look_then_kept(self, pia: Client, cast: Cast) -> None:
        make_function("VIG")
        lines = [
            "nummer;locatie;team;functie;uren per week;begindatum;contractvormen",
            "V1;De Linde;PG Vlinder;VIG;24;30-11-2026;vast",
        ]
        looked = self.sent(pia, "\n".join(lines).encode())
        assert "er is nog niets bewaard" in text_of(looked)
        assert not Vacancy.objects.exists()
        told = {"packet": looked.context["packet"], "keep": "yes"}
        kept = pia.post(reverse("planner:vacancies_in"), told)
        assert kept.context["answer"].created == 1
        assert Vacancy.objects.get().source_key == "V1"

    @pytest.mark.parametrize("content", [b"", b"niets;hier\n1;2", b"\x89PNG\r\n"])
    def test_a_file_that_is_none_says_so(self, content: bytes, pia: Client) -> None:
        assert self.sent(pia, content).status_code == 422


def addresses(cast: Cast, vacancy: Vacancy) -> dict[str, str]:
    """Give every door with its address."""
    row = applied(cast.niels, vacancy)
    return {
        **{name: reverse(f"planner:{name}") for name in PLAIN},
        **{name: at(name, vacancy.pk) for name in BY_NUMBER},
        **{name: at(name, row.pk) for name in ANSWERS},
    }


@pytest.mark.parametrize(
    "who",
    [lambda c: c.otto, lambda c: c.niels.account, lambda c: c.petra, lambda c: c.coen],
    ids=["outsider", "worker", "payroll", "coordinator"],
)
def test_who_does_not_plan_reads_why_not(
    who: Callable[[Cast], Any], cast: Cast, vacancy: Vacancy
) -> None:
    browser = sign_in(who(cast))
    for name, address in addresses(cast, vacancy).items():
        answer = browser.post(address) if name in WRITES else browser.get(address)
        assert answer.status_code == 403, name


def test_another_organisations_do_not_exist(cast: Cast, vacancy: Vacancy, bas: Client) -> None:
    for name, address in addresses(cast, vacancy).items():
        answer = bas.post(address) if name in WRITES else bas.get(address)
        assert answer.status_code == (200 if name in PLAIN else 404), name
        assert "Niels" not in answer.content.decode()
    asked = {"organisation": cast.de_linde.pk}
    assert bas.get(reverse("planner:vacancies_out"), asked).status_code == 404


def test_a_stranger_goes_to_the_door_and_a_look_does_not_write(
    cast: Cast, vacancy: Vacancy, pia: Client
) -> None:
    for name, address in addresses(cast, vacancy).items():
        answer = Client().post(address) if name in WRITES else Client().get(address)
        assert "/accounts/login/" in answer["Location"], name
        if name in WRITES:
            assert pia.get(address).status_code == 405, name
