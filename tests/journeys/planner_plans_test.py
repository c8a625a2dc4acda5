"""Publishing, series, files and proposals in a browser, with scripts and without."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from factories.demand import make_night_shift, make_shift
from factories.moments import MONDAY, NOW
from journeys.conftest import DESK, PHONE
from journeys.looking import findings
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.rosters.models import Assignment, PlanningRun, ProposalLine

pytestmark = pytest.mark.journey
Open = Callable[..., Page]
WITH_AND_WITHOUT = pytest.mark.parametrize(
    "javascript", [True, False], ids=["scripts", "no scripts"]
)


@pytest.fixture
def proposal(cast: Cast) -> PlanningRun:
    """Give a proposal: Niels on Monday night, Fatima on Tuesday night."""
    run = PlanningRun.objects.create(
        organisation=cast.de_linde,
        team=cast.vlinder,
        starts_on=MONDAY,
        ends_on=MONDAY + timedelta(days=6),
        asked_by=cast.pia,
        asked_at=NOW,
        state="proposed",
        progress={"seconds": 9, "history": [[1.0, 90, 20.0], [9.0, 60, 60.0]]},
    )
    for n, worker in enumerate([cast.niels, cast.fatima]):
        night = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=n))
        ProposalLine.objects.create(run=run, shift=night, worker=worker, reasons=["eigen team"])
    return run


@WITH_AND_WITHOUT
def test_a_proposal_is_decided_line_by_line_and_day_by_day(
    open_page: Open, cast: Cast, proposal: PlanningRun, javascript: bool
) -> None:
    path = f"/planner/plan/{proposal.pk}/"
    page = open_page(path, as_=cast.pia, size=PHONE, javascript=javascript)
    expect(page.get_by_text("2 regels wachten op je besluit")).to_be_visible()
    page.get_by_role("button", name="Neem over Niels, 23:00 – di 07:15").click()
    expect(page.get_by_role("status").first).to_contain_text("1 voorstel overgenomen.")
    assert Assignment.objects.get().worker == cast.niels
    page.get_by_role("button", name="Niet Fatima, 23:00 – wo 07:15").click()
    expect(page.get_by_role("status").first).to_contain_text("1 voorstel niet overgenomen.")
    page.get_by_role("link", name="Naar het rooster").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Week 48")
    assert Assignment.objects.count() == 1


@pytest.fixture
def explained(cast: Cast, proposal: PlanningRun) -> PlanningRun:
    """Give the proposal with its explanation: a line, and a shift that stays open."""
    left = make_shift(cast.vlinder, day=MONDAY + timedelta(days=2))
    counts = {"matching.unavailable": 4, "gate.conduct": 2, "worktime.lawful": 1}
    lines = {
        f"{line.shift_id}-{line.worker_id}": {
            "others": 2, "next": cast.fatima.pk, "more": 340, "kept_off": counts,
            "because": {"placement.cost": 300, "wishes.off": 40},
        }
        for line in proposal.lines.all()
    }  # fmt: skip
    one = {
        "shift": left.pk, "short": 1, "kept_off": counts, "nearly": {"gate.conduct": 2},
        "with_hours": 1, "others": 0,
    }  # fmt: skip
    proposal.result["explained"] = {"lines": lines, "open": [one]}
    proposal.save()
    return proposal


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desktop"])
def test_why_is_read_with_the_keyboard(
    open_page: Open, cast: Cast, explained: PlanningRun, size: tuple[int, int]
) -> None:
    page = open_page(f"/planner/plan/{explained.pk}/", as_=cast.pia, size=size)
    why = page.get_by_text("Waarom?").first
    why.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Fatima komt daarna; ertegen: ring").first).to_be_visible()
    page.get_by_text("Waarom niet?").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Mist alleen dit: 2 geen geldige VOG.")).to_be_visible()
    assert findings(page) == []


@WITH_AND_WITHOUT
def test_a_series_is_looked_at_made_and_published(
    open_page: Open, cast: Cast, javascript: bool
) -> None:
    make_shift(cast.vlinder, day=MONDAY - timedelta(days=14))  # so that VIG is a function
    where = f"?team={cast.vlinder.pk}&day={MONDAY.isoformat()}"
    page = open_page(
        f"/planner/shift/series/{where}", as_=cast.pia, size=DESK, javascript=javascript
    )
    page.get_by_label("Van", exact=True).fill("23:00")
    page.get_by_label("Tot", exact=True).fill("07:15")
    page.get_by_label("ma", exact=True).check()
    page.get_by_label("wo", exact=True).check()
    page.get_by_label("Tot en met").fill((MONDAY + timedelta(days=13)).isoformat())
    page.get_by_role("button", name="Bekijk de dagen").click()
    expect(page.get_by_role("heading", name="4 diensten")).to_be_visible()
    if javascript:
        assert findings(page) == []
    page.get_by_role("button", name="Bewaar ze als concept").click()
    expect(page.get_by_role("status").first).to_contain_text("4 diensten zijn gemaakt.")
    page.get_by_role("link", name="Publiceer 2 diensten").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Publiceer diensten")
    page.get_by_role("button", name="Publiceer").click()
    expect(page.get_by_role("status").first).to_contain_text("2 diensten staan open.")
    assert Shift.objects.filter(state="published", starts_at__gt=NOW).count() == 2
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.get_by_role("status").first).to_contain_text("Ongedaan gemaakt")
    assert not Shift.objects.filter(state="published", starts_at__gt=NOW).exists()


def test_a_column_is_corrected_without_any_script(
    open_page: Open, cast: Cast, tmp_path: Path
) -> None:
    make_shift(cast.vlinder, day=MONDAY - timedelta(days=14))
    file = tmp_path / "diensten.csv"
    file.write_text(
        "Dienstnr;Locatie;Afdeling;Datum;Van;Tot;Wie dan wel\n"
        "D1;De Linde;PG Vlinder;23-11-2026;07:00;15:30;VIG\n"
    )
    page = open_page("/planner/import/", as_=cast.pia, size=PHONE, javascript=False)
    page.get_by_label("Bestand").set_input_files(file)
    page.get_by_label("Wat staat erin").select_option(label="diensten")
    page.get_by_role("button", name="Bekijk wat erin staat").click()
    page.get_by_label("Functie (nodig)").select_option(label="Wie dan wel")
    page.get_by_role("button", name="Controleer opnieuw").click()
    page.get_by_role("button", name="Lees 1 regel in").click()
    expect(page.get_by_text("Ingelezen: 1 nieuw")).to_be_visible()
    assert Shift.objects.filter(source_key="D1").count() == 1


def test_a_shift_is_cancelled_with_its_consequences_seen(open_page: Open, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    page = open_page(f"/planner/shift/{shift.pk}/", as_=cast.pia, size=PHONE)
    page.get_by_role("button", name="Zet in Niels").click()
    page.get_by_role("link", name="Laat vervallen").click()
    expect(page.get_by_text("Niels verliest deze dienst")).to_be_visible()
    page.get_by_label("Reden").fill("kamer gesloten")
    page.get_by_role("button", name="Laat vervallen").click()
    expect(page.get_by_role("status").first).to_contain_text("De dienst is vervallen.")
    expect(page.get_by_text("vervallen").first).to_be_visible()


def test_the_week_prints_on_paper_without_buttons(open_page: Open, cast: Cast) -> None:
    make_night_shift(cast.vlinder)
    path = f"/planner/print/?team={cast.vlinder.pk}&day={MONDAY.isoformat()}"
    page = open_page(path, as_=cast.pia, size=DESK)
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_text("23:00 – di 07:15")).to_be_visible()
