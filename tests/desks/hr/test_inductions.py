"""HR draws up what is shown at a location, and each change is a version."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from desks.conftest import SignIn
from factories.identity import make_hr
from factories.skills import make_policy
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.learning.models import Checklist

pytestmark = pytest.mark.django_db

HERE = "/hr/inductions/"


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_drawn_up_and_changed_in_versions(cast: Cast, hanna: Account, sign_in: SignIn) -> None:
    client, location = sign_in(hanna), cast.vlinder.location
    assert "nog geen inwerklijst" in text(client.get(HERE))
    address = reverse("hr:induction", args=[location.pk])
    told = {"building": "Ronde langs de kamers\nNooduitgang", "systems": "Inloggen in het dossier"}
    page = text(client.post(address, told, follow=True))
    assert "is nu versie 1" in page
    assert "3 stappen" in page
    assert "Inloggen in het dossier" in text(client.get(address))
    client.post(address, told)  # the same is no new version
    assert Checklist.objects.count() == 1
    assert "is nu versie 2" in text(client.post(address, {"building": "Ronde"}, follow=True))
    assert "Versie" not in text(client.get(address))
    assert "Nu: versie 2, van Hanna" in text(client.get(address))


def test_an_empty_list_is_refused_in_words(cast: Cast, hanna: Account, sign_in: SignIn) -> None:
    address = reverse("hr:induction", args=[cast.vlinder.location_id])
    answer = sign_in(hanna).post(address, {"building": "  "})
    assert answer.status_code == 422
    assert "Schrijf minstens één ding op" in text(answer)
    assert not Checklist.objects.exists()


@pytest.mark.parametrize("asks", [True, False])
def test_the_page_says_whether_it_counts(
    asks: bool, cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    make_policy(cast.de_linde, asks_induction=asks)
    assert ("mag hier geen dienst werken" in text(sign_in(hanna).get(HERE))) is asks


def test_the_locations_of_another_organisation_are_not_there(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(make_hr(cast.molenpoort, "Mo"))
    address = reverse("hr:induction", args=[cast.vlinder.location_id])
    assert client.get(address).status_code == 404
    assert client.post(address, {"building": "Ronde"}).status_code == 404
    assert not Checklist.objects.exists()
