"""Files on labour relations at the finance desk: both directions, versions, alternatives."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from factories.contracts import make_finance
from factories.moments import MONDAY
from factories.people import make_worker
from factories.settlement import make_worked
from flexpool.contracts.dba.file import QUESTIONS
from people import Cast
from rondstroom.rooms.contracts.models import RelationReview
from rondstroom.rooms.people.states import EngagementForm

LIST = "/finance/contracts/self-employed/"
SAID = {**dict.fromkeys(QUESTIONS, "unknown"), "hours": "employment", "clients": "contractor"}


@pytest.fixture
def path(cast: Cast) -> str:
    """Give the page of Zara, self-employed at De Linde, who worked there."""
    form = EngagementForm.SELF_EMPLOYED
    zara = make_worker("Zara", organisation=cast.de_linde, form=form)
    make_worked(zara, cast.vlinder)
    return reverse("finance:contract_relation", args=[zara.engagements.get().pk])


def read(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_file_shows_both_directions_and_no_verdict(cast: Cast, path: str, sign_in: Any) -> None:
    petra = sign_in(cast.petra)
    assert "Nog geen dossier" in read(petra.get(LIST))
    page = read(petra.get(path))
    assert "geeft geen oordeel" in page
    assert "1 dienst zien" in page
    assert "PG Vlinder" in page
    assert "Wat wijst waarheen" not in page
    told = SAID | {"after": "0", "offered": ["own"], "agreement_reference": "map 4"}
    page = read(petra.post(path, told, follow=True))
    assert "Bewaard als nieuwe versie" in page
    assert "De organisatie, met een rooster" in page
    assert "een contract in de flexpool (€" in page
    row = RelationReview.objects.get()
    assert row.answers == {"hours": "employment", "clients": "contractor"}
    assert row.figures["own"] > 0
    assert "Bekeken op" in read(petra.get(LIST))


def test_the_form_begins_with_the_last_version(cast: Cast, path: str, sign_in: Any) -> None:
    petra = sign_in(cast.petra)
    petra.post(path, SAID | {"after": "0", "remarks": "kijk in mei"})
    page = read(petra.get(path))
    assert 'name="after" value="1"' in page
    assert "kijk in mei</textarea>" in page
    assert petra.post(path, SAID | {"after": "0"}).status_code == 422
    assert petra.post(path, SAID | {"after": "1"}, follow=True).status_code == 200
    assert RelationReview.objects.count() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"hours": "both"},
        {"hours": ""},
        {"after": "-1"},
        {"after": "x"},
        {"offered": ["a house"]},
        {"remarks": "x" * 2001},
        {"hours": "unknown", "clients": "unknown"},
    ],
    ids=["answer", "none", "below", "text", "offer", "long", "empty"],
)
def test_what_is_wrong_is_told_and_nothing_is_kept(
    cast: Cast, path: str, sign_in: Any, wrong: dict[str, Any]
) -> None:
    answer = sign_in(cast.petra).post(path, {"after": "0"} | SAID | wrong)
    assert answer.status_code == 422
    assert not RelationReview.objects.exists()


def test_a_file_of_another_organisation_is_not_there(cast: Cast, path: str, sign_in: Any) -> None:
    mo = sign_in(make_finance(cast.molenpoort, "Mo"))
    assert mo.get(path).status_code == 404
    assert mo.post(path, SAID | {"after": "0"}).status_code == 404
    assert "Zara" not in read(mo.get(LIST))
    assert not RelationReview.objects.exists()
    niels = cast.niels.engagements.get()
    own = reverse("finance:contract_relation", args=[niels.pk])
    assert sign_in(cast.petra).get(own).status_code == 404


def test_work_elsewhere_is_not_in_the_file(cast: Cast, path: str, sign_in: Any) -> None:
    worker = make_worker("Yara", organisation=cast.de_linde, form=EngagementForm.SELF_EMPLOYED)
    make_worked(worker, cast.wijkteam, day=MONDAY)
    own = reverse("finance:contract_relation", args=[worker.engagements.get().pk])
    page = read(sign_in(cast.petra).get(own))
    assert "geen diensten zien" in page
    assert "Wijkteam" not in page
