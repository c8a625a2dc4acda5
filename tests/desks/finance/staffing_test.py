"""The page of who did the work and its Excel file; who may come in stands in `doors_test`."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from factories.contracts import make_supplier, make_supplier_agreement
from factories.identity import signed
from factories.people import make_worker
from factories.settlement import make_lending, make_worked
from people import Cast
from rondstroom.rooms.contracts.actions import set_supplier
from rondstroom.rooms.people.states import EngagementForm

PAGES = {"staffing": "/finance/staffing/", "staffing_export": "/finance/staffing/export/"}


def test_nothing_worked_says_so(cast: Cast, sign_in: Any) -> None:
    page = sign_in(cast.petra).get(PAGES["staffing"]).content.decode()
    assert "Nog geen gewerkte diensten" in page


def test_hours_and_cost_by_month_and_function(cast: Cast, sign_in: Any) -> None:
    make_lending(cast.rijnzicht, cast.de_linde)
    make_worked(cast.niels, cast.vlinder)
    make_worked(cast.joke, cast.vlinder)
    page = sign_in(cast.petra).get(PAGES["staffing"]).content.decode()
    assert "november 2026" in page
    assert "8 uur" in page
    assert "€\u00a0311" in page
    assert "geen prijs bekend" not in page
    assert "Niels" not in page
    assert "Joke" not in page


def test_what_has_no_price_is_told(cast: Cast, sign_in: Any) -> None:
    make_worked(cast.joke, cast.vlinder)
    page = sign_in(cast.petra).get(PAGES["staffing"]).content.decode()
    assert "Van 8 uur is geen prijs bekend" in page


def test_the_file_has_a_row_per_month_function_and_kind(cast: Cast, sign_in: Any) -> None:
    make_lending(cast.rijnzicht, cast.de_linde)
    make_worked(cast.niels, cast.vlinder)
    make_worked(cast.joke, cast.vlinder)
    answer = sign_in(cast.petra).get(PAGES["staffing_export"])
    assert answer["Content-Disposition"] == 'attachment; filename="pnil-2026-11-22.xlsx"'
    rows = list(load_workbook(BytesIO(answer.content)).active.values)
    head = ("Maand", "Functie", "Team", "Reden van de dienst", "Leverancier", "Wie")
    assert rows[0] == (*head, "Uren", "Kosten (euro)")
    assert [row[5:7] for row in rows[1:]] == [("eigen mensen", 8), ("uit de pool", 8)]
    assert rows[2][7] == 311.3


def test_teams_reasons_and_suppliers_have_their_own_table(cast: Cast, sign_in: Any) -> None:
    petra = sign_in(cast.petra)
    make_worked(cast.niels, cast.vlinder, reason="ziekte")
    page = petra.get(PAGES["staffing"]).content.decode()
    for title in ("Per maand", "Per functie", "Per team", "Per reden"):
        assert title in page
    assert "De Linde, PG Vlinder" in page
    assert "ziekte" in page
    assert "Per leverancier" not in page  # nobody is hired
    worker = make_worker("Bo", organisation=cast.de_linde, form=EngagementForm.AGENCY)
    supplier = make_supplier(cast.de_linde)
    set_supplier(engagement=worker.engagements.get(), supplier=supplier, **signed())
    make_supplier_agreement(supplier)
    make_worked(worker, cast.vlinder)
    page = petra.get(PAGES["staffing"]).content.decode()
    assert "Per leverancier" in page
    assert "Uitzendbureau Zonzicht" in page
    assert "Bo<" not in page
