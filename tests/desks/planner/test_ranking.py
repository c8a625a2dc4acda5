"""The page with the weights of a pool, what workers read of it, and the kept decisions."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from desks.planner.conftest import sign_in
from desks.planner.reading import text_of
from factories.demand import make_night_shift
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.matching.models import RankingWeights
from rondstroom.rooms.matching.queries import CRITERIA
from rondstroom.rooms.organisations.models import Pool

PAGE = reverse("planner:ranking")


def filled(cast: Cast, **weights: int) -> dict[str, Any]:
    """Give the form: 1 for each criterion unless told otherwise."""
    pool = Pool.objects.get(memberships__organisation=cast.de_linde)
    return {**dict.fromkeys((one.key for one in CRITERIA), 1), **weights, "pool": pool.pk}


def test_it_shows_what_holds_and_what_is_measured(pia: Client, cast: Cast) -> None:
    text = text_of(pia.get(PAGE))
    assert "Nu gelden de gewichten van het huis" in text
    for one in CRITERIA:
        assert str(one.label) in text
        assert str(one.measures) in text


def test_a_planner_of_the_pool_lays_down_the_next_version(pia: Client, cast: Cast) -> None:
    why = "Reistijd telt zwaar: we zijn een grote regio"
    answer = pia.post(PAGE, filled(cast, travel=9) | {"why": why}, follow=True)
    assert "Versie 1 geldt vanaf nu" in text_of(answer)
    made = RankingWeights.objects.get()
    assert (made.weights["travel"], made.made_by, made.why) == (9, "Pia", why)
    worker = text_of(sign_in(cast.niels.account).get(reverse("worker:ranking")))
    assert "versie 1" in worker
    assert why in worker
    assert "niemand heeft een cijfer" in worker


@pytest.mark.parametrize("wrong", [{"ring": 21}, {"ring": ""}, dict.fromkeys("x", 1)])
def test_what_cannot_be_is_said_and_nothing_is_kept(
    wrong: dict[str, Any], pia: Client, cast: Cast
) -> None:
    form = filled(cast) | wrong
    if "x" in wrong:
        form |= {one.key: 0 for one in CRITERIA}
        assert "Als niets telt" in text_of(pia.post(PAGE, form))
    else:
        pia.post(PAGE, form)
    assert not RankingWeights.objects.exists()


def test_the_pool_of_others_does_not_exist(pia: Client, cast: Cast) -> None:
    other = Pool.objects.create(name="Elders", region_id=Pool.objects.get().region_id)
    assert pia.post(PAGE, filled(cast) | {"pool": other.pk}).status_code == 404
    assert pia.get(PAGE, {"pool": other.pk}).status_code == 404


def test_who_is_no_worker_does_not_read_the_page_of_workers(pia: Client) -> None:
    assert pia.get(reverse("worker:ranking")).status_code == 403
    assert Client().get(reverse("worker:ranking")).status_code == 302


def test_candidates_show_their_points_and_a_choice_is_kept(pia: Client, cast: Cast) -> None:
    make_worker("Toon", team=cast.vlinder, without="conduct")
    shift = make_night_shift(cast.vlinder)
    page = reverse("planner:shift", args=[shift.pk])
    assert "van 100 punten voor deze dienst" in text_of(pia.get(page))
    kept = reverse("planner:decisions", args=[shift.pk])
    assert "Nog niets besloten" in text_of(pia.get(kept))
    pia.post(reverse("planner:assign", args=[shift.pk]), {"worker": cast.niels.pk})
    text = text_of(pia.get(kept))
    assert "iemand gekozen Door Pia. Criteria versie 1, gewichten van het huis." in text
    assert "Niels gekozen" in text
    assert "Viel af:" in text
