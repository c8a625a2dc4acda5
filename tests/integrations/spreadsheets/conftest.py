"""What the import tests share: an organisation, the catalogue of functions, a planner, a moment."""

from __future__ import annotations

from typing import Any

import pytest

from factories.identity import make_planner
from factories.imports import Importer
from factories.moments import NOW
from factories.organisations import make_organisation
from factories.skills import make_function
from rondstroom.integrations.spreadsheets import import_roster, import_shifts, import_workers
from rondstroom.integrations.spreadsheets.answer import ImportAnswer
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.organisations.models import Organisation

FUNCTIONS = {
    "VIG": ["Verzorgende IG"],
    "Helpende": ["Helpende plus"],
    "VP4": ["Verpleegkundige niveau 4"],
    "VP6": ["Wijkverpleegkundige"],
    "IC-vpk": ["IC verpleegkundige"],
    "SEH-vpk": ["SEH verpleegkundige"],
}
BRING_IN = {"shifts": import_shifts, "workers": import_workers, "roster": import_roster}


@pytest.fixture
def catalogue(db: None) -> None:
    """Let the functions of the sample files be known."""
    for code, aliases in FUNCTIONS.items():
        make_function(code, aliases=aliases)


@pytest.fixture
def linde(catalogue: None) -> Organisation:
    """Give an organisation without any place yet."""
    return make_organisation("De Linde")


@pytest.fixture
def planner(linde: Organisation) -> Account:
    """Give who plans at De Linde."""
    return make_planner(linde)


@pytest.fixture
def bring_in(linde: Organisation, planner: Account) -> Importer:
    """Give the import for De Linde by its planner: `bring_in("shifts", content)`."""

    def run(kind: str, content: bytes | str, name: str = "", **options: Any) -> ImportAnswer:
        raw = content.encode() if isinstance(content, str) else content
        options = {"organisation": linde, "by": planner, "at": NOW} | options
        return BRING_IN[kind](raw, name or f"{kind}.csv", **options)

    return run
