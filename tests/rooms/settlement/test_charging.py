"""What hours come to, or in words what is missing: never an amount that leaves something out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factories.settlement import make_approved, make_lending, make_worked
from flexpool.settlement import Charge, Terms
from people import Cast
from rondstroom.rooms.settlement import queries
from rondstroom.rooms.settlement.models import HoursVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(cast: Cast) -> HoursVersion:
    """An evening of Joke, lent by Rijnzicht to De Linde, agreed by the borrower."""
    make_lending(cast.rijnzicht, cast.de_linde)
    worked = make_worked(cast.joke, cast.vlinder, start="15:00", end="23:00")
    return make_approved(worked, cast.pia).versions.get()


def terms_of(version: HoursVersion) -> Terms:
    told = queries.terms_of_hours([version.hours])[version.hours_id]
    assert isinstance(told, Terms)
    return told


def test_known_terms_give_a_charge(version: HoursVersion) -> None:
    charge = queries.charge_or_why(version, terms_of(version))
    assert isinstance(charge, Charge)
    assert charge.net > 0


def test_terms_that_are_missing_are_passed_on_in_their_own_words(version: HoursVersion) -> None:
    assert queries.charge_or_why(version, "Er is geen tarief.") == "Er is geen tarief."


def test_an_allowance_that_no_source_tells_is_said_and_not_left_out(version: HoursVersion) -> None:
    told = queries.charge_or_why(version, replace(terms_of(version), cao="onbekend"))
    assert isinstance(told, str)
    day = version.hours.on_day.strftime("%d-%m-%Y")
    assert f"De toeslag voor onregelmatige uren op {day} is niet bekend" in told
    assert "(onbekend)" in told
