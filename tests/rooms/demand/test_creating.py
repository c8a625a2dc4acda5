"""Shifts come to be: in order, with a place, known by their own key once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, moment, period
from factories.organisations import make_organisation, make_team
from factories.skills import make_function, make_skill
from rondstroom.rooms.demand import actions, queries
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState, SignUp
from rondstroom.rooms.journal import queries as journal

pytestmark = pytest.mark.django_db


def test_a_shift_knows_its_team_organisation_and_skills() -> None:
    team = make_team("PG Vlinder")
    made = make_shift(team, skills=["sonde", "injecteren"], places=2, reason=" ziekte ")
    found = queries.shift(made.pk)
    assert found is not None
    assert (found.team, found.organisation) == (team, team.location.organisation)
    assert (found.places, found.reason, found.sign_up) == (2, "ziekte", SignUp.REQUEST)
    assert {one.code for one in found.skills.all()} == {"sonde", "injecteren"}
    assert queries.shift(0) is None


def test_a_night_shift_ends_the_next_day_and_is_kept_in_utc() -> None:
    night = make_night_shift()
    assert night.starts_at == datetime(2026, 11, 23, 22, tzinfo=UTC)
    assert night.ends_at == datetime(2026, 11, 24, 6, 15, tzinfo=UTC)


def test_a_draft_is_not_published_and_an_open_shift_is_since_now() -> None:
    assert make_shift(state=ShiftState.DRAFT).published_at is None
    assert make_shift(state=ShiftState.PUBLISHED).published_at == NOW


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"ends_at": moment(MONDAY, "07:00")}, "voor het begin"),
        ({"ends_at": moment(MONDAY, "06:00")}, "om 23-11-2026 06:00, voor het begin"),
        ({"ends_at": moment(MONDAY + timedelta(days=1), "07:01")}, "langer dan een etmaal"),
        ({"break_minutes": 480}, "480 minuten past niet in de dienst van 23-11-2026 07:00"),
        ({"break_minutes": -1}, "past niet"),
        ({"places": 0}, "en niet 0: kijk 23-11-2026 07:00 na"),
        ({"places": 100}, "1 tot 99 plaatsen en niet 100"),
        ({"state": ShiftState.CANCELLED}, "niet al vervallen"),
        ({"reason": "x" * 61}, "te lang: er passen 60 tekens"),
        ({"remarks": "x" * 301}, "te lang: er passen 300 tekens"),
        ({"source_key": "x" * 81}, "te lang: er passen 80 tekens"),
    ],
)
def test_a_shift_that_nobody_can_work_is_refused(wrong: dict[str, Any], said: str) -> None:
    asked = {
        "team": make_team(),
        "starts_at": moment(MONDAY, "07:00"),
        "ends_at": moment(MONDAY, "15:00"),
    } | wrong
    with pytest.raises(actions.UnableToCreateShift, match=said):
        actions.create_shift(**asked, **signed())
    assert not Shift.objects.exists()


def test_a_shift_of_a_day_and_night_is_the_longest() -> None:
    assert make_shift(start="08:00", end="08:00", break_minutes=0).pk


def test_a_moment_without_a_zone_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="time zone"):
        actions.create_shift(
            team=make_team(),
            starts_at=datetime(2026, 11, 23, 7),  # noqa: DTZ001  (that is the mistake)
            ends_at=moment(MONDAY, "15:00"),
            **signed(),
        )


def test_a_key_names_one_shift_of_one_organisation() -> None:
    linde = make_team("PG Vlinder", make_organisation("De Linde"))
    molen = make_team("Wijkteam", make_organisation("Molenpoort"))
    made = make_shift(linde, source_key=" D100 ")
    other = make_shift(molen, source_key="D100")
    with pytest.raises(actions.UnableToCreateShift, match="D100 staat er al") as refusal:
        make_shift(linde, source_key="D100")
    assert refusal.value.code == "taken"
    assert queries.shift_by_source_key(linde.location.organisation_id, "D100 ") == made
    assert queries.shift_by_source_key(molen.location.organisation_id, "D100") == other


def test_no_key_is_no_key() -> None:
    shift, _another = make_shift(), make_shift()
    assert queries.shift_by_source_key(shift.organisation_id, "") is None


def test_keys_are_looked_up_in_two_queries(django_assert_max_num_queries: Any) -> None:
    team = make_team()
    for number in range(5):
        make_shift(team, source_key=f"D{number}")
    keys = [f"D{number}" for number in range(40)]
    with django_assert_max_num_queries(2):
        found = queries.shifts_by_source_key(team.location.organisation_id, keys)
    assert set(found) == {f"D{number}" for number in range(5)}


def test_a_shift_stands_in_the_journal_of_its_organisation() -> None:
    shift = make_shift()
    line = journal.entries_about(f"shift:{shift.pk}").get()
    assert (line.event, line.organisation_id) == ("demand.shift.created", shift.organisation_id)


def test_lists_come_whole_in_two_queries(django_assert_max_num_queries: Any) -> None:
    team = make_team()
    for number in range(12):
        make_shift(team, day=MONDAY + timedelta(days=number), skills=["sonde", "wond"])
    window = (NOW, NOW + timedelta(days=30))
    with django_assert_max_num_queries(2):
        shown = [
            (
                one.organisation.name,
                one.team.location.name,
                one.function.code,
                len(one.skills.all()),
            )
            for one in queries.open_shifts(*window, [team.location.organisation_id])
            if one.function
        ]
    assert shown == [("De Linde", "De Linde", "VIG", 2)] * 12


def test_open_are_the_published_of_these_organisations_that_begin_in_the_period() -> None:
    here = make_team("PG Vlinder")
    there = make_team("Wijkteam", make_organisation("Molenpoort"))
    window = period(MONDAY, "07:00", "15:00")
    first = make_shift(here, start="07:00")
    make_shift(here, start="15:00", end="23:00")
    make_shift(here, start="06:59")
    make_shift(here, state=ShiftState.DRAFT)
    make_shift(there)
    asked = [here.location.organisation_id]
    assert list(queries.open_shifts(window.starts_at, window.ends_at, asked)) == [first]


def test_a_team_sees_its_drafts_and_not_what_was_cancelled() -> None:
    team = make_team("PG Vlinder")
    draft = make_shift(team, state=ShiftState.DRAFT)
    gone = make_shift(team)
    other = make_shift(make_team("Somatiek 1"))
    actions.cancel_shift(shift=gone, reason="dubbel", **signed())
    window = (NOW, NOW + timedelta(days=7))
    assert list(queries.shifts_of_team(team.pk, *window)) == [draft]
    organisation_id = team.location.organisation_id
    assert list(queries.shifts_of_organisation(organisation_id, *window)) == [draft, other]
    assert set(queries.shifts([draft.pk, gone.pk, 0])) == {draft.pk, gone.pk}


def test_what_shifts_ask_takes_four_queries_for_all(django_assert_max_num_queries: Any) -> None:
    team = make_team()
    plain = make_shift(team, function="")
    nursing = make_shift(team, function="VP4", skills=["sonde"])
    rows = list(queries.open_shifts(NOW, NOW + timedelta(days=7), [plain.organisation_id]))
    with django_assert_max_num_queries(5):
        asked = queries.requirements_of(rows)
    assert asked[plain.pk].function_id is None
    assert asked[nursing.pk].function_id == make_function("VP4").pk
    assert asked[nursing.pk].skill_ids == {make_skill("sonde").pk}
    assert asked[nursing.pk].needs_register


def test_shifts_are_found_by_number_to_be_read_further() -> None:
    one, other = make_shift(make_team()), make_shift(make_team())
    assert list(queries.shifts_by_id([other.pk])) == [other]
    assert set(queries.shifts_by_id([one.pk, other.pk])) == {one, other}
