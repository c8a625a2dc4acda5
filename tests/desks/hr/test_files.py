"""A worker's file: what was seen, decided and read, and by whom."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from desks.conftest import SignIn
from factories.demand import make_shift
from factories.identity import make_hr, signed
from factories.moments import MONDAY, NOW
from factories.organisations import make_organisation
from factories.people import make_engagement
from factories.skills import make_policy, make_proof
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.organisations.states import Branch
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import GateTask
from rondstroom.rooms.skills import queries
from rondstroom.rooms.skills.models import Decision, Proof
from rondstroom.rooms.skills.states import ProofKind

pytestmark = pytest.mark.django_db


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_people_by_name_and_what_lapses_first(cast: Cast, hanna: Account, sign_in: SignIn) -> None:
    make_proof(cast.sanne, ProofKind.SKILL, skill="tillen", valid_through=date(2026, 12, 20))
    client = sign_in(hanna)
    page = text(client.get("/hr/people/"))
    assert "Verloopt binnen twee maanden" in page
    assert "zo 20 dec" in page
    assert "Niels" in page
    assert "Ruud" in page.split("Van partners, wil hier werken")[1]
    page = text(client.get("/hr/people/", {"q": "nie"}))
    assert "Niels" in page
    assert "Sanne" not in page


def test_partners_are_those_who_want_to_work_at_this_house(cast: Cast, sign_in: SignIn) -> None:
    page = text(sign_in(make_hr(cast.molenpoort)).get("/hr/people/"))
    partners = page.split("Van partners, wil hier werken")[1]
    assert "Joke" in partners
    assert "Niels" not in partners


def test_the_file_tells_what_was_seen_by_whom(cast: Cast, hanna: Account, sign_in: SignIn) -> None:
    page = text(sign_in(hanna).get(reverse("hr:file", args=[cast.niels.pk])))
    assert page.count("in orde") == 9
    assert "diploma: functie VIG" in page
    assert not queries.readings_of(cast.niels.pk).exists()


def test_a_file_of_a_partner_is_read_and_the_worker_sees_that(
    cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    client, address = sign_in(hanna), reverse("hr:file", args=[cast.ruud.pk])
    page = text(client.get(address))
    assert "VOG: niet gezien" in page
    client.head(address)
    [reading] = queries.readings_of(cast.ruud.pk)
    assert (reading.reader, reading.organisation) == ("Hanna", cast.de_linde)


@pytest.mark.parametrize(
    ("kind", "more", "words"),
    [
        ("conduct", {"code": "84"}, ""),
        ("skill", {}, "verplicht"),
        ("diploma", {"valid_through": "2020-01-01"}, "verplicht"),
        ("agreement", {}, ""),
        ("identity", {"valid_through": "2020-01-01"}, "is verlopen op"),
    ],
)
def test_what_was_seen_is_written_down(
    kind: str, more: dict[str, str], words: str, cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    address = reverse("hr:proof_new", args=[cast.sanne.pk, kind])
    before, client = Proof.objects.count(), sign_in(hanna)
    assert client.get(address).status_code == 200
    answer = client.post(address, {"valid_from": "2026-11-20", **more}, follow=True)
    assert words in text(answer)
    assert Proof.objects.count() == before + (not words)
    if not words:
        row = Proof.objects.latest("pk")
        assert (row.seen_by, row.issuer, row.kind) == ("Hanna", cast.de_linde, kind)


def test_the_register_is_not_written_down_as_a_proof(
    cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    address = reverse("hr:proof_new", args=[cast.niels.pk, "register"])
    assert sign_in(hanna).get(address).status_code == 404


def test_a_missing_induction_is_a_task_until_somebody_made_at_home(
    cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    shift = make_shift(cast.vlinder, day=MONDAY, start="23:00", end="07:15")
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    client = sign_in(hanna)
    client.post("/hr/policy/", {"asks_induction": "on", "claim_days": "5"})
    assert queries.policy_of(cast.de_linde.pk).claim_days == 5
    tasks = GateTask.objects.filter(closed_at=None)
    assert [task.rules for task in tasks] == [["gate.induction"]]
    page = text(client.get("/hr/"))
    assert ("Mag een komende dienst nu niet werken" in page) == tasks.exists()
    place = {"location": cast.vlinder.location_id, "valid_from": "2026-11-22"}
    client.post(reverse("hr:proof_new", args=[cast.niels.pk, "induction"]), place)
    assert not GateTask.objects.filter(closed_at=None).exists()
    assert Proof.objects.get(kind=ProofKind.INDUCTION).location == cast.vlinder.location


def test_a_withdrawn_proof_stays_as_a_trace_and_counts_no_more(
    cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    row = make_proof(cast.niels, ProofKind.SKILL, skill="tillen", issuer=cast.de_linde)
    client, address = sign_in(hanna), reverse("hr:proof_withdraw", args=[row.pk])
    assert "Kies eerst waarom" in text(client.post(address, {"reason": "zomaar"}, follow=True))
    client.post(address, {"reason": "mistake"})
    row.refresh_from_db()
    assert (row.withdrawal, row.withdrawn_on) == ("mistake", NOW.date())


def test_what_another_organisation_saw_is_not_withdrawn_here(
    cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    row = make_proof(cast.fatima, ProofKind.SKILL, skill="tillen", issuer=cast.molenpoort)
    address = reverse("hr:proof_withdraw", args=[row.pk])
    assert sign_in(hanna).post(address, {"reason": "mistake"}).status_code == 404
    row.refresh_from_db()
    assert row.withdrawn_on is None


def test_a_person_decides_on_a_vog_that_is_too_old(cast: Cast, sign_in: SignIn) -> None:
    berk = make_organisation("De Berk", Branch.VVT)
    make_engagement(cast.niels, berk, starts_on=NOW.date() - timedelta(days=1))
    client = sign_in(make_hr(berk, "Bea"))
    address = reverse("hr:file", args=[cast.niels.pk])
    page = text(client.get(address))
    assert "besluit nodig" in page
    assert "hoogstens 3 maanden oud" in page
    about = page.split('name="about" value="')[1].split('"')[0]
    told = {"matter": "conduct", "about": about}
    decide = reverse("hr:decide", args=[cast.niels.pk])
    assert "Kies eerst" in text(client.post(decide, told, follow=True))
    page = text(client.post(decide, {**told, "answer": "yes"}, follow=True))
    assert "Je besluit staat erin" in page
    assert "besluit nodig" not in page
    row = Decision.objects.get()
    assert (row.organisation, row.is_allowed, row.decided_by) == (berk, True, "Bea")
    wrong = {**told, "answer": "no", "valid_through": "2020-01-01"}
    assert "ligt voor de eerste" in text(client.post(decide, wrong, follow=True))


def test_two_organisations_of_one_reader_are_chosen_between(
    cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    make_policy(cast.molenpoort, claim_days=3)
    both = make_hr(cast.molenpoort, "Hetty")
    from_both = sign_in(both).get("/hr/policy/", {"organisation": cast.molenpoort.pk})
    assert 'value="3"' in text(from_both)
