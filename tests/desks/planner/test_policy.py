"""A planner lays down how the organisation asks around, and what may not be."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from factories.cascade import make_policy
from people import Cast
from rondstroom.rooms.matching.models import CascadePolicy
from rondstroom.rooms.matching.states import Ring, Urgency

pytestmark = pytest.mark.django_db
PAGE = "/planner/cascade/policy/"


def filled(*rings: str, **more: str) -> dict[str, str]:
    """Give the form with an hour for each of these rings."""
    hours = {f"{ring}-{urgency}": "60" for ring in rings for urgency in Urgency.values}
    return {"choosing": "order", **hours, **more}


def text(answer: Any) -> str:
    """Give a page as text with single spaces."""
    return " ".join(answer.content.decode().split())


def test_it_shows_what_holds_now(pia: Client, cast: Cast) -> None:
    assert reverse("planner:policy") == PAGE
    assert "beleid van het huis" in text(pia.get(PAGE))
    make_policy(cast.de_linde)
    page = text(pia.get(PAGE))
    assert "beleid van De Linde, versie 1" in page
    assert 'name="own_team-urgent" value="60"' in page


def test_a_planner_lays_down_the_next_version(pia: Client, cast: Cast) -> None:
    more = {"supplier-1": "Bureau Zuid", "price-1": "58.90", "own_hour": "41.50"}
    answer = pia.post(PAGE, filled(*Ring.values, **more), follow=True)
    assert "Versie 1 geldt vanaf nu." in text(answer)
    made = CascadePolicy.objects.get()
    assert (made.organisation, made.own_hour_cents) == (cast.de_linde, 4150)
    assert made.suppliers == [{"name": "Bureau Zuid", "hour_cents": 5890}]
    assert made.made_by == "Pia"


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (filled("own_team", "agency"), "Inhuur komt na alle eigen mensen."),
        (filled(), "minstens één ring"),
        (filled("own_team") | {"own_team-urgent": "5"}, "tussen 10 en"),
        (filled("own_team") | {"own_team-urgent": "veel"}, "eigen team, binnen 24 uur"),
        (filled("own_team") | {"supplier-1": "Bureau"}, "Vul naam én prijs in"),
    ],
)
def test_what_may_not_be_is_said_and_nothing_is_kept(
    form: dict[str, str], said: str, pia: Client
) -> None:
    assert said in text(pia.post(PAGE, form))
    assert not CascadePolicy.objects.exists()


def test_another_organisation_cannot_be_chosen(pia: Client, cast: Cast) -> None:
    form = filled("own_team") | {"organisation": str(cast.molenpoort.pk)}
    assert pia.post(PAGE, form).status_code == 404
    assert pia.get(f"{PAGE}?organisation={cast.molenpoort.pk}").status_code == 404
