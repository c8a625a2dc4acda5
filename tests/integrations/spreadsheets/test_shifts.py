"""Shifts from a file: understood as planners write them, taken once, refused by row and column."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from factories.identity import make_account, make_planner, signed
from factories.imports import Importer, refusals, workbook
from factories.moments import NOW, period
from factories.organisations import make_organisation, make_team
from factories.skills import make_skill
from flexpool.periods import AMSTERDAM
from rondstroom.integrations.spreadsheets.answer import ImportNotAllowed, UnableToRead
from rondstroom.rooms.demand import actions
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState, SignUp
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.organisations.models import Location, Organisation, Team
from rondstroom.rooms.skills.models import Task
from shared_data import shared

SAMPLE = "samples/open_diensten.csv"
HEADINGS = "Dienstnr;Locatie;Afdeling;Datum;Van;Tot;Pauze (min);Functie;Aantal"
GOOD = "D1;De Linde;PG Vlinder;07-12-2026;07:00;15:30;30;VIG;1"
NIGHT = "D2;De Linde;PG Vlinder;31-12-2026;23:00;07:15;30;VIG;2"


MONDAY_IN_EXCEL = datetime(2026, 12, 7)  # noqa: DTZ001  Excel knows no zones


def lines(*rows: str) -> str:
    return "\n".join((HEADINGS, *rows))


def row_with(**cells: str) -> str:
    """Give a good row with some cells replaced, by heading."""
    names = HEADINGS.split(";")
    good = dict(zip(names, GOOD.split(";"), strict=True))
    return ";".join((good | cells).values())


def test_the_sample_comes_in_without_hand_work(bring_in: Importer) -> None:
    answer = bring_in("shifts", shared(SAMPLE).read_bytes())
    assert (answer.understood, answer.created) == (47, 47)
    assert refusals(answer) == [
        (16, "Datum", "31-02-2026"),
        (29, "Functie", ""),
        (36, "Van", "25:00"),
    ]
    assert answer.created_places == [
        "De Linde", "De Linde / PG Vlinder", "Rijnzicht", "Rijnzicht / IC",
        "De Linde / Somatiek 1", "Rijnzicht / SEH", "Molenpoort", "Molenpoort / Wijkteam Noord",
    ]  # fmt: skip
    assert any("totaalregel (regel 56)" in note for note in answer.notes)
    assert any("lege regel (regel 26)" in note for note in answer.notes)
    assert answer.columns["function"] == "Functie"


def test_the_sample_a_second_time_changes_nothing(bring_in: Importer) -> None:
    content = shared(SAMPLE).read_bytes()
    bring_in("shifts", content)
    before = list(Shift.objects.order_by("pk").values())
    lines_before = Entry.objects.count()
    again = bring_in("shifts", content)
    assert (again.understood, again.created, again.updated, again.unchanged) == (47, 0, 0, 47)
    assert again.created_places == []
    assert list(Shift.objects.order_by("pk").values()) == before
    assert Entry.objects.count() == lines_before


def test_the_sample_holds_what_it_says(bring_in: Importer) -> None:
    bring_in("shifts", shared(SAMPLE).read_bytes())
    night = Shift.objects.get(source_key="D100000")
    expected = period(date(2027, 1, 3), "23:00", "07:15")
    assert (night.starts_at, night.ends_at) == (expected.starts_at, expected.ends_at)
    assert night.remarks == "éénpersoonsbezetting"
    assert night.team.location.name == "De Linde"
    assert night.function is not None
    assert (night.function.code, night.break_minutes, night.reason) == ("VIG", 30, "ziekte")
    assert night.state == ShiftState.PUBLISHED
    assert Shift.objects.get(source_key="D100014").places == 2


def test_a_trial_answers_the_same_and_writes_nothing(bring_in: Importer) -> None:
    content = shared(SAMPLE).read_bytes()
    trial = bring_in("shifts", content, dry_run=True)
    assert Shift.objects.count() == 0
    assert Location.objects.count() == 0
    real = bring_in("shifts", content)
    expected = real.as_json() | {"dry_run": True}
    assert trial.as_json() == expected
    assert trial.preview == real.preview


def test_a_changed_row_changes_the_shift(bring_in: Importer) -> None:
    bring_in("shifts", lines(GOOD, NIGHT))
    answer = bring_in("shifts", lines(row_with(Tot="16:00", Aantal="3", Functie="VP4"), NIGHT))
    assert (answer.created, answer.updated, answer.unchanged) == (0, 1, 1)
    changed = Shift.objects.get(source_key="D1")
    assert changed.ends_at.astimezone(AMSTERDAM).time() == time(16)
    assert changed.function is not None
    assert (changed.places, changed.function.code) == (3, "VP4")


def test_a_row_moves_to_another_team(bring_in: Importer) -> None:
    bring_in("shifts", lines(GOOD))
    answer = bring_in("shifts", lines(row_with(Afdeling="PG Libelle")))
    assert (answer.updated, answer.created_places) == (1, ["De Linde / PG Libelle"])
    assert Shift.objects.get(source_key="D1").team.name == "PG Libelle"


def test_a_column_that_is_not_there_changes_nothing(bring_in: Importer) -> None:
    bring_in("shifts", lines(row_with(Aantal="4")))
    bare = (
        "Dienstnr;Locatie;Afdeling;Datum;Van;Tot;Functie\n"
        "D1;De Linde;PG Vlinder;7/12/26;7.00;1530;vig"
    )
    assert bring_in("shifts", bare).unchanged == 1
    assert Shift.objects.get(source_key="D1").places == 4


@pytest.mark.parametrize(
    ("cells", "column", "why"),
    [
        ({"Datum": ""}, "Datum", "ontbreekt"),
        ({"Datum": "31-02-2026"}, "Datum", "bestaat niet"),
        ({"Datum": "12/31/2026"}, "Datum", "bestaat niet"),
        ({"Datum": "di 07-12-2026"}, "Datum", "is een maandag"),
        ({"Datum": "07-12-1026"}, "Datum", "jaar"),
        ({"Van": "25:00"}, "Van", "klok"),
        ({"Van": "7:61"}, "Van", "klok"),
        ({"Tot": "einde"}, "Tot", "geen tijd"),
        ({"Tot": "07:00"}, "Tot", "gelijk"),
        ({"Functie": ""}, "Functie", "ontbreekt"),
        ({"Functie": "VIGG"}, "Functie", "VIG"),
        ({"Aantal": "0"}, "Aantal", "1 tot en met 99"),
        ({"Aantal": "1,5"}, "Aantal", "heel getal"),
        ({"Aantal": "twee"}, "Aantal", "getal"),
        ({"Pauze (min)": "600"}, "Pauze (min)", "lang"),
        ({"Pauze (min)": "kort"}, "Pauze (min)", "getal"),
        ({"Afdeling": "x" * 121}, "Afdeling", "langer dan 120"),
        ({"Locatie": "", "Afdeling": ""}, "Locatie", "ontbreken"),
        ({"Datum": "29-03-2026", "Van": "02:30"}, "Van", "klok"),
        ({"Datum": "28-03-2026", "Van": "22:00", "Tot": "02:30"}, "Tot", "klok"),
    ],
)
def test_a_bad_cell_is_named_and_blocks_no_other_row(
    bring_in: Importer, cells: dict[str, str], column: str, why: str
) -> None:
    answer = bring_in("shifts", lines(row_with(Dienstnr="D0", **cells), NIGHT))
    assert (answer.created, [one.row for one in answer.rejected]) == (1, [2])
    assert answer.rejected[0].column == column
    assert why in answer.rejected[0].why
    assert Shift.objects.get().source_key == "D2"


def test_every_bad_cell_of_a_row_is_named(bring_in: Importer) -> None:
    answer = bring_in("shifts", lines(row_with(Datum="morgen", Functie="tovenaar", Aantal="-1")))
    assert [one.column for one in answer.rejected] == ["Datum", "Functie", "Aantal"]


def test_the_same_number_twice_in_a_file_is_taken_once(bring_in: Importer) -> None:
    answer = bring_in("shifts", lines(GOOD, row_with(Aantal="2")))
    assert answer.created == 1
    assert refusals(answer) == [(3, "Dienstnr", "D1")]
    assert "regel 2" in answer.rejected[0].why
    assert Shift.objects.get().places == 1


def test_shifts_without_a_number_are_known_by_what_they_are(bring_in: Importer) -> None:
    content = "\n".join(line.partition(";")[2] for line in (HEADINGS, GOOD, GOOD, NIGHT))
    first = bring_in("shifts", content)
    assert (first.created, Shift.objects.count()) == (3, 3)
    assert any("Zonder nummer" in note for note in first.notes)
    assert bring_in("shifts", content).unchanged == 3


def test_a_shift_that_lapsed_here_is_not_revived_by_a_file(bring_in: Importer) -> None:
    bring_in("shifts", lines(GOOD))
    actions.cancel_shift(shift=Shift.objects.get(), reason="gesloten", **signed())
    answer = bring_in("shifts", lines(GOOD))
    assert refusals(answer) == [(2, "Dienstnr", "D1")]
    assert Shift.objects.get().state == ShiftState.CANCELLED


def test_the_file_may_say_the_state(bring_in: Importer) -> None:
    def with_state(word: str) -> str:
        return f"{HEADINGS};Status\n{GOOD};{word}"

    def state() -> str:
        return Shift.objects.get().state

    assert bring_in("shifts", with_state("vervallen")).unchanged == 1
    assert Shift.objects.count() == 0
    assert (bring_in("shifts", with_state("concept")).created, state()) == (1, ShiftState.DRAFT)
    assert (bring_in("shifts", with_state("open")).updated, state()) == (1, ShiftState.PUBLISHED)
    assert (bring_in("shifts", with_state("concept")).updated, state()) == (1, ShiftState.DRAFT)
    assert (bring_in("shifts", with_state("")).unchanged, state()) == (1, ShiftState.DRAFT)
    assert (bring_in("shifts", with_state("vervallen")).updated, state()) == (1, "cancelled")
    assert bring_in("shifts", with_state("vervallen")).unchanged == 1
    assert "vervallen" in bring_in("shifts", with_state("ingevuld")).rejected[0].why


def test_drafts_can_be_asked_for(bring_in: Importer) -> None:
    bring_in("shifts", lines(GOOD), state=ShiftState.DRAFT)
    assert Shift.objects.get().state == ShiftState.DRAFT


def test_skills_and_sign_up_are_read(bring_in: Importer) -> None:
    make_skill("INJ", "Injecteren")
    make_skill("KAT", "Katheter")
    content = f"{HEADINGS};Bekwaamheden;Aanmelden\n{GOOD};inj, Katheter;direct boeken"
    assert bring_in("shifts", content).created == 1
    shift = Shift.objects.get()
    assert {one.code for one in shift.skills.all()} == {"INJ", "KAT"}
    assert shift.sign_up == SignUp.INSTANT
    assert bring_in("shifts", content).unchanged == 1
    assert bring_in("shifts", content.replace("inj, ", "")).updated == 1
    assert [one.code for one in shift.skills.all()] == ["KAT"]
    unknown = bring_in("shifts", content.replace("inj", "jongleren"))
    assert "jongleren" in unknown.rejected[0].why
    assert "Injecteren" in unknown.rejected[0].why


@pytest.mark.parametrize(
    ("word", "sign_up"), [("ja", SignUp.INSTANT), ("nee", SignUp.REQUEST), ("", SignUp.REQUEST)]
)
def test_instant_booking_may_be_yes_or_no(bring_in: Importer, word: str, sign_up: SignUp) -> None:
    bring_in("shifts", f"{HEADINGS};Direct boeken\n{GOOD};{word}")
    assert Shift.objects.get().sign_up == sign_up


def test_start_and_end_may_hold_the_day(bring_in: Importer) -> None:
    content = (
        "Dienstnummer;Team;Begin;Einde;Functie\n"
        "D1;PG Vlinder;07-12-2026 23:00;08-12-2026 07:15;VIG\n"
        "D2;PG Vlinder;23:00;07:15;VIG"
    )
    answer = bring_in("shifts", content)
    expected = period(date(2026, 12, 7), "23:00", "07:15")
    assert Shift.objects.get().ends_at == expected.ends_at
    assert refusals(answer) == [(3, "Begin", "23:00")]


def test_one_cell_may_hold_both_times(bring_in: Importer) -> None:
    content = (
        "Nr;Team;Dag;Tijd;Functie\n1;PG;7 december 2026;07:00 - 15:30;VIG\n2;PG;ma 7-12-26;7;VIG"
    )
    answer = bring_in("shifts", content)
    assert Shift.objects.get().ends_at.astimezone(AMSTERDAM).time() == time(15, 30)
    assert [(one.row, one.column) for one in answer.rejected] == [(3, "Tijd")]


def test_an_end_date_is_believed_up_to_a_day(bring_in: Importer) -> None:
    content = (
        "Nr;Team;Datum;Van;Einddatum;Tot;Functie\n"
        "1;PG;07-12-2026;09:00;08-12-2026;09:00;VIG\n"
        "2;PG;07-12-2026;09:00;09-12-2026;10:00;VIG\n"
        "3;PG;07-12-2026;09:00;06-12-2026;10:00;VIG"
    )
    answer = bring_in("shifts", content)
    shift = Shift.objects.get()
    assert shift.ends_at - shift.starts_at == timedelta(hours=24)
    assert [one.row for one in answer.rejected] == [3, 4]


def test_a_team_without_a_location_is_found_where_it_is(
    bring_in: Importer, linde: Organisation
) -> None:
    make_team("PG Vlinder", linde)
    content = "Nr;Afdeling;Datum;Van;Tot;Functie\n1;pg vlinder;07-12-2026;07:00;15:30;VIG"
    assert bring_in("shifts", content).created_places == []
    assert Team.objects.count() == 1


def test_a_team_at_two_locations_needs_the_location(bring_in: Importer) -> None:
    bring_in("shifts", lines(GOOD, row_with(Dienstnr="D2", Locatie="De Esdoorn")))
    content = "Nr;Afdeling;Datum;Van;Tot;Functie\n1;PG Vlinder;07-12-2026;07:00;15:30;VIG"
    answer = bring_in("shifts", content)
    assert refusals(answer) == [(2, "Afdeling", "PG Vlinder")]
    assert "De Esdoorn, De Linde" in answer.rejected[0].why


def test_excel_keeps_dates_times_and_numbers(bring_in: Importer) -> None:
    content = workbook(
        ["Openstaande diensten"],
        ["Dienstnr", "Locatie", "Afdeling", "Datum", "Van", "Tot", "Pauze", "Functie", "Aantal"],
        [10, "De Linde", "PG", MONDAY_IN_EXCEL, time(23), time(7, 15), 30, "VIG", 2.0],
        [11, "De Linde", "PG", date(2026, 12, 8), 0.291666667, 0.6458333, time(0, 30), "VIG", None],
        [12, "De Linde", "PG", 46364, "0700", 1530, None, "VIG", 1],
        [13, "De Linde", "PG", "=A1", time(7), time(15), 0, "VIG", 1],
    )
    answer = bring_in("shifts", content, "diensten.xlsx")
    assert answer.created == 3
    assert [(one.row, one.column) for one in answer.rejected] == [(6, "Datum")]
    starts = [one.starts_at.astimezone(AMSTERDAM) for one in Shift.objects.order_by("source_key")]
    assert [f"{one:%d %H:%M}" for one in starts] == ["07 23:00", "08 07:00", "08 07:00"]
    assert {one.source_key for one in Shift.objects.all()} == {"10", "11", "12"}


def test_every_sheet_with_headings_comes_in(bring_in: Importer) -> None:
    headings = ["Nr", "Team", "Datum", "Van", "Tot", "Functie"]
    content = workbook(
        Uitleg=[["Lees dit eerst"]],
        Week50=[headings, ["1", "PG", "07-12-2026", "07:00", "15:30", "VIG"]],
        Week51=[headings, ["2", "PG", "14-13-2026", "07:00", "15:30", "VIG"]],
    )
    answer = bring_in("shifts", content)
    assert answer.created == 1
    assert refusals(answer) == [(2, "Datum (Week51)", "14-13-2026")]
    assert any("Uitleg" in note for note in answer.notes)


def test_a_sheet_without_what_is_needed_is_passed_over(bring_in: Importer) -> None:
    headings = ["Nr", "Team", "Datum", "Van", "Tot", "Functie"]
    content = workbook(
        Overzicht=[["Functie", "Aantal"], ["VIG", 12]],
        Diensten=[headings, ["1", "PG", "07-12-2026", "07:00", "15:30", "VIG"]],
    )
    answer = bring_in("shifts", content)
    assert (answer.created, answer.rejected) == (1, [])
    assert any("Overzicht" in note and "“Datum” of “Van”" in note for note in answer.notes)


@pytest.mark.parametrize(
    "text",
    ["VIG", "vig", "Verzorgende IG", "verzorgende-ig", "Verzorgende IG (VIG)", "Carer (VIG)"],
)
def test_a_function_has_many_names(bring_in: Importer, text: str) -> None:
    bring_in("shifts", lines(row_with(Functie=text)))
    function = Shift.objects.get().function
    assert function is not None
    assert function.code == "VIG"


def test_an_outsider_and_the_planner_of_another_organisation_may_not(bring_in: Importer) -> None:
    elsewhere = make_planner(make_organisation("Molenpoort"), "Bas")
    for stranger in (make_account("Otto"), elsewhere):
        with pytest.raises(ImportNotAllowed, match="De Linde"):
            bring_in("shifts", lines(GOOD), by=stranger)
    assert Shift.objects.count() == 0


def test_the_machine_may(bring_in: Importer) -> None:
    assert bring_in("shifts", lines(GOOD), by=signed()["by"]).created == 1


def test_the_journal_names_who_brought_them_in(bring_in: Importer) -> None:
    bring_in("shifts", lines(GOOD, NIGHT))
    made = Entry.objects.filter(event="demand.shift.created")
    assert {one.actor_name for one in made} == {"Pia"}
    assert made.count() == 2


def test_a_person_may_say_which_column_is_what(bring_in: Importer) -> None:
    content = "Nr;Team;Datum;Van;Tot;Wie;Niveau\n1;PG;07-12-2026;07:00;15:30;VIG;hoog"
    assert bring_in("shifts", content).rejected[0].column == "Niveau"
    answer = bring_in("shifts", content, columns={"function": "wie"})
    assert (answer.created, answer.columns["function"]) == (1, "Wie")
    assert any("Niveau" in note for note in answer.notes)
    with pytest.raises(UnableToRead, match=r"Iemand.*Wel: Nr, Team"):
        bring_in("shifts", content, columns={"function": "Iemand"})


def test_a_missing_column_is_asked_for(bring_in: Importer) -> None:
    with pytest.raises(UnableToRead, match="Functie"):
        bring_in("shifts", "Nr;Team;Datum;Van;Tot\n1;PG;07-12-2026;07:00;15:30")
    with pytest.raises(UnableToRead, match="“Datum” of “Van”"):
        bring_in("shifts", "Nr;Team;Tot;Functie\n1;PG;15:30;VIG")


def test_past_shifts_are_told(bring_in: Importer) -> None:
    answer = bring_in("shifts", lines(row_with(Datum="01-06-2026")), at=NOW)
    assert answer.created == 1
    assert any("Al begonnen" in note for note in answer.notes)


def test_a_workers_file_brought_in_as_shifts_is_recognised(bring_in: Importer) -> None:
    content: Any = shared("samples/medewerkers.csv").read_bytes()
    with pytest.raises(UnableToRead, match="medewerkers"):
        bring_in("shifts", content)


def test_a_shift_that_was_cut_here_stays_cut(bring_in: Importer) -> None:
    bring_in("shifts", lines(GOOD))
    shift = Shift.objects.get()
    cut = datetime(2026, 12, 7, 11, tzinfo=AMSTERDAM)
    actions.split_shift(shift=shift, cut_at=cut, **signed())
    assert bring_in("shifts", lines(GOOD)).unchanged == 1
    shift.refresh_from_db()
    assert shift.ends_at == cut
    later = bring_in("shifts", lines(row_with(Tot="16:00")))
    shift.refresh_from_db()
    assert (later.updated, f"{shift.ends_at.astimezone(AMSTERDAM):%H:%M}") == (1, "16:00")


def test_tasks_come_in_by_code_or_name_and_ask_their_skills(bring_in: Importer) -> None:
    wash = Task.objects.create(code="wassen", name="Helpen met wassen")
    wash.skills.add(make_skill("adl"))
    Task.objects.create(code="koken", name="Koken")
    told = f"{HEADINGS};Taken\n{GOOD};Koken, wassen"
    assert bring_in("shifts", told).created == 1
    shift = Shift.objects.get()
    assert [one["code"] for one in shift.tasks] == ["koken", "wassen"]
    assert [one.code for one in shift.skills.all()] == ["adl"]
    assert bring_in("shifts", told).unchanged == 1
    [refused] = bring_in("shifts", told.replace("Koken", "vliegen")).rejected
    assert (refused.column, refused.why[:29]) == ("Taken", "Taak “vliegen” staat niet in ")
    assert bring_in("shifts", lines(GOOD)).unchanged == 1  # no column: the tasks stay
