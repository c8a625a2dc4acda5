"""Which column is what is remembered per source, and a source is known by its headings."""

from __future__ import annotations

import pytest

from factories.imports import Importer, workbook
from factories.moments import NOW
from factories.organisations import make_organisation
from rondstroom.integrations.spreadsheets import remembered
from rondstroom.integrations.spreadsheets.answer import UnableToRead
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.organisations.models import ColumnChoice, Organisation

ODD = "Wat;Waar;Wanneer;Begin om;Klaar om;Wie\n{row}"
ROW = "1;PG;07-12-2026;07:00;15:30;VIG"
COLUMNS = {
    "source_key": "Wat",
    "team": "Waar",
    "date": "Wanneer",
    "starts": "Begin om",
    "ends": "Klaar om",
    "function": "Wie",
}


def test_a_choice_holds_for_the_next_file_without_saying_it(bring_in: Importer) -> None:
    bring_in("shifts", ODD.format(row=ROW), columns=COLUMNS)
    answer = bring_in("shifts", ODD.format(row=ROW.replace("1;PG", "2;PG")))
    assert answer.created == 1
    assert "Kolommen zoals" in answer.notes[0]


def test_without_a_choice_such_a_file_cannot_be_read(bring_in: Importer) -> None:
    with pytest.raises(UnableToRead):
        bring_in("shifts", ODD.format(row=ROW))


def test_titles_order_of_sheets_and_letters_do_not_matter(
    bring_in: Importer, linde: Organisation
) -> None:
    bring_in("shifts", ODD.format(row=ROW), columns=COLUMNS)
    titled = "Export van vandaag\n\n" + ODD.upper().format(ROW="", row="") + ROW
    assert remembered(titled.encode(), organisation=linde)
    book = workbook([*COLUMNS.values()], ["2", "PG", "08-12-2026", "07:00", "15:30", "VIG"])
    assert bring_in("shifts", book).created == 1


def test_other_headings_are_another_source(bring_in: Importer, linde: Organisation) -> None:
    bring_in("shifts", ODD.format(row=ROW), columns=COLUMNS)
    assert remembered(ODD.replace(";Wie", ";Hoe").encode(), organisation=linde) is None


def test_another_organisation_chooses_for_itself(bring_in: Importer) -> None:
    bring_in("shifts", ODD.format(row=ROW), columns=COLUMNS)
    other = make_organisation("De Es")
    assert remembered(ODD.format(row=ROW).encode(), organisation=other) is None


def test_a_trial_keeps_no_choice(bring_in: Importer) -> None:
    bring_in("shifts", ODD.format(row=ROW), columns=COLUMNS, dry_run=True)
    assert not ColumnChoice.objects.exists()


def test_a_file_of_which_nothing_was_taken_keeps_no_choice(bring_in: Importer) -> None:
    bring_in("shifts", ODD.format(row=ROW.replace("VIG", "dokter")), columns=COLUMNS)
    assert not ColumnChoice.objects.exists()


def test_choosing_again_goes_before(bring_in: Importer) -> None:
    both = "Nr;Team;Datum;Van;Tot;Functie;Eerst;Later\n{};PG;07-12-2026;07:00;15:30;VIG;a;b"
    bring_in("shifts", both.format(1), columns={"remarks": "Eerst"})
    bring_in("shifts", both.format(2), columns={"remarks": "Later"})
    bring_in("shifts", both.format(3))
    assert [*Shift.objects.order_by("pk").values_list("remarks", flat=True)] == ["a", "b", "b"]
    assert ColumnChoice.objects.count() == 1


def test_choosing_what_the_machine_guesses_forgets(bring_in: Importer) -> None:
    usual = "Nr;Team;Datum;Van;Tot;Functie;Eerst\n{};PG;07-12-2026;07:00;15:30;VIG;a"
    bring_in("shifts", usual.format(1), columns={"remarks": "Eerst"})
    bring_in("shifts", usual.format(2), columns={"function": "Functie"})
    assert not ColumnChoice.objects.exists()


def test_the_same_choice_is_written_down_once(bring_in: Importer) -> None:
    for number in (1, 2):
        bring_in("shifts", ODD.format(row=ROW.replace("1;PG", f"{number};PG")), columns=COLUMNS)
    [line] = Entry.objects.filter(event="organisations.columns.kept")
    assert line.data["columns"] == COLUMNS
    assert line.at == NOW


def test_a_roster_is_known_next_month_though_its_days_differ(bring_in: Importer) -> None:
    roster = (
        "Rooster PG\nPersnr;Wie;ma {0}-12;di {1}-12;wo {2}-12\nP1;Ada;V;;\n;\n"
        "Legenda;V;07:00-15:30\n"
    )
    first = bring_in("roster", roster.format("07", "08", "09"), columns={"name": "Wie"})
    assert first.created == 1
    second = bring_in("roster", roster.format("14", "15", "16"))
    assert "Kolommen zoals" in " ".join(second.notes)


def test_a_workbook_with_a_sheet_of_other_headings_does_not_use_the_choice(
    bring_in: Importer, linde: Organisation
) -> None:
    heads = ["Nr", "Team", "Datum", "Van", "Tot", "Functie", "Eerst"]
    row = [1, "PG", "07-12-2026", "07:00", "15:30", "VIG", "a"]
    bring_in("shifts", workbook(heads, row), columns={"remarks": "Eerst"})
    assert remembered(workbook(heads, row), organisation=linde)
    other = {"A": [heads, row], "B": [[*heads[:-1], "Later"], [2, *row[1:]]]}
    assert remembered(workbook(**other), organisation=linde) is None
    assert bring_in("shifts", workbook(**other)).created == 1
