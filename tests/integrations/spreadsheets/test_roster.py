"""A roster grid: shifts in concept for known and new people, days away, and cells refused."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from factories.demand import make_shift
from factories.identity import make_account, signed
from factories.imports import Importer, refusals, workbook
from factories.moments import period
from factories.organisations import make_location, make_organisation, make_team
from factories.people import make_engagement, make_worker
from flexpool.periods import AMSTERDAM
from rondstroom.integrations.spreadsheets.answer import ImportNotAllowed, UnableToRead
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.organisations.models import Organisation, Team
from rondstroom.rooms.people.models import Availability, Engagement, Worker
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState
from shared_data import shared

SAMPLE = "samples/rooster_grid.tsv"
MONDAY = date(2026, 12, 7)
DAYS = "ma 07-12;di 08-12;wo 09-12;do 10-12"
LEGEND = ";\nLegenda;V;;07:00-15:30 (30)\n;L;;15:00-23:15 (30)\n;N;;23:00-07:15 (30)\n;vk;;vakantie"


def grid(*people: str, title: str = "Rooster PG Vlinder", days: str = DAYS) -> str:
    return "\n".join((title, f"Persnr;Naam;Contract;{days}", *people, LEGEND))


def living() -> list[tuple[str, str, str]]:
    """Give who works when: name, start, end on the Dutch clock."""
    rows = Assignment.objects.exclude(state=AssignmentState.CANCELLED)
    return [
        (
            one.worker.name,
            f"{one.starts_at.astimezone(AMSTERDAM):%d %H:%M}",
            f"{one.ends_at.astimezone(AMSTERDAM):%d %H:%M}",
        )
        for one in rows.select_related("worker").order_by("starts_at", "worker__name")
    ]


def test_the_sample_comes_in_without_hand_work(bring_in: Importer) -> None:
    """By hand: 34 V, 26 L, 17 N and 8 T are shifts, 9 vk are days away: 94 filled cells."""
    answer = bring_in("roster", shared(SAMPLE).read_bytes(), "rooster_grid.tsv")
    assert (answer.understood, answer.created, answer.rejected) == (94, 94, [])
    assert Assignment.objects.count() == 34 + 26 + 17 + 8
    assert Availability.objects.filter(wish=Wish.UNAVAILABLE).count() == 9 * 3
    assert answer.created_places == ["De Linde", "De Linde / PG Vlinder"]
    assert any("P2000 A. de Boer" in note for note in answer.notes)
    boer = Engagement.objects.get(personnel_number="P2000")
    assert boer.minutes_per_week == 24 * 60
    nights = Assignment.objects.filter(worker=boer.worker, starts_at__month=12, starts_at__day=29)
    night = period(date(2026, 12, 29), "23:00", "07:15")
    assert [(one.starts_at, one.ends_at) for one in nights] == [(night.starts_at, night.ends_at)]


def test_the_sample_runs_over_new_year(bring_in: Importer) -> None:
    bring_in("roster", shared(SAMPLE).read_bytes())
    last = Assignment.objects.order_by("-starts_at")[0]
    assert last.starts_at.astimezone(AMSTERDAM).date() == date(2027, 1, 3)


def test_the_sample_a_second_time_changes_nothing(bring_in: Importer) -> None:
    content = shared(SAMPLE).read_bytes()
    bring_in("roster", content)
    before, lines = list(Assignment.objects.order_by("pk").values()), Entry.objects.count()
    again = bring_in("roster", content)
    assert (again.understood, again.unchanged, again.created_places) == (94, 94, [])
    assert list(Assignment.objects.order_by("pk").values()) == before
    assert Entry.objects.count() == lines


def test_a_trial_answers_the_same_and_writes_nothing(bring_in: Importer) -> None:
    content = shared(SAMPLE).read_bytes()
    trial = bring_in("roster", content, dry_run=True)
    assert (Worker.objects.count(), Shift.objects.count(), Team.objects.count()) == (0, 0, 0)
    assert trial.as_json() == bring_in("roster", content).as_json() | {"dry_run": True}


def test_workers_first_then_the_roster_knows_them(bring_in: Importer) -> None:
    bring_in("workers", shared("samples/medewerkers.csv").read_bytes())
    answer = bring_in("roster", shared(SAMPLE).read_bytes())
    assert (answer.created, Worker.objects.count()) == (94, 8)
    assert not any("Nieuwe medewerkers" in note for note in answer.notes)


def test_everything_comes_in_as_concept(bring_in: Importer) -> None:
    bring_in("roster", grid("P1;Aylin;24,0;V;;;"))
    assert Assignment.objects.get().state == AssignmentState.PLANNED
    shift = Shift.objects.get()
    assert (shift.state, shift.places, shift.break_minutes) == (ShiftState.DRAFT, 1, 30)


def test_a_changed_cell_changes_the_concept(bring_in: Importer) -> None:
    bring_in("roster", grid("P1;Aylin;24,0;V;V;;"))
    answer = bring_in("roster", grid("P1;Aylin;24,0;V;L;;"))
    assert (answer.created, answer.updated, answer.unchanged) == (0, 1, 1)
    assert [start for _name, start, _end in living()] == ["07 07:00", "08 15:00"]


def test_a_cell_may_change_there_and_back_again(bring_in: Importer) -> None:
    for code in ("V", "L", "V", "L", "V"):
        bring_in("roster", grid(f"P1;Aylin;24,0;{code};;;"))
    assert [start for _name, start, _end in living()] == ["07 07:00"]


def test_an_emptied_cell_leaves_the_concept_and_is_told(bring_in: Importer) -> None:
    bring_in("roster", grid("P1;Aylin;24,0;V;V;;"))
    answer = bring_in("roster", grid("P1;Aylin;24,0;V;;;"))
    assert [start for _name, start, _end in living()] == ["07 07:00"]
    assert any("P1 08-12-2026" in note for note in answer.notes)


def test_a_shift_may_move_to_another_person_and_day(bring_in: Importer) -> None:
    """A night that moves a day makes room for the early shift that it would overlap."""
    bring_in("roster", grid("P1;Aylin;24,0;N;;;", "P2;Berend;24,0;;;;"))
    answer = bring_in("roster", grid("P1;Aylin;24,0;;V;;", "P2;Berend;24,0;N;;;"))
    assert answer.rejected == []
    assert living() == [("Berend", "07 23:00", "08 07:15"), ("Aylin", "08 07:00", "08 15:30")]


def test_what_workers_were_told_stays(bring_in: Importer) -> None:
    bring_in("roster", grid("P1;Aylin;24,0;V;;;"))
    Assignment.objects.update(state=AssignmentState.CONFIRMED)
    answer = bring_in("roster", grid("P1;Aylin;24,0;L;;;"))
    assert [one.column for one in answer.rejected] == ["ma 07-12"]
    assert any("P1 07-12-2026: al bekendgemaakt" in note for note in answer.notes)
    assert [start for _name, start, _end in living()] == ["07 07:00"]


def test_what_a_person_changed_here_does_not_follow_the_file(bring_in: Importer) -> None:
    bring_in("roster", grid("P1;Aylin;24,0;V;;;"))
    rosters.cancel(assignment=Assignment.objects.get(), reason="ruil", **signed())
    answer = bring_in("roster", grid("P1;Aylin;24,0;V;;;"))
    assert refusals(answer) == [(3, "ma 07-12", "V")]
    assert "met de hand gewijzigd" in answer.rejected[0].why
    assert living() == []


def test_an_assignment_made_here_is_recognised(bring_in: Importer, linde: Organisation) -> None:
    """What was planned by hand and is also in the file is the same work, not double work."""
    aylin = make_worker("Aylin", organisation=linde)
    Engagement.objects.update(personnel_number="P1")
    shift = make_shift(make_team("PG Vlinder", linde), day=date(2026, 12, 7))
    rosters.assign(worker=aylin, shift=shift, **signed())
    answer = bring_in("roster", grid("P1;Aylin;24,0;V;;;"))
    assert (answer.unchanged, Shift.objects.count()) == (1, 1)


def test_an_unknown_code_is_refused_by_cell(bring_in: Importer) -> None:
    answer = bring_in("roster", grid("P1;Aylin;24,0;V;X;;L"))
    assert (answer.understood, refusals(answer)) == (2, [(3, "di 08-12", "X")])
    assert "V, L, N, vk" in answer.rejected[0].why


def test_a_code_without_times_is_refused_by_cell(bring_in: Importer) -> None:
    content = grid("P1;Aylin;24,0;V;S;;") + "\n;S;;scholing"
    answer = bring_in("roster", content)
    assert refusals(answer) == [(3, "di 08-12", "S")]
    assert "scholing" in answer.rejected[0].why


def test_cells_that_overlap_are_refused(bring_in: Importer) -> None:
    """A night ends after the early shift of the next day begins."""
    answer = bring_in("roster", grid("P1;Aylin;24,0;N;V;;", "P2;Berend;24,0;V;;;"))
    assert refusals(answer) == [(3, "di 08-12", "V")]
    assert "Overlapt met N van ma 07-12" in answer.rejected[0].why
    assert answer.created == 2


def test_work_at_another_organisation_at_the_same_time_is_refused(
    bring_in: Importer, linde: Organisation
) -> None:
    fatima = make_worker("Fatima", function="VP6", organisation=make_organisation("Molenpoort"))
    make_engagement(fatima, linde, personnel_number="P1")
    elsewhere = make_team("Wijkteam Noord", make_organisation("Molenpoort"))
    there = make_shift(elsewhere, day=MONDAY, function="VP6", start="08:00")
    rosters.assign(worker=fatima, shift=there, **signed())
    answer = bring_in("roster", grid("P1;Fatima;24,0;V;;L;"))
    assert refusals(answer) == [(3, "ma 07-12", "V")]
    assert (answer.created, Shift.objects.filter(organisation=linde).count()) == (1, 1)


def test_too_short_a_rest_comes_in_as_concept_and_is_told(bring_in: Importer) -> None:
    answer = bring_in("roster", grid("P1;Aylin;24,0;L;V;;"))
    assert answer.created == 2
    assert any("arbeidstijden (1x): P1 di 08-12 V" in note for note in answer.notes)


def test_a_day_away_is_kept_without_its_reason(bring_in: Importer) -> None:
    answer = bring_in("roster", grid("P1;Aylin;24,0;vk;;;") + "\n;z;;ziek")
    assert answer.created == 1
    said = Availability.objects.values_list("on_date", "part", "wish")
    assert set(said) == {(date(2026, 12, 7), part, Wish.UNAVAILABLE) for part in DayPart}
    for line in Entry.objects.values_list("data", flat=True):
        assert "vakantie" not in str(line)


def test_a_day_away_replaces_a_shift_in_concept(bring_in: Importer) -> None:
    bring_in("roster", grid("P1;Aylin;24,0;V;;;"))
    answer = bring_in("roster", grid("P1;Aylin;24,0;vk;;;"))
    assert (answer.created, living()) == (1, [])


def test_a_number_with_a_wholly_other_name_is_refused(bring_in: Importer) -> None:
    bring_in("roster", grid("P1;A. de Boer;24,0;V;;;"))
    answer = bring_in("roster", grid("P1;B. Yilmaz;24,0;L;;;"))
    assert refusals(answer) == [(3, "Persnr", "P1")]
    assert [start for _name, start, _end in living()] == ["07 07:00"]


@pytest.mark.parametrize(
    ("person", "refused"),
    [
        (";Aylin;24,0;V;;;", (3, "Persnr", "")),
        ("P1;;24,0;V;;;", (3, "Persnr", "P1")),
        ("P1;Aylin;veel;V;;;", (3, "Contract", "veel")),
    ],
)
def test_a_person_that_cannot_be_read_blocks_nobody_else(
    bring_in: Importer, person: str, refused: tuple[int, str, str]
) -> None:
    answer = bring_in("roster", grid(person, "P2;Berend;24,0;V;;;"))
    assert (refusals(answer), answer.created) == ([refused], 1)


def test_the_same_number_twice_is_taken_once(bring_in: Importer) -> None:
    answer = bring_in("roster", grid("P1;Aylin;24,0;V;;;", "P1;Aylin;24,0;L;;;"))
    assert (answer.created, refusals(answer)) == (1, [(4, "Persnr", "P1")])


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Rooster PG Vlinder", "De Linde / PG Vlinder"),
        ("Dienstrooster afdeling PG Vlinder week 50 t/m 53", "De Linde / PG Vlinder"),
        ("Rooster PG Vlinder december 2026", "De Linde / PG Vlinder"),
        ("Rooster De Esdoorn / PG Vlinder", "De Esdoorn / PG Vlinder"),
        ("Locatie;De Esdoorn;Afdeling;PG Vlinder", "De Esdoorn / PG Vlinder"),
        ("Team: PG Vlinder", "De Linde / PG Vlinder"),
    ],
)
def test_the_team_stands_in_the_title(bring_in: Importer, title: str, place: str) -> None:
    answer = bring_in("roster", grid("P1;Aylin;24,0;V;;;", title=title))
    assert answer.created_places[-1] == place


def test_a_known_team_is_used(bring_in: Importer, linde: Organisation) -> None:
    make_location(linde, "De Esdoorn")
    make_team("PG Vlinder", linde)
    answer = bring_in("roster", grid("P1;Aylin;24,0;V;;;"))
    assert answer.created_places == []


def test_without_a_title_the_team_can_be_given(bring_in: Importer) -> None:
    content = grid("P1;Aylin;24,0;V;;;", title="")
    with pytest.raises(UnableToRead, match="Van welk team"):
        bring_in("roster", content)
    answer = bring_in("roster", content, team="De Esdoorn / PG Vlinder")
    assert answer.created_places == ["De Esdoorn", "De Esdoorn / PG Vlinder"]


def test_several_rosters_below_each_other(bring_in: Importer) -> None:
    content = f"{grid('P1;Aylin;24,0;V;;;')}\n\n" + grid(
        "P2;Berend;24,0;;L;;X", title="Rooster Somatiek"
    )
    answer = bring_in("roster", content)
    assert [one.team.name for one in Shift.objects.order_by("starts_at")] == [
        "PG Vlinder", "Somatiek",
    ]  # fmt: skip
    assert refusals(answer) == [(12, "do 10-12", "X")]


def test_excel_with_a_sheet_per_team_and_a_legend_apart(bring_in: Importer) -> None:
    headings = ["Persnr", "Naam", "Contract"]
    days = [datetime(2026, 12, day, tzinfo=UTC).replace(tzinfo=None) for day in (7, 8, 9)]
    content = workbook(
        Vlinder=[[*headings, *days], [1, "Aylin", 24.0, "V", None, "N"]],
        Somatiek=[[*headings, *days], [2, "Berend", 24, "V+", "07:30-12:00", None]],
        Legenda=[["V", "07:00", "15:30", 30], ["N", "23:00", "07:15", 30]],
    )
    answer = bring_in("roster", content, "rooster.xlsx")
    assert answer.created == 3
    assert refusals(answer) == [(2, "07-12-2026 (Somatiek)", "V+")]
    assert {one.team.name for one in Shift.objects.all()} == {"Vlinder", "Somatiek"}


def test_a_month_in_the_title_dates_the_days(bring_in: Importer) -> None:
    """A day of the month above each column is how many systems print a month."""
    numbers = ";".join(map(str, range(1, 32)))
    content = (
        f"Rooster PG Vlinder december 2026\nPersnr;Naam;{numbers}\nP1;Aylin;V{';' * 30}V\n"
        "Legenda;V;07:00-15:30 (30)"
    )
    answer = bring_in("roster", content)
    assert answer.created_places[-1] == "De Linde / PG Vlinder"
    assert [start for _name, start, _end in living()] == ["01 07:00", "31 07:00"]
    with pytest.raises(UnableToRead, match="maand en jaar"):
        bring_in("roster", content.replace(" december 2026", ""))


def test_no_legend_is_told(bring_in: Importer) -> None:
    content = "Rooster PG Vlinder\nPersnr;Naam;ma 07-12;di 08-12;wo 09-12\nP1;Aylin;V;;"
    assert "geen legenda" in bring_in("roster", content).rejected[0].why


def test_days_that_fit_no_year_are_told(bring_in: Importer) -> None:
    with pytest.raises(UnableToRead, match="di 07-12"):
        bring_in("roster", grid("P1;Aylin;24,0;V;;;", days="di 07-12;di 08-12;wo 09-12;do 10-12"))


def test_a_roster_that_is_over_is_told(bring_in: Importer) -> None:
    days = "ma 08-12;di 09-12;wo 10-12;do 11-12"
    answer = bring_in("roster", grid("P1;Aylin;24,0;V;;;", days=days))
    assert "tot en met 11-12-2025" in str(answer.notes)
    assert any("al voorbij" in note for note in answer.notes)


def test_no_roster_at_all_is_told(bring_in: Importer) -> None:
    with pytest.raises(UnableToRead, match="Geen rooster gevonden"):
        bring_in("roster", "Persnr;Naam\nP1;Aylin")


def test_an_outsider_may_not(bring_in: Importer) -> None:
    with pytest.raises(ImportNotAllowed):
        bring_in("roster", grid("P1;Aylin;24,0;V;;;"), by=make_account("Otto"))
    assert Worker.objects.count() == 0
