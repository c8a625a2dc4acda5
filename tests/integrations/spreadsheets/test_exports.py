"""What leaves comes in again without loss, and no cell of it can hurt."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.utils.translation import override

from factories.demand import make_night_shift, make_shift
from factories.identity import make_account, make_planner, signed
from factories.imports import Importer
from factories.organisations import make_organisation, make_pool, make_team
from factories.people import make_engagement, make_worker, say
from factories.skills import make_skill
from rondstroom.integrations.spreadsheets.exports import (
    ExportNotAllowed,
    export_roster,
    export_shifts,
    export_workers,
)
from rondstroom.integrations.spreadsheets.exports.file import Page, as_csv, as_workbook, harmless
from rondstroom.integrations.spreadsheets.reading import as_text, read_file
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState, SignUp
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.organisations.models import Organisation
from rondstroom.rooms.people.models import Availability, Engagement
from rondstroom.rooms.people.states import DayPart, EngagementForm, Wish
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.skills.models import Proof
from shared_data import shared

FIRST, LAST = date(2026, 12, 7), date(2027, 1, 3)
FORMATS = ["csv", "xlsx"]
Export = Callable[..., bytes]
FORMULAS = ["=1+1", "+31 6", "-5", "@SUM(A1)", "\t=1", "'=1", "''=1"]


@pytest.fixture
def export(linde: Organisation, planner: Account) -> Export:
    """Give the export of De Linde by its planner, over the days of the samples."""
    doors = {"shifts": export_shifts, "workers": export_workers, "roster": export_roster}

    def run(kind: str, file_format: str, **options: Any) -> bytes:
        options = {
            "organisation": linde, "by": planner, "starts_on": FIRST, "ends_on": LAST
        } | options  # fmt: skip
        return doors[kind](file_format=file_format, **options).content

    return run


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize(
    ("kind", "name", "count"),
    [
        ("shifts", "open_diensten.csv", 47),
        ("workers", "medewerkers.csv", 8),
        ("roster", "rooster_grid.tsv", 94),
    ],
)
def test_the_samples_go_round(
    bring_in: Importer, export: Export, kind: str, name: str, count: int, file_format: str
) -> None:
    bring_in(kind, shared(f"samples/{name}").read_bytes())
    answer = bring_in(kind, export(kind, file_format), f"terug.{file_format}")
    assert (answer.understood, answer.unchanged) == (count, count)
    assert (answer.rejected, answer.created_places) == ([], [])


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("shifts", "open_diensten.csv"),
        ("workers", "medewerkers.csv"),
        ("roster", "rooster_grid.tsv"),
    ],
)
def test_the_samples_move_house(
    bring_in: Importer, export: Export, kind: str, name: str, file_format: str
) -> None:
    """What leaves one organisation is the same again where it comes in, and leaves the same."""
    bring_in(kind, shared(f"samples/{name}").read_bytes())
    elsewhere = make_organisation("Nieuwe Linde")
    content = export(kind, file_format)
    moved = bring_in(kind, content, organisation=elsewhere, by=make_planner(elsewhere, "Noor"))
    assert moved.rejected == []
    again = export(kind, file_format, organisation=elsewhere, by=signed()["by"])
    assert cells_of(again) == cells_of(content)


def cells_of(content: bytes) -> list[tuple[str, ...]]:
    """Give the rows of a file without their blanks, as text, in no order of keys."""
    rows = [row.texts for sheet in read_file(content) for row in sheet.rows if not row.is_blank]
    return sorted(tuple(text for text in row if text) for row in rows)


@pytest.mark.parametrize("file_format", FORMATS)
def test_every_side_of_a_shift_goes_round(
    bring_in: Importer, export: Export, linde: Organisation, file_format: str
) -> None:
    team = make_team("PG Vlinder", linde)
    make_skill("INJ", "Injecteren")
    make_shift(team, day=FIRST, places=3, skills=["INJ"], sign_up=SignUp.INSTANT, reason="ziekte")
    make_shift(team, day=FIRST, state=ShiftState.DRAFT, remarks="eerste regel\ntweede; regel")
    make_shift(team, day=FIRST, function="", remarks="=HYPERLINK(1)")
    make_shift(team, day=FIRST, start="00:00", end="00:00", break_minutes=0, source_key="D+1")
    make_night_shift(team, day=LAST)
    before = list(Shift.objects.order_by("pk").values())
    answer = bring_in("shifts", export("shifts", file_format))
    assert (answer.unchanged, answer.rejected) == (5, [])
    assert list(Shift.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("file_format", FORMATS)
def test_every_side_of_a_worker_goes_round(
    bring_in: Importer, export: Export, linde: Organisation, file_format: str
) -> None:
    team = make_team("PG Vlinder", linde)
    make_worker("Aylin", team=team, minutes_per_week=24 * 60 + 20, email="a@voorbeeld.invalid")
    for number, form in enumerate(EngagementForm):
        worker = make_worker(f"Berend {number}", function="VP4", organisation=linde, form=form)
        make_engagement(worker, make_organisation("Molenpoort"))
    ended = make_worker("Carla", function="", with_account=False)
    Engagement.objects.filter(worker=ended).update(ends_on=date(2026, 12, 31))
    proofs, engagements = Proof.objects.count(), list(Engagement.objects.order_by("pk").values())
    answer = bring_in("workers", export("workers", file_format))
    assert (answer.unchanged, answer.rejected) == (2 + len(EngagementForm), [])
    assert Proof.objects.count() == proofs
    assert list(Engagement.objects.order_by("pk").values()) == engagements


@pytest.mark.parametrize("kind", ["shifts", "workers", "roster"])
def test_an_english_reader_gets_a_file_that_comes_in_again(
    bring_in: Importer, export: Export, linde: Organisation, kind: str
) -> None:
    """Words in files are Dutch, whatever the language of the screen."""
    team = make_team("PG Vlinder", linde)
    aylin = make_worker("Aylin", team=team, form=EngagementForm.SECONDED)
    shift = make_shift(team, day=FIRST, sign_up=SignUp.INSTANT)
    rosters.assign(worker=aylin, shift=shift, **signed())
    dutch = export(kind, "csv")
    with override("en"):
        english = export(kind, "csv")
        answer = bring_in(kind, english)
    assert english == dutch
    assert (answer.unchanged, answer.rejected) == (1, [])


def test_who_left_before_is_left_out(export: Export, linde: Organisation) -> None:
    worker = make_worker("Carla", organisation=linde)
    Engagement.objects.filter(worker=worker).update(ends_on=FIRST)
    assert len(rows_of(export("workers", "csv"))) == 1


@pytest.mark.parametrize("file_format", FORMATS)
def test_every_side_of_a_roster_goes_round(
    bring_in: Importer, export: Export, linde: Organisation, file_format: str
) -> None:
    vlinder, somatiek = make_team("PG Vlinder", linde), make_team("Unit 20-30", linde)
    aylin, berend = make_worker("Aylin", team=vlinder), make_worker("Berend", team=somatiek)
    early = make_shift(vlinder, day=FIRST, start="07:00", end="11:00", break_minutes=0)
    late = make_shift(vlinder, day=FIRST, start="17:00", end="21:00", break_minutes=15)
    whole = make_shift(somatiek, day=FIRST, start="08:00", end="08:00", function="")
    night = make_night_shift(somatiek, day=date(2026, 12, 31))
    for worker, shift in [(aylin, early), (aylin, late), (berend, whole), (berend, night)]:
        rosters.assign(worker=worker, shift=shift, override_reason="proef", **signed())
    say(aylin, {(date(2026, 12, 24), part): Wish.UNAVAILABLE for part in DayPart})
    say(berend, {(date(2026, 12, 24), DayPart.DAY): Wish.UNAVAILABLE})
    before = list(Assignment.objects.order_by("pk").values())
    answer = bring_in("roster", export("roster", file_format))
    assert (answer.unchanged, answer.created, answer.rejected) == (5, 0, [])
    assert list(Assignment.objects.order_by("pk").values()) == before
    assert Availability.objects.count() == 4


def test_one_team_can_leave_alone(export: Export, linde: Organisation) -> None:
    make_worker("Aylin", team=make_team("PG Vlinder", linde))
    make_worker("Berend", team=make_team("Somatiek", linde))
    told = str(rows_of(export("roster", "csv", team="somatiek")))
    assert "Berend" in told
    assert "Aylin" not in told


def test_colleagues_from_the_pool_are_told_and_not_written(linde: Organisation) -> None:
    """They have no number here, so a file that named them would make them anew."""
    molenpoort = make_organisation("Molenpoort")
    make_pool(linde, molenpoort)
    fatima = make_worker("Fatima", organisation=molenpoort)
    shift = make_shift(make_team("PG Vlinder", linde), day=FIRST)
    rosters.assign(worker=fatima, shift=shift, override_reason="proef", **signed())
    done = export_roster(
        organisation=linde, starts_on=FIRST, ends_on=LAST, file_format="csv", **by_machine()
    )
    assert b"Fatima" not in done.content
    assert "pool zonder nummer hier: 1" in done.notes[0]


def by_machine() -> dict[str, Account]:
    return {"by": signed()["by"]}


@pytest.mark.parametrize("kind", ["shifts", "workers", "roster"])
def test_strangers_may_not(export: Export, kind: str) -> None:
    bas = make_planner(make_organisation("Molenpoort"), "Bas")
    for stranger in (make_account("Otto"), bas):
        with pytest.raises(ExportNotAllowed, match=stranger.name):
            export(kind, "csv", by=stranger)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_becomes_a_formula(text: str) -> None:
    disarmed = harmless(text)
    assert isinstance(disarmed, str)
    assert disarmed.startswith("'")
    assert as_text(disarmed) == text.strip()


@pytest.mark.parametrize("text", ["gewoon", "5-3", "a=b", "'s avonds", "'t Hof", ""])
def test_other_text_leaves_as_it_is(text: str) -> None:
    assert harmless(text) == text
    assert as_text(text) == text


def test_excel_gets_text_and_no_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_workbook([Page("P", [FORMULAS])])))
    kinds = {cell.data_type for row in book["P"].iter_rows() for cell in row}
    assert kinds == {"s"}


def test_no_number_of_a_worker_becomes_a_formula(
    bring_in: Importer, export: Export, linde: Organisation
) -> None:
    worker = make_worker("=cmd|' /C calc'!A0", organisation=linde)
    Engagement.objects.filter(worker=worker).update(personnel_number="-1+1")
    content = export("workers", "csv")
    assert rows_of(content)[1][:2] == ["'-1+1", "'=cmd|' /C calc'!A0"]
    assert bring_in("workers", content).unchanged == 1


def test_sheet_names_are_such_as_excel_allows() -> None:
    pages = [Page(name, [["x"]]) for name in ("A/B [1]", "a/b [1]", "x" * 40, "x" * 41, "'")]
    book = openpyxl.load_workbook(io.BytesIO(as_workbook(pages)))
    assert len({name.lower() for name in book.sheetnames}) == 5
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_characters_that_excel_cannot_hold_are_left_out() -> None:
    assert read_file(as_workbook([Page("P", [["a\x0bb"]])]))[0].rows[0].texts == ("ab",)


def test_csv_opens_in_dutch_excel() -> None:
    content = as_csv([Page("P", [["é", date(2026, 12, 7)]])])
    assert content == "é;07-12-2026\r\n".encode("utf-8-sig")
