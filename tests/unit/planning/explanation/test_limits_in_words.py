"""The limits of a contract as people read them."""

from dataclasses import fields

import pytest

from flexpool.planning import Contract, Limit
from flexpool.planning.explanation.limits import NAMES, bounds, counted
from flexpool.text import Text


def test_every_limit_of_a_contract_has_words() -> None:
    """Those that are a limit, or one for each kind."""
    named = {one.name for one in fields(Contract) if "Limit" in str(one.type)}
    assert named == set(NAMES)


@pytest.mark.parametrize(
    ("name", "limit", "said"),
    [
        ("minutes", Limit(960, 2400), Text("16 tot 40", "16 to 40")),
        ("week_minutes", Limit(maximum=1710), Text("ten hoogste 28,5", "at most 28.5")),
        ("balance", Limit(minimum=-300), Text("ten minste -5", "at least -5")),
        ("weekends", Limit(2, 2), Text("precies 2", "exactly 2")),
        ("work_run", Limit(maximum=0), Text("ten hoogste 0", "at most 0")),
        ("work_run", Limit(1, 5, under_weight=3), Text("ten hoogste 5", "at most 5")),
        ("assignments", Limit(1, 5, 3, 4), None),
        ("assignments", Limit(), None),
    ],
)
def test_bounds_that_must_hold(name: str, limit: Limit, said: Text | None) -> None:
    """Minutes in hours; a bound with a price is none."""
    assert bounds(name, limit) == said


def test_what_is_counted_names_the_kind() -> None:
    """In its place in the sentence; braces in the name of a kind are only letters."""
    assert counted("kind_run/N") == Text("dagen achter elkaar op N", "days in a row on N")
    assert counted("per_kind/{0}/x").en == "shifts {0}/x"
    assert counted("weekends").nl == "weekenden met werk"
