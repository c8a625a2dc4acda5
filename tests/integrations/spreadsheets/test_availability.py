"""Availability as a file: by parts of days, for who has no account here, without loss."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from factories.identity import make_account, signed
from factories.imports import Importer, refusals, workbook
from factories.moments import NOW
from factories.organisations import make_organisation
from factories.people import make_engagement, make_worker, say
from rondstroom.integrations.spreadsheets import import_availability, recognise
from rondstroom.integrations.spreadsheets.answer import ImportNotAllowed, UnableToRead
from rondstroom.integrations.spreadsheets.exports import ExportNotAllowed, export_availability
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.organisations.models import Organisation
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people import queries
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, Wish

HEADINGS = "Personeelsnummer;Naam;Datum;Dagdeel;Beschikbaarheid"
DAY, NEXT = date(2026, 12, 7), date(2026, 12, 8)
ALL = tuple(DayPart)


@pytest.fixture
def ada(linde: Organisation) -> Worker:
    """Give somebody of De Linde without an account, number P1."""
    return known_here("Ada", linde, "P1", with_account=False)


@pytest.fixture
def otis(linde: Organisation) -> Worker:
    """Give somebody of De Linde who has an account, number P2."""
    return known_here("Otis", linde, "P2", with_account=True)


def known_here(name: str, house: Organisation, number: str, *, with_account: bool) -> Worker:
    elsewhere = make_organisation("Huis Elders")
    worker = make_worker(name, organisation=elsewhere, with_account=with_account)
    make_engagement(worker, house, personnel_number=number)
    return worker


def lines(*rows: str) -> str:
    return "\n".join((HEADINGS, *rows))


def said(worker: Worker) -> dict[queries.Cell, Wish]:
    """Give all that somebody said."""
    return queries.availability_of(worker.pk, date(2026, 1, 1), date(2028, 1, 1))


@pytest.fixture
def bring(linde: Organisation, planner: Account) -> Importer:
    """Give the import of availability for De Linde: `bring(content)`."""

    def run(content: str | bytes, **options: object) -> object:
        raw = content.encode() if isinstance(content, str) else content
        options = {"organisation": linde, "by": planner, "at": NOW} | options
        return import_availability(raw, "wensen.csv", **options)

    return run


def test_parts_and_wishes_as_people_write_them(bring: Importer, ada: Worker) -> None:
    answer = bring(
        lines(
            "P1;Ada;07-12-2026;dag;beschikbaar",
            "P1;;7 december 2026;Avond;Liever niet",
            "P1;;2026-12-07;nacht;nee",
            "P1;;08-12-2026;;ja",
        )
    )
    assert (answer.created, answer.rejected) == (4, [])
    assert said(ada) == {
        (DAY, DayPart.DAY): Wish.AVAILABLE,
        (DAY, DayPart.EVENING): Wish.RATHER_NOT,
        (DAY, DayPart.NIGHT): Wish.UNAVAILABLE,
        **{(NEXT, part): Wish.AVAILABLE for part in ALL},
    }


def test_a_second_time_nothing_changes_and_a_change_is_one(bring: Importer, ada: Worker) -> None:
    file = lines("P1;Ada;07-12-2026;dag;beschikbaar", "P1;Ada;08-12-2026;;niet")
    bring(file)
    written = Entry.objects.count()
    assert bring(file).unchanged == 2
    assert Entry.objects.count() == written
    changed = bring(file.replace("beschikbaar", "liever niet"))
    assert (changed.updated, changed.unchanged) == (1, 1)
    assert said(ada)[DAY, DayPart.DAY] == Wish.RATHER_NOT


def test_a_person_is_written_down_once_however_many_lines(bring: Importer, ada: Worker) -> None:
    before = Entry.objects.filter(event="people.availability.set").count()
    bring(lines(*(f"P1;Ada;{day:02}-12-2026;dag;ja" for day in range(1, 25))))
    assert Entry.objects.filter(event="people.availability.set").count() == before + 1


def test_a_trial_keeps_nothing(bring: Importer, ada: Worker) -> None:
    assert bring(lines("P1;Ada;07-12-2026;dag;ja"), dry_run=True).created == 1
    assert said(ada) == {}


@pytest.mark.parametrize(
    ("row", "column", "why"),
    [
        (";Ada;07-12-2026;dag;ja", "Personeelsnummer", "ontbreekt"),
        ("P9;Ada;07-12-2026;dag;ja", "Personeelsnummer", "niet bekend"),
        ("P1;Ada;31-02-2026;dag;ja", "Datum", "bestaat niet"),
        ("P1;Ada;;dag;ja", "Datum", "ontbreekt"),
        ("P1;Ada;07-12-2028;dag;ja", "Datum", "meer dan een jaar vooruit"),
        ("P1;Ada;01-11-2026;dag;ja", "Datum", "voorbij"),
        ("P1;Ada;07-12-2026;middag;ja", "Dagdeel", "ken ik niet"),
        ("P1;Ada;07-12-2026;dag;", "Beschikbaarheid", "ken ik niet"),
        ("P1;Ada;07-12-2026;dag;ziek", "Beschikbaarheid", "ken ik niet"),
    ],
)
def test_what_cannot_is_refused_by_row_and_column(
    bring: Importer, ada: Worker, row: str, column: str, why: str
) -> None:
    answer = bring(lines(row, "P1;Ada;08-12-2026;dag;ja"))
    [refused] = answer.rejected
    assert (refused.row, refused.column) == (2, column)
    assert why in refused.why
    assert set(said(ada)) == {(NEXT, DayPart.DAY)}


def test_the_same_part_of_a_day_twice_is_refused_the_second_time(
    bring: Importer, ada: Worker
) -> None:
    answer = bring(
        lines(
            "P1;Ada;07-12-2026;avond;ja",
            "P1;Ada;07-12-2026;;niet",
            "P1;Ada;07-12-2026;avond;liever niet",
        )
    )
    assert refusals(answer) == [(3, "Dagdeel", ""), (4, "Dagdeel", "avond")]
    assert "gaat ook regel 2" in answer.rejected[0].why
    assert said(ada) == {(DAY, DayPart.EVENING): Wish.AVAILABLE}


def test_who_has_an_account_says_it_there(bring: Importer, otis: Worker) -> None:
    say(otis, {(DAY, DayPart.DAY): Wish.AVAILABLE})
    answer = bring(lines("P2;Otis;07-12-2026;dag;ja", "P2;Otis;08-12-2026;dag;ja"))
    assert answer.unchanged == 1  # it says the same: nothing to refuse
    assert refusals(answer) == [(3, "Personeelsnummer", "P2")]
    assert set(said(otis)) == {(DAY, DayPart.DAY)}


def test_people_of_another_house_are_not_known_here(bring: Importer) -> None:
    known_here("Bo", make_organisation("De Es"), "P7", with_account=False)
    assert refusals(bring(lines("P7;Bo;07-12-2026;dag;ja"))) == [(2, "Personeelsnummer", "P7")]


def test_who_may_not_plan_here_may_not_bring_in(bring: Importer, ada: Worker) -> None:
    with pytest.raises(ImportNotAllowed):
        bring(lines("P1;Ada;07-12-2026;dag;ja"), by=make_account("Vreemde"))
    assert said(ada) == {}


def test_a_workbook_with_dates_as_text_or_as_dates(bring: Importer, ada: Worker) -> None:
    book = workbook(
        HEADINGS.split(";"), ["P1", "", DAY, "dag", "ja"], ["P1", "", "08-12", "", "ja"]
    )
    assert refusals(bring(book)) == [(3, "Datum", "08-12")]
    assert said(ada) == {(DAY, DayPart.DAY): Wish.AVAILABLE}


def test_the_kind_is_recognised_and_others_stay_what_they_are(bring: Importer) -> None:
    assert recognise(lines().encode(), "x").kind == "availability"
    people_file = b"Personeelsnummer;Naam;Functie;Contracturen\nP1;Ada;VIG;24"
    assert recognise(people_file, "x").kind == "workers"
    with pytest.raises(UnableToRead, match="Geen kolom gevonden voor"):
        bring(people_file)


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_what_leaves_comes_in_again_unchanged(
    bring: Importer,
    linde: Organisation,
    planner: Account,
    ada: Worker,
    otis: Worker,
    file_format: str,
) -> None:
    say(ada, {(DAY, DayPart.NIGHT): Wish.UNAVAILABLE, (DAY, DayPart.DAY): Wish.AVAILABLE})
    say(otis, {(NEXT, DayPart.EVENING): Wish.RATHER_NOT})
    made = export_availability(
        organisation=linde, starts_on=DAY, ends_on=NEXT, file_format=file_format, by=planner
    )
    assert made.rows == 3
    answer = bring(made.content)
    assert (answer.unchanged, answer.created, answer.rejected) == (3, 0, [])


def test_the_file_holds_words_and_no_absence(
    linde: Organisation, planner: Account, ada: Worker
) -> None:
    say(ada, {(DAY, DayPart.NIGHT): Wish.RATHER_NOT})
    days = {"starts_on": DAY, "ends_on": NEXT}
    people.report_absence(worker=ada, organisation=linde, **days, **signed())
    made = export_availability(organisation=linde, **days, file_format="csv", by=planner)
    rows = list(csv.reader(io.StringIO(made.content.decode("utf-8-sig")), delimiter=";"))
    assert rows == [HEADINGS.split(";"), ["P1", "Ada", "07-12-2026", "nacht", "liever niet"]]


def test_who_may_not_plan_here_takes_nothing_out(linde: Organisation) -> None:
    stranger = make_account("Vreemde")
    with pytest.raises(ExportNotAllowed):
        export_availability(
            organisation=linde, starts_on=DAY, ends_on=NEXT, file_format="csv", by=stranger
        )
