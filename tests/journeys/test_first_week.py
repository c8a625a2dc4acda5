"""The main job, from open shifts in a file to a lawful roster that everybody knows.

A planner brings in a file, a worker books on a phone, the engine plans the rest, the planner
decides and publishes, and the working-time check of the roster is clean.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from typer.testing import CliRunner

from factories.moments import MONDAY
from factories.people import make_worker
from journeys.conftest import DESK, PHONE
from journeys.looking import findings
from people import Cast
from rondstroom.cli.main import app
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries as roster_queries
from rondstroom.rooms.rosters.models import Assignment, PlanningRun, RosterPeriod

pytestmark = pytest.mark.journey
Open = Callable[..., Page]
DAYS = [MONDAY + timedelta(days=n) for n in range(7)]
SUNDAY = DAYS[-1]
HEAD = "Dienstnr;Locatie;Afdeling;Datum;Van;Tot;Pauze (min);Functie;Aantal;Reden;Aanmelden"


def rows() -> list[str]:
    """Give a day shift and a night shift for every day of the week."""
    place = "De Linde;PG Vlinder"
    kinds = [("V", "07:00;15:30;30;VIG;2;vacature;aanvragen")]
    kinds += [("N", "23:00;07:15;30;VIG;1;ziekte;direct boeken")]
    return [f"{code}{day:%d};{place};{day:%d-%m-%Y};{rest}" for code, rest in kinds for day in DAYS]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a file as a planner's own system writes it: titles, a blank line, a bad row, a total."""
    bad = "X1;De Linde;PG Vlinder;31-11-2026;07:00;15:30;30;VIG;1;coördinatie;aanvragen"
    lines = ["Openstaande diensten;;", ";;", HEAD, *rows(), bad, f"Totaal;{len(rows()) + 1};"]
    written = tmp_path / "open diensten week 48.csv"
    written.write_bytes("\r\n".join(lines).encode("cp1252"))
    return written


@pytest.fixture
def team(cast: Cast) -> Cast:
    """Give PG Vlinder five colleagues more."""
    for name in ("Anna", "Bert", "Cor", "Dina", "Eva"):
        make_worker(name, team=cast.vlinder, minutes_per_week=32 * 60, with_account=False)
    return cast


def bring_in(page: Page, file: Path) -> None:
    """Look at the file, see what cannot, bring the rest in; the second time nothing changes."""
    page.get_by_label("Bestand").set_input_files(file)
    page.get_by_role("button", name="Bekijk wat erin staat").click()
    expect(page.get_by_role("row", name="18 Datum 31-11-2026")).to_be_visible()
    assert findings(page) == []
    assert not Shift.objects.exists()
    page.get_by_role("button", name="Lees 14 regels in").click()
    expect(page.get_by_text("Ingelezen: 14 nieuw")).to_be_visible()
    page.get_by_role("link", name="Nog een bestand").click()
    page.get_by_label("Bestand").set_input_files(file)
    page.get_by_role("button", name="Bekijk wat erin staat").click()
    expect(page.get_by_text("Er verandert niets")).to_be_visible()
    assert Shift.objects.count() == 14


def book(page: Page) -> None:
    """Book the first night on a phone."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Diensten die je kunt werken")
    page.get_by_role("button", name="Boek deze dienst").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je bent geboekt")
    assert findings(page) == []


def plan_the_rest(page: Page) -> PlanningRun:
    """Ask the engine for the week, let it work, and take over what it proposes."""
    page.get_by_label("Voor", exact=True).select_option(label="De Linde, PG Vlinder")
    page.get_by_label("Van", exact=True).fill(MONDAY.isoformat())
    page.get_by_label("Tot en met").fill(SUNDAY.isoformat())
    page.get_by_label("Hoe lang zoeken").select_option(value="10")
    page.get_by_role("button", name="Zoek een rooster").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Zoekt een rooster")
    assert findings(page) == []
    run = rosters.perform_plan(PlanningRun.objects.get().pk)
    assert (run.state, run.failure) == ("proposed", "")
    # The page asks by itself how far it is, and shows the proposal.
    expect(page.get_by_role("heading", level=1)).to_have_text("Voorstel voor het rooster")
    assert findings(page) == []
    page.get_by_text("Waarom?").first.click()
    expect(page.get_by_text("eigen team").first).to_be_visible()
    page.get_by_role("button", name="Neem alles over").click()
    expect(page.get_by_role("status").first).to_contain_text("overgenomen")
    return run


def publish(page: Page) -> None:
    """Publish the roster after having seen what the law finds."""
    page.get_by_role("link", name="Publiceer het rooster").click()
    expect(page.get_by_text("Geen enkele regel wordt overtreden.")).to_be_visible()
    assert findings(page) == []
    page.get_by_role("button", name="Publiceer het rooster").click()
    expect(page.get_by_role("status").first).to_contain_text("Het rooster is gepubliceerd.")


def as_roster_file(folder: Path) -> Path:
    """Write all assignments as `rondstroom check` reads them."""
    lines = ["worker,start,end,break_minutes"]
    for row in Assignment.objects.exclude(state="cancelled").select_related("worker", "shift"):
        period = f"{row.starts_at.isoformat()},{row.ends_at.isoformat()}"
        lines.append(f"{row.worker.name},{period},{row.shift.break_minutes}")
    written = folder / "roster.csv"
    written.write_text("\n".join(lines) + "\n")
    return written


def test_from_open_shifts_to_a_published_lawful_roster(
    open_page: Open, team: Cast, file: Path, tmp_path: Path
) -> None:
    desk = open_page("/planner/import/", as_=team.pia, size=DESK)
    bring_in(desk, file)

    book(open_page("/worker/", as_=team.niels.account, size=PHONE))
    assert Assignment.objects.get().worker == team.niels

    week = f"?team={team.vlinder.pk}&day={MONDAY.isoformat()}"
    home = desk.url.split("/planner/")[0]
    desk.goto(f"{home}/planner/plan/{week}")
    run = plan_the_rest(desk)
    taken = Assignment.objects.filter(state="planned").count()
    assert taken >= 15  # of the twenty places that were left
    assert run.result["after"]["findings"] == 0

    desk.goto(f"{home}/planner/week/{week}")
    publish(desk)
    assert set(Assignment.objects.values_list("state", flat=True)) == {"confirmed"}
    period = RosterPeriod.objects.get()
    assert (period.starts_on, period.ends_on, period.published_by) == (MONDAY, SUNDAY, "Pia")

    assert roster_queries.findings_of_team(team.vlinder.pk, MONDAY, SUNDAY) == {}
    checked = CliRunner().invoke(app, ["check", str(as_roster_file(tmp_path))])
    assert checked.exit_code == 0, checked.output

    decided = Entry.objects.filter(event="rosters.assignment.made", actor_name="Pia")
    assert decided.count() == taken
