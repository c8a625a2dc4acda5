"""The cascade by tables that the field can read: rings, turns, and whole stories."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from factories.cascade import make_policy, offer_to
from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.organisations import make_organisation, make_pool, make_team
from factories.people import make_worker
from rondstroom.rooms.matching import actions
from rondstroom.rooms.matching.actions.cascade.choosing import is_decided
from rondstroom.rooms.matching.models import Cascade, Offer
from rondstroom.rooms.matching.queries.cascade.reach import ring_of
from rondstroom.rooms.matching.states import (
    CASCADE_TRANSITIONS,
    OFFER_TRANSITIONS,
    STEP_TRANSITIONS,
    CascadeState,
    OfferState,
    Ring,
    StepState,
)
from rondstroom.rooms.organisations.models import Organisation, Team
from rondstroom.rooms.organisations.states import Branch
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import EngagementForm

CASES = Path(__file__).resolve().parents[3] / "cases" / "cascade"
HERE, THERE, THIS, OTHER = 1, 2, 10, 11


def cases(name: str) -> list[Any]:
    """Give the cases of a table, each under its own name."""
    rows = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["name"]) for row in rows]


@pytest.mark.parametrize("case", cases("rings"))
def test_the_ring_in_which_somebody_is_asked(case: dict[str, Any]) -> None:
    ties = [
        SimpleNamespace(
            organisation_id={"here": HERE, "there": THERE}[tie["where"]],
            team_id={"this": THIS, "other": OTHER, "none": None}[tie["team"]],
            form=tie["form"],
        )
        for tie in case["ties"]
    ]
    worker: Any = SimpleNamespace(ties_on=lambda _day: ties)
    shift: Any = SimpleNamespace(starts_on=MONDAY, organisation_id=HERE, team_id=THIS)
    assert ring_of(worker, shift) == case["ring"]


INSIDE = [
    form
    for form in EngagementForm
    if form not in {EngagementForm.AGENCY, EngagementForm.SELF_EMPLOYED, EngagementForm.RESERVE}
]


@pytest.mark.parametrize("form", INSIDE)
@pytest.mark.parametrize("team", [THIS, OTHER, None])
def test_the_form_of_contract_changes_no_ring_of_own_people(form: str, team: int | None) -> None:
    shift: Any = SimpleNamespace(starts_on=MONDAY, organisation_id=HERE, team_id=THIS)
    rings = {
        ring_of(_tied(one, team), shift) for one in (EngagementForm.PERMANENT, EngagementForm(form))
    }
    assert len(rings) == 1


def _tied(form: EngagementForm, team: int | None) -> Any:
    tie = SimpleNamespace(organisation_id=HERE, team_id=team, form=form)
    return SimpleNamespace(ties_on=lambda _day: [tie])


@pytest.mark.parametrize("case", cases("decided"))
def test_whether_the_outcome_can_still_change(case: dict[str, Any]) -> None:
    order: list[Any] = [SimpleNamespace(state=state) for state in case["answers"]]
    assert is_decided(order, case["free"]) is case["decided"]


@pytest.mark.django_db
@pytest.mark.parametrize("case", cases("answers"))
def test_a_story_of_asking_around(case: dict[str, Any]) -> None:
    team = make_team()
    people = _people(team, case["people"])
    rings = tuple(case.get("rings", Ring.values))
    make_policy(team.location.organisation, rings=rings)
    shift = make_shift(team, places=case.get("places", 1))
    cascade = actions.start_cascade(shift=shift, **signed())
    for event in case["happens"]:
        _happen(cascade, people, event)
    cascade.refresh_from_db()
    assert cascade.state == case["ends"]
    found = {offer.worker.name: offer.state for offer in Offer.objects.select_related("worker")}
    assert found == {name: state for state in OfferState.values for name in case.get(state, ())}


def _people(team: Team, rings: dict[str, list[str]]) -> dict[str, Worker]:
    """Give somebody of each name, alike but for the ring."""
    here = team.location.organisation
    there = make_organisation("Molenpoort", Branch.VVT)
    make_pool(here, there)
    return {
        name: _somebody(name, ring, team, here, there)
        for ring, names in rings.items()
        for name in names
    }


def _somebody(name: str, ring: str, team: Team, here: Organisation, there: Organisation) -> Worker:
    ties: dict[str, dict[str, Any]] = {
        Ring.OWN_TEAM: {"team": team},
        Ring.FLEX_POOL: {"organisation": here},
        Ring.REGIONAL_POOL: {"organisation": there, "willing_for": [here]},
        Ring.RESERVE: {
            "organisation": there,
            "willing_for": [here],
            "form": EngagementForm.RESERVE,
        },
        Ring.AGENCY: {"organisation": here, "form": EngagementForm.AGENCY},
    }
    if ring == Ring.OWN_ORGANISATION:
        return make_worker(name, team=make_team("Somatiek", here), with_account=False)
    return make_worker(name, with_account=False, **ties[ring])


def _happen(cascade: Cascade, people: dict[str, Worker], event: dict[str, Any]) -> None:
    then = signed() | {"at": NOW + timedelta(minutes=event["minute"])}
    if "who" in event:
        offer = offer_to(cascade, people[event["who"]])
        actions.answer_offer(offer=offer, wants=event["says"] == "yes", **then)
    else:
        actions.advance_cascades(**then)


@pytest.mark.parametrize(
    ("table", "states"),
    [
        (CASCADE_TRANSITIONS, CascadeState),
        (STEP_TRANSITIONS, StepState),
        (OFFER_TRANSITIONS, OfferState),
    ],
    ids=["cascade", "step", "offer"],
)
def test_every_state_has_its_line_and_an_end_is_an_end(table: Any, states: Any) -> None:
    assert set(table) == set(states)
    for state, followers in table.items():
        assert state not in followers
    assert any(not followers for followers in table.values())
