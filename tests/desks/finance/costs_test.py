"""What a lasting worker may cost against today's hire: per function and team, kept and exported."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.organisations import actions
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.web.finance import comparing, hired
from rondstroom.web.finance.estimate import Estimate, example_figures
from rondstroom.web.finance.overview import overview_of
from snapshot import once

COSTS = "/finance/"
FUNCTION = "/finance/functions/VIG/"
MOST_QUERIES = 20


def text_of(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def worked(cast: Cast, days_ago: int, worker: Any) -> None:
    """Let somebody have worked a day of eight and a half hours with half an hour of break."""
    shift = make_shift(cast.vlinder, day=NOW.date() - timedelta(days=days_ago), break_minutes=30)
    rosters.assign(worker=worker, shift=shift, override_reason="test", **signed())


@pytest.fixture
@once
def weeks(cast: Cast) -> Cast:
    """Let Niels have worked two days, an agency worker three and a self-employed person one."""
    form = EngagementForm
    agency = make_worker("Uma", team=cast.vlinder, form=form.AGENCY)
    alone = make_worker("Zeno", team=cast.vlinder, form=form.SELF_EMPLOYED)
    for days, worker in [(2, cast.niels), (4, cast.niels), (3, agency), (6, agency), (9, agency)]:
        worked(cast, days, worker)
    worked(cast, 12, alone)
    return cast


def test_hired_hours_are_counted_per_function_and_team(weeks: Cast) -> None:
    rows = hired.hours_of(weeks.de_linde.pk, NOW).rows
    assert [(row.function.code, row.team.name) for row in rows] == [("VIG", "PG Vlinder")]
    assert rows[0].own == 16
    assert dict(rows[0].hired) == {"agency": 24, "self_employed": 8}
    assert rows[0].hired_share == Fraction(2, 3)


def test_the_days_looked_at_are_reckoned_to_a_year(weeks: Cast) -> None:
    looked = hired.hours_of(weeks.de_linde.pk, NOW)
    assert looked.days == 12  # the first shift was twelve days ago
    assert looked.a_year(Fraction(12)) == 365
    worked(weeks, 80, weeks.niels)
    assert hired.hours_of(weeks.de_linde.pk, NOW).days == 80


def test_who_works_for_a_partner_of_the_pool_is_not_hired(weeks: Cast) -> None:
    worked(weeks, 1, weeks.fatima)
    rows = hired.hours_of(weeks.de_linde.pk, NOW).rows
    assert rows[0].own == 24


def test_the_overview_adds_up(weeks: Cast) -> None:
    found = overview_of(weeks.de_linde.pk, NOW)
    row = found.rows[0]
    assert row.hire_year and row.own_year
    assert row.difference == row.hire_year - row.own_year
    assert (found.total_hire, found.total_own) == (row.hire_year, row.own_year)
    own, *others = [cents for _label, cents, _tone in found.functions[0].bars]
    assert abs(row.own_year - own * row.hired_a_year) < 1
    assert min(others) > 0


def test_the_page_shows_table_chart_and_that_figures_are_an_example(
    weeks: Cast, sign_in: Any
) -> None:
    page = text_of(sign_in(weeks.petra).get(COSTS))
    assert "PG Vlinder" in page
    assert 'class="bar-own"' in page
    assert "voorbeeldcijfers" in page


def test_without_any_shift_it_says_what_comes_here(cast: Cast, sign_in: Any) -> None:
    assert "Nog geen gewerkte diensten" in text_of(sign_in(cast.petra).get(COSTS))


def test_own_figures_are_kept_with_a_line_in_the_journal(weeks: Cast, sign_in: Any) -> None:
    browser = sign_in(weeks.petra)
    figures = {**example_figures(), "full_time_month": "3.100,50", "rate": "60"}
    answer = browser.post(FUNCTION, {**figures, "organisation": weeks.de_linde.pk})
    assert answer.status_code == 302
    kept = organisations.cost_estimates_of(weeks.de_linde.pk)["VIG"]
    assert kept["full_time_month"] == "3.100,50"
    line = journal.entries_of_organisation(weeks.de_linde.pk).first()
    assert line is not None
    assert (line.event, line.actor_name) == ("organisations.cost-estimate.kept", "Petra")
    assert "3.100" not in str(line.data)
    assert 'value="3.100,50"' in text_of(browser.get(FUNCTION))
    assert "voorbeeldcijfers" not in text_of(browser.get(COSTS))


def test_keeping_twice_keeps_the_last(weeks: Cast) -> None:
    for rate in ("50", "60"):
        actions.keep_cost_estimate(
            organisation=weeks.de_linde, function_code="VIG", figures={"rate": rate}, **signed()
        )
    assert organisations.cost_estimates_of(weeks.de_linde.pk) == {"VIG": {"rate": "60"}}


@pytest.mark.parametrize("name", sorted(Estimate().fields))
@pytest.mark.parametrize("typed", ["-1", "<script>", "", "1e9"])
def test_nonsense_is_kept_named_and_explained(
    weeks: Cast, sign_in: Any, name: str, typed: str
) -> None:
    answer = sign_in(weeks.petra).post(FUNCTION, {**example_figures(), name: typed})
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {name}
    assert not organisations.cost_estimates_of(weeks.de_linde.pk)


def test_figures_that_no_longer_fit_are_said_and_break_nothing(weeks: Cast, sign_in: Any) -> None:
    actions.keep_cost_estimate(
        organisation=weeks.de_linde, function_code="VIG", figures={"rate": "veel"}, **signed()
    )
    browser = sign_in(weeks.petra)
    assert "kloppen niet meer" in text_of(browser.get(COSTS))
    assert browser.get(FUNCTION).status_code == 200
    assert browser.get("/finance/export/").status_code == 200


def test_figures_that_leave_no_hour_of_care_say_so() -> None:
    figures = {"hours_week": "1", "leave_hours": "600"}
    assert "geen uur zorg" in comparing.compared(figures, 2026).refusal


def test_a_year_without_figures_names_what_is_missing() -> None:
    found = comparing.compared(None, 2035)
    assert found.result is None
    assert "ontbreekt een cijfer" in found.refusal
    assert "geen waarde bekend" in found.refusal


def test_every_amount_explains_itself_and_the_vat_stands_apart(weeks: Cast, sign_in: Any) -> None:
    page = text_of(sign_in(weeks.petra).get(FUNCTION))
    assert page.count("<details") > 10
    assert "btw per uur" in page
    assert "vanaf maand" in page or "niet goedkoper" in page


def test_the_excel_file_holds_numbers_to_go_on_with(weeks: Cast, sign_in: Any) -> None:
    answer = sign_in(weeks.petra).get("/finance/export/")
    assert answer.headers["Content-Disposition"].endswith('.xlsx"')
    book = openpyxl.load_workbook(BytesIO(answer.content))
    assert book.sheetnames == ["Functies en teams", "Prijs van een uur", "Cijfers"]
    _head, row = book["Functies en teams"].iter_rows(values_only=True)
    assert row[1] == "De Linde, PG Vlinder"
    assert all(isinstance(cell, int | float) for cell in row[2:])
    assert book["Cijfers"].max_row == 1 + len(Estimate().fields)
    _head, *prices = book["Prijs van een uur"].iter_rows(values_only=True)
    assert prices
    assert {mark for *_rest, mark in prices} == {"secundaire bron"}, "as the card on the page says"


def test_more_shifts_cost_no_more_queries(weeks: Cast, sign_in: Any) -> None:
    browser = sign_in(weeks.petra)
    counted = []
    for days in (20, 30):
        with CaptureQueriesContext(connection) as queries:
            browser.get(COSTS)
        counted.append(len(queries))
        worked(weeks, days, weeks.niels)
    assert counted[0] == counted[1] <= MOST_QUERIES


def test_monday_lies_ahead_and_is_not_counted(cast: Cast) -> None:
    shift = make_shift(cast.vlinder, day=MONDAY)
    rosters.assign(worker=cast.niels, shift=shift, override_reason="test", **signed())
    assert hired.hours_of(cast.de_linde.pk, NOW).rows == []
