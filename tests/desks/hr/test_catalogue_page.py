"""The catalogue at HR's desk: out, tried, kept; the rest is for the region."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from desks.conftest import SignIn
from factories.identity import make_account, make_role
from factories.skills import make_function, make_skill
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.skills.models import Function, Package

pytestmark = pytest.mark.django_db

ADDRESS = "/hr/catalogue/"


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def chosen(*lines: str) -> dict[str, Any]:
    body = "\n".join(["soort;code;naam;organisatie", *lines]).encode()
    return {"file": SimpleUploadedFile("lijst.csv", body)}


@pytest.fixture
def ada(cast: Cast) -> Account:
    """Give who administers the region."""
    return make_role(make_account("Ada"), RoleKind.ADMINISTRATOR, None)


def test_a_file_is_tried_and_then_kept(cast: Cast, ada: Account, sign_in: SignIn) -> None:
    client = sign_in(ada)
    page = text(client.post(ADDRESS, chosen("functie;VS;Specialist", "functie;;Niets")))
    assert "er is nog niets bewaard" in page
    assert "Vul een code in" in page
    assert not Function.objects.filter(code="VS").exists()
    packet = page.split('name="packet" value="')[1].split('"')[0]
    page = text(client.post(ADDRESS, {"packet": packet, "keep": "yes"}))
    assert "Bewaard" in page
    assert "Bewaar dit" not in page
    assert Function.objects.get(code="VS").name == "Specialist"


def test_hr_composes_own_work_packages_and_nothing_else(
    cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    client = sign_in(hanna)
    assert "Functies, bekwaamheden en taken beheert de regio" in text(client.get(ADDRESS))
    lines = ["werkpakket;a;Ochtend;De Linde", "werkpakket;b;Nacht;Molenpoort", "functie;X;Iets;"]
    page = text(client.post(ADDRESS, chosen(*lines) | {"keep": "yes"}))
    assert page.count("beheert de regio") == 3  # two refusals, and the line above the form
    assert [one.name for one in Package.objects.all()] == ["Ochtend"]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, "Kies eerst een bestand"),
        ({"packet": "verzonnen"}, "Kies eerst een bestand"),
        ({"file": SimpleUploadedFile("leeg.csv", b" ")}, ""),
        ({"file": SimpleUploadedFile("x.csv", b"naam\nIets")}, "horen ten minste de koppen"),
        ({"file": SimpleUploadedFile("groot.csv", b"x" * 1_000_001)}, "groter dan 1 MB"),
    ],
)
def test_what_is_no_catalogue_is_refused_in_words(
    told: dict[str, Any], words: str, cast: Cast, ada: Account, sign_in: SignIn
) -> None:
    answer = sign_in(ada).post(ADDRESS, told)
    assert answer.status_code == 422
    assert words in text(answer)


def test_the_file_holds_what_the_page_shows(cast: Cast, hanna: Account, sign_in: SignIn) -> None:
    make_function("VIG")
    make_skill("wond")
    client = sign_in(hanna)
    file = client.get(f"{ADDRESS}file/")
    assert file["Content-Disposition"] == 'attachment; filename="catalogus.csv"'
    told, page = file.content.decode("utf-8-sig"), text(client.get(ADDRESS))
    assert "functie;VIG;functie VIG" in told
    assert "functie VIG" in page
    assert "Wond" in page


def test_a_longer_catalogue_asks_no_more_queries(
    cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    client, counted = sign_in(hanna), []
    client.get(ADDRESS)
    for number in range(6):
        if number in {1, 5}:
            with CaptureQueriesContext(connection) as asked:
                client.get(ADDRESS)
            counted.append(len(asked))
        make_skill(f"s{number}")
        Package.objects.create(code=str(number), name="P", kind="reserve")
    assert counted[0] == counted[1]
