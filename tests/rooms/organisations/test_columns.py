"""An organisation keeps which column is what, per layout of headings and kind of file."""

from __future__ import annotations

from typing import Any

import pytest

from factories.identity import signed
from factories.organisations import make_organisation
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.organisations import actions, queries
from rondstroom.rooms.organisations.models import ColumnChoice, Organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def linde(db: None) -> Organisation:
    """Give an organisation."""
    return make_organisation("De Linde")


def keep(organisation: Organisation, columns: dict[str, str], **more: Any) -> bool:
    """Keep columns for a layout "a" of shifts, unless told otherwise."""
    told = {"kind": "shifts", "layout": "a", **more}
    return actions.keep_columns(organisation=organisation, columns=columns, **told, **signed())


def test_what_was_chosen_is_found_by_layout_and_kind(linde: Organisation) -> None:
    assert keep(linde, {"team": "Waar"})
    found = queries.columns_chosen(linde.pk, ["b", "a"], "shifts")
    assert found is not None
    assert (found.columns, found.chosen_by) == ({"team": "Waar"}, signed()["by"].name)
    assert queries.columns_chosen(linde.pk, ["a"], "workers") is None
    assert queries.columns_chosen(linde.pk, ["b"], "shifts") is None
    assert queries.columns_chosen(make_organisation("De Es").pk, ["a"]) is None


def test_of_several_the_newest_is_given(linde: Organisation) -> None:
    keep(linde, {"team": "Waar"})
    keep(linde, {"name": "Wie"}, kind="workers")
    found = queries.columns_chosen(linde.pk, ["a"])
    assert found is not None
    assert found.kind == "workers"


def test_the_same_again_is_nothing_new(linde: Organisation) -> None:
    keep(linde, {"team": "Waar"})
    assert not keep(linde, {"team": "Waar"})
    assert Entry.objects.filter(event="organisations.columns.kept").count() == 1


def test_another_choice_takes_its_place_and_none_forgets(linde: Organisation) -> None:
    keep(linde, {"team": "Waar"})
    assert keep(linde, {"team": "Afd."})
    assert [one.columns for one in ColumnChoice.objects.all()] == [{"team": "Afd."}]
    assert keep(linde, {})
    assert not keep(linde, {})
    assert not ColumnChoice.objects.exists()
