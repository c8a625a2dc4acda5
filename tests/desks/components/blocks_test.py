"""The building blocks as they are drawn."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.matching.states import RequestState
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters.states import AssignmentState, LineState, RunState
from rondstroom.web.components.badges import BADGES, badge_of
from rondstroom.web.components.cards import travel_words
from rondstroom.web.components.charts import bars, cover
from rondstroom.web.components.icons import PATHS


def drawn(source: str, /, **values: Any) -> str:
    with translation.override("nl"):
        return Template(source).render(Context(values))


@pytest.mark.parametrize(
    "states", [ShiftState, RequestState, DayPart, Wish, AssignmentState, LineState, RunState]
)
def test_every_state_of_every_room_has_a_word_and_a_shape(states: Any) -> None:
    for state in states:
        assert state.value in BADGES, state
        assert BADGES[state.value].shape in PATHS


def test_a_badge_says_its_word() -> None:
    assert "aangevraagd" in drawn("{% badge 'requested' %}")
    assert "vervallen" in drawn("{% badge 'cancelled' 'vervallen' %}")


def test_an_unknown_state_shows_itself_rather_than_nothing() -> None:
    assert badge_of("brand-new").word == "brand-new"


def test_a_reason_gives_the_way_out() -> None:
    page = drawn("{% reason_line 'Te kort rust.' 'Wel vanaf 22:30.' %}")
    assert "Te kort rust." in page
    assert "Wel vanaf 22:30." in page


def test_a_reason_cannot_bring_in_markup() -> None:
    assert "<b>" not in drawn("{% reason_line text %}", text="<b>x</b>")


@pytest.mark.parametrize(
    ("needed", "filled", "pool", "external", "own", "missing"),
    [(4, 4, 0, 0, 4, 0), (4, 3, 1, 0, 2, 1), (0, 0, 0, 0, 0, 0), (2, 3, 1, 1, 1, 0)],
)
def test_a_cover_bar_adds_up(
    needed: int, filled: int, pool: int, external: int, own: int, missing: int
) -> None:
    shown = cover(needed, filled, pool, external)
    assert (shown["own"], shown["missing"]) == (own, missing)
    widths = [float(shown[name]) for name in ("own_width", "pool_width", "external_width")]
    assert sum(widths) <= 64.001


def test_a_cover_bar_speaks() -> None:
    assert "3 van 4 plaatsen bezet, 1 uit de pool" in drawn("{% cover_bar 4 3 1 %}")


def test_a_chart_without_values_is_drawn_flat() -> None:
    assert bars("leeg", [], "uur")["bars"] == []
    assert bars("nul", [("ma", 0)], "uur")["bars"][0]["height"] == "0.0"


class OneField(forms.Form):
    postcode = forms.CharField(label="Postcode", help_text="Vier cijfers")


def test_a_field_ties_its_help_and_its_error_to_the_input() -> None:
    page = drawn("{% field form.postcode %}", form=OneField({}))
    assert 'aria-describedby="id_postcode_helptext id_postcode_error"' in page
    assert 'id="id_postcode_helptext"' in page
    assert 'id="id_postcode_error"' in page
    assert 'aria-invalid="true"' in page


def test_the_way_is_said_by_bicycle_and_by_car() -> None:
    with translation.override("nl"):
        assert travel_words(12, "bicycle") == "12 minuten fietsen"
        assert travel_words(1, "car") == "1 minuut met de auto"
        assert travel_words(None, "car") == ""


def test_a_link_keeps_the_rest_of_the_question() -> None:
    request = RequestFactory().get("/worker/?part=night&page=2")
    page = Template("{% query page=3 %}").render(Context({"request": request}))
    assert page == "?part=night&amp;page=3"
