"""HR agrees on annual hours and sees where people stand."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from desks.conftest import SignIn
from factories.moments import NOW
from factories.people import make_annual, make_engagement
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.people import actions
from rondstroom.rooms.people.models import AnnualAgreement

pytestmark = pytest.mark.django_db
ADDRESS = "/hr/annual/"


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def told(cast: Cast, **more: Any) -> dict[str, Any]:
    tie = cast.niels.engagements.get()
    form = {"engagement": tie.pk, "year": "2026", "minutes": "1460", "plus": "40", "minus": "40,5"}
    return form | more


def test_agreed_shown_changed_and_as_a_file(cast: Cast, hanna: Account, sign_in: SignIn) -> None:
    client = sign_in(hanna)
    assert "Met niemand zijn jaaruren afgesproken" in text(client.get(ADDRESS))
    page = text(client.post(ADDRESS, told(cast), follow=True))
    assert "Bewaard." in page
    assert "−40,5 / +40" in page
    assert AnnualAgreement.objects.get().minus_minutes == 2430
    tie = cast.niels.engagements.get()
    begun = text(client.get(ADDRESS, {"engagement": tie.pk}))
    assert 'value="1460' in begun
    lines = client.get(reverse("hr:annual_file")).content.decode("utf-8-sig").splitlines()
    assert [line.split(";")[0] for line in lines] == ["Wie", "Niels"]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"minutes": "9000"}, "hoogstens 2496"),
        ({"plus": "2000"}, "De ruimte kan niet groter"),
        ({"year": "2025"}, "niet in dienst"),
        ({"minutes": "veel"}, "field-error"),
        ({"engagement": ""}, "field-error"),
    ],
)
def test_what_cannot_be_is_said(
    cast: Cast, hanna: Account, sign_in: SignIn, wrong: dict[str, str], says: str
) -> None:
    answer = sign_in(hanna).post(ADDRESS, told(cast, **wrong))
    assert answer.status_code == 422
    assert says in text(answer) or says == "field-error"
    assert not AnnualAgreement.objects.exists()


def test_not_of_another_house_nor_of_oneself(cast: Cast, hanna: Account, sign_in: SignIn) -> None:
    away = cast.fatima.engagements.get(organisation=cast.molenpoort)
    assert sign_in(hanna).post(ADDRESS, told(cast, engagement=away.pk)).status_code == 422
    me = actions.create_worker(name="Hanna", home_pc4="6811", account=hanna, by=hanna, at=NOW)
    own = make_engagement(me, cast.de_linde)
    assert sign_in(hanna).post(ADDRESS, told(cast, engagement=own.pk)).status_code == 404
    make_annual(away)
    assert "Fatima</a>" not in text(sign_in(hanna).get(ADDRESS))
