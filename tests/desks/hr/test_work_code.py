"""The work code at HR's desk: drawn up by one, approved by another, read where it matters."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from desks.conftest import SignIn
from factories.contracts import make_agreement, make_finance
from factories.demand import make_shift
from factories.identity import make_hr
from factories.moments import MONDAY
from factories.people import make_worker
from factories.rosters import raw_assignment
from factories.skills import make_function
from factories.work_codes import make_code
from flexpool.contracts.work_code.code import WorkCode
from people import Cast
from rondstroom.rooms.contracts import queries
from rondstroom.rooms.contracts.models import WorkCodeVersion
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.web.components.work_code.words import sentences

pytestmark = pytest.mark.django_db

PAGE, REPORT = "/hr/work-code/", "/hr/work-code/shared-out/"
TOLD = {
    "after": "0",
    "starts_on": "2026-11-22",
    "evening_from": "20:00",
    "morning_until": "07:00",
    "anw_least": "20",
    "anw_most": "37,5",
    "notice_days": "28",
    "employer_hours": "72",
    "worker_hours": "48",
    "training": "24",
    "cao": "vvt",
    "scale_VIG": "35",
    "pay_least": "100",
    "pay_most": "110",
    "reference": "Kast 3",
}


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


@pytest.fixture
def desk(hanna: Account, sign_in: SignIn) -> Client:
    make_function("VIG")
    return sign_in(hanna)


def test_one_draws_up_and_another_approves(desk: Client, cast: Cast, sign_in: SignIn) -> None:
    assert "Nog geen werkcode" in text(desk.get(PAGE))
    page = text(desk.post(PAGE, TOLD, follow=True))
    assert "Een collega keurt de werkcode goed" in page
    assert "Van de contracturen valt 20 % tot 37,5 % in avond, nacht of weekend" in page
    assert "uurloon is hooguit 110 % van de hoogste trede van de schaal (VVT; VIG: FWG 35)" in page
    row = WorkCodeVersion.objects.get()
    decide = reverse("hr:work_code_decide", args=[row.pk])
    assert "Keur goed" not in page
    assert "Je stelde deze versie zelf op" in text(desk.post(decide, {"yes": "yes"}, follow=True))
    second = sign_in(make_hr(cast.de_linde, "Henk"))
    assert "Keur goed" in text(second.get(PAGE))
    assert "De werkcode geldt" in text(second.post(decide, {"yes": "yes"}, follow=True))
    code = queries.work_code_on(MONDAY, cast.de_linde.pk)
    assert code is not None
    assert (code.notice_days, code.training_minutes, code.scales) == (28, 1440, {"VIG": "35"})
    form = desk.get(PAGE).content.decode()
    assert 'value="37,5"' in form
    assert '<option value="35" selected>' in form
    assert "al beslist" in text(second.post(decide, {"no": "no"}, follow=True))


def test_a_version_can_be_taken_back(desk: Client, hanna: Account) -> None:
    desk.post(PAGE, TOLD)
    row = WorkCodeVersion.objects.get()
    answer = desk.post(reverse("hr:work_code_decide", args=[row.pk]), {"no": "no"}, follow=True)
    assert "Afgewezen" in text(answer)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"anw_least": "50"}, "ligt boven de bovengrens"),
        ({"anw_most": "veel"}, "is geen getal"),
        ({"ends_on": "2026-11-01"}, "eindigt voor ze begint"),
        ({"cao": ""}, "een cao en minstens één schaal"),
        ({"after": "7"}, "net een nieuwe versie"),
        ({"scale_VIG": "999", "notice_days": "-1"}, "keuze"),
        ({"starts_on": "", "reference": ""}, "Dit veld"),
    ],
)
def test_what_cannot_be_is_said(desk: Client, change: dict[str, str], words: str) -> None:
    answer = desk.post(PAGE, {**TOLD, **change})
    assert answer.status_code == 422
    assert words in text(answer)
    assert not WorkCodeVersion.objects.exists()


def test_a_code_of_a_pool_or_another_house_is_not_decided_here(desk: Client, cast: Cast) -> None:
    row = make_code(cast.molenpoort, approved=False)
    for number in (row.pk, 0):
        assert desk.post(reverse("hr:work_code_decide", args=[number])).status_code == 404


def test_the_code_of_the_pool_is_shown_where_it_binds(
    desk: Client, cast: Cast, sign_in: SignIn
) -> None:
    pool = organisations.pools_of(cast.de_linde.pk, MONDAY).get()
    row = make_code(pool=pool, notice_days=21, ends_on=MONDAY + timedelta(days=30))
    page = text(desk.get(PAGE))
    for words in (f"Ook van {pool.name}", "21 dagen van tevoren bekend", "Geldt tot 23-12-2026."):
        assert words in page
    assert reverse("hr:work_code_decide", args=[row.pk]) not in page
    outside = sign_in(make_hr(cast.zonder_pool, "Zara"))
    assert "21 dagen" not in text(outside.get(PAGE))
    assert "Geldt tot 23-12-2026." in text(sign_in(cast.coen).get("/region/work-codes/"))


def test_the_planner_and_the_worker_read_it_where_it_matters(cast: Cast, sign_in: SignIn) -> None:
    make_code(cast.de_linde, notice_days=28, employer_hours=72, worker_hours=72)
    anna, shift = make_worker("Anna", team=cast.vlinder), make_shift(cast.vlinder, places=2)
    planner, worker = sign_in(cast.pia), sign_in(anna.account)
    assert "Bekend 1 dag van tevoren" in text(
        planner.get(reverse("planner:shift", args=[shift.pk]))
    )
    rules = text(worker.get(reverse("worker:shift", args=[shift.pk])))
    assert "Wat in dit huis voor iedereen geldt" in rules
    assert "Een rooster is 28 dagen van tevoren bekend." in rules
    row = raw_assignment(anna, shift, state=AssignmentState.PLANNED)
    roster = reverse("planner:publish_roster") + f"?team={cast.vlinder.pk}&day=2026-11-23"
    assert "Wat de werkcode ervan vindt" in text(planner.get(roster))
    row.state = AssignmentState.CONFIRMED
    row.save()
    late = "Afzeggen door de {} kan volgens de werkcode tot 72 uur van tevoren"
    cancel = planner.get(reverse("planner:shift_cancel", args=[shift.pk]))
    assert late.format("werkgever") in text(cancel)
    assert late.format("medewerker") in text(worker.get(reverse("worker:cancel", args=[row.pk])))


def test_finance_sees_a_wage_outside_the_band_before_proposing(cast: Cast, sign_in: SignIn) -> None:
    agreement, function = make_agreement(), make_function("VIG")
    make_code(cast.molenpoort, cao="vvt", scales={"VIG": "35"}, pay_most=1)
    client = sign_in(make_finance(cast.molenpoort, "Fien"))
    told = {"function": function.pk, "kind": "cost", "starts_on": "2026-11-23", "look": "1"}
    told |= {"hour": "30,00", "holiday_allowance": "8", "year_end_bonus": "8", "charges": "20"}
    told |= {"fee": "0", "pays_allowance": "on"}
    page = text(client.post(reverse("finance:contract_rate", args=[agreement.pk]), told))
    assert "Het uurloon is € 30,00; afgesproken is hooguit € 23,03 (VVT FWG 35)" in page


def test_the_real_distribution_as_page_and_file(desk: Client, cast: Cast) -> None:
    assert "Geen diensten in deze tijd" in text(desk.get(REPORT))
    for number in range(10):
        worker = make_worker(f"W{number}", team=cast.vlinder, function="", with_account=False)
        raw_assignment(worker, make_shift(cast.vlinder))
    raw_assignment(cast.joke, make_shift(cast.vlinder))
    page = text(desk.get(REPORT))
    assert "minder dan 10" in page
    assert "Joke" not in page
    made = desk.get(REPORT, {"format": "csv"})
    rows = list(csv.reader(io.StringIO(made.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[1][:4] == ["De Linde", "geleend van een ander", "minder dan 10", ""]
    assert rows[2][:5] == ["De Linde", "vast", "10", "80", "0"]
    assert desk.get(REPORT, {"format": "xlsx"}).content[:2] == b"PK"
    assert desk.get(REPORT, {"format": "pdf"}).status_code == 404
    for days in (
        {"from": "2026-12-01", "until": "2026-12-31"},
        {"from": "x", "until": "2026-13-99"},
    ):
        assert desk.get(REPORT, days).status_code == 200
    assert "Geen diensten" in text(desk.get(REPORT, {"from": "2026-12-01", "until": "2026-12-31"}))


def test_nothing_agreed_has_no_words() -> None:
    assert sentences(WorkCode()) == []
    assert [one[:23] for one in sentences(WorkCode(notice_days=1))] == ["Een rooster is 1 dag va"]
