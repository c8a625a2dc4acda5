"""How far somebody is after whatever was done: the table in `cases/learning/inductions.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from factories.identity import signed
from factories.learning import make_checklist
from people import Cast
from rondstroom.rooms.learning import actions, queries
from rondstroom.rooms.learning.models import Step
from rondstroom.rooms.learning.states import StepKind
from rondstroom.rooms.skills.models import Proof

pytestmark = pytest.mark.django_db
CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases/learning/inductions.yaml").read_text(encoding="utf-8")
)


def lay_down(cast: Cast, steps: Any) -> None:
    """Make a new version of the list at PG Vlinder's location."""
    make_checklist(cast.vlinder.location, tuple((StepKind.WORK, f"stap {one}") for one in steps))


def number_of(step: str) -> int:
    return Step.objects.get(text=f"stap {step}").pk


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_how_far(case: dict[str, Any], cast: Cast) -> None:
    lay_down(cast, "abc")
    about = {"worker": cast.niels, "location": cast.vlinder.location, **signed()}
    for done in case["do"]:
        ((what, steps),) = done.items()
        if what == "list":
            lay_down(cast, steps)
        elif what == "show":
            actions.show_steps(step_ids=[number_of(one) for one in steps], **about)
        else:
            actions.take_back_step(step_id=number_of(steps), **about)
    far = queries.induction(cast.niels.pk, cast.vlinder.location_id)
    proven = Proof.objects.filter(kind="induction", withdrawn_on=None).exists()
    assert (far.done, len(far.lines), proven) == (case["done"], case["of"], case["proven"])
