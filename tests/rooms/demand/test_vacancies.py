"""Vacancies and longer assignments: what may be posted, and how they end."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.demand import make_vacancy
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.skills import make_function
from flexpool.periods import AMSTERDAM
from people import Cast
from rondstroom.rooms.demand import actions, queries
from rondstroom.rooms.demand.models import Vacancy
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people.states import DayPart, EngagementForm

pytestmark = pytest.mark.django_db

LATER = MONDAY + timedelta(weeks=1)


def events(vacancy: Vacancy) -> list[str]:
    """Give what the journal tells of a vacancy, in order."""
    found = journal.entries_about(f"vacancy:{vacancy.pk}").order_by("pk")
    return [one.event.removeprefix("demand.vacancy.") for one in found]


def test_a_vacancy_is_posted_and_read_back(cast: Cast) -> None:
    cells = [(4, DayPart.NIGHT), (0, DayPart.DAY), (0, DayPart.DAY)]
    made = make_vacancy(cast.vlinder, pattern=cells, remarks="  fijn team ", source_key=" V1 ")
    found = queries.vacancy(made.pk)
    assert found is not None
    assert found.organisation == cast.de_linde
    assert queries.cells_of(found) == [(0, DayPart.DAY), (4, DayPart.NIGHT)]
    assert (found.forms, found.remarks, found.source_key) == (
        ["permanent", "temporary"],
        "fijn team",
        "V1",
    )
    assert queries.vacancies_by_source_key(cast.de_linde.pk, ["V1", ""]) == {"V1": found}
    assert events(made) == ["posted"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"minutes_per_week": 59}, "minutes_per_week"),
        ({"minutes_per_week": 48 * 60 + 1}, "minutes_per_week"),
        ({"places": 0}, "places"),
        ({"places": 100}, "places"),
        ({"answer_days": 0}, "answer_days"),
        ({"answer_days": actions.MOST_ANSWER_DAYS + 1}, "answer_days"),
        ({"ends_on": LATER - timedelta(days=1)}, "ends_on"),
        ({"forms": []}, "forms"),
        ({"remarks": "x" * 301}, "too-long"),
    ],
)
def test_what_nobody_could_take_is_refused(said: dict[str, Any], code: str, cast: Cast) -> None:
    with pytest.raises(actions.UnableToPostVacancy) as refused:
        make_vacancy(cast.vlinder, **said)
    assert refused.value.code == code
    assert not Vacancy.objects.exists()


@pytest.mark.parametrize(
    "said",
    [
        {"minutes_per_week": 60},
        {"minutes_per_week": 48 * 60, "places": 99, "answer_days": 28},
        {"ends_on": LATER},
    ],
)
def test_the_edges_are_fine(said: dict[str, Any], cast: Cast) -> None:
    assert make_vacancy(cast.vlinder, **said).state == "open"


def test_a_number_of_ones_own_system_is_used_once(cast: Cast) -> None:
    make_vacancy(cast.vlinder, source_key="V1")
    make_vacancy(cast.wijkteam, source_key="V1")
    with pytest.raises(actions.UnableToPostVacancy, match="V1 staat er al"):
        make_vacancy(cast.vlinder, source_key="V1")
    make_vacancy(cast.vlinder)
    make_vacancy(cast.vlinder)


def test_changing_says_what_changed_and_the_same_again_nothing(cast: Cast) -> None:
    made = make_vacancy(cast.vlinder)
    said: dict[str, Any] = {"minutes_per_week": 24 * 60, "forms": [EngagementForm.TEMPORARY]}
    actions.change_vacancy(vacancy=made, **said, **signed())
    actions.change_vacancy(vacancy=made, **said, **signed())
    assert events(made) == ["posted", "changed"]
    line = journal.entries_about(f"vacancy:{made.pk}").get(event="demand.vacancy.changed")
    assert line.data["changed"] == ["forms", "minutes_per_week"]
    with pytest.raises(actions.UnableToPostVacancy):
        actions.change_vacancy(vacancy=made, places=0, **signed())


def test_no_fewer_places_than_are_filled(cast: Cast) -> None:
    made = make_vacancy(cast.vlinder, places=3)
    for _one in range(2):
        actions.fill_vacancy(vacancy=made, **signed())
    with pytest.raises(actions.UnableToPostVacancy, match="al 2 plaatsen vervuld"):
        actions.change_vacancy(vacancy=made, places=1, **signed())


def test_the_last_place_closes_it(cast: Cast) -> None:
    made = make_vacancy(cast.vlinder, places=2)
    half = actions.fill_vacancy(vacancy=made, **signed())
    assert (half.filled, half.state, half.closed_at) == (1, "open", None)
    with pytest.raises(actions.UnableToPostVacancy, match="1 tot 99"):
        actions.change_vacancy(vacancy=made, places=0, **signed())
    whole = actions.fill_vacancy(vacancy=Vacancy.objects.get(pk=made.pk), **signed())
    assert (whole.filled, whole.state, whole.closed_at) == (2, "filled", NOW)
    with pytest.raises(actions.UnableToCloseVacancy, match="vervuld"):
        actions.fill_vacancy(vacancy=made, **signed())
    with pytest.raises(actions.UnableToPostVacancy, match="al gesloten"):
        actions.change_vacancy(vacancy=made, remarks="nog", **signed())


def test_withdrawing_asks_why_and_is_for_good(cast: Cast) -> None:
    made = make_vacancy(cast.vlinder)
    with pytest.raises(actions.UnableToCloseVacancy, match="Waarom vervalt"):
        actions.withdraw_vacancy(vacancy=made, reason="  ", **signed())
    gone = actions.withdraw_vacancy(vacancy=made, reason="team stopt", **signed())
    assert (gone.state, gone.closed_at) == ("withdrawn", NOW)
    with pytest.raises(actions.UnableToCloseVacancy, match="al gesloten"):
        actions.withdraw_vacancy(vacancy=made, reason="nogmaals", **signed())


def test_the_database_never_lets_more_be_filled_than_asked(cast: Cast) -> None:
    made = make_vacancy(cast.vlinder)
    for wrong in ({"filled": 2}, {"ends_on": MONDAY}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Vacancy.objects.filter(pk=made.pk).update(**wrong)


def test_open_ones_are_those_whose_work_is_not_over(cast: Cast) -> None:
    later = make_vacancy(cast.vlinder, starts_on=LATER + timedelta(days=1))
    last_day = make_vacancy(cast.vlinder, ends_on=LATER)
    gone = make_vacancy(cast.vlinder)
    actions.withdraw_vacancy(vacancy=gone, reason="stopt", **signed())
    make_vacancy(cast.wijkteam)
    ours = [cast.de_linde.pk]
    assert list(queries.open_vacancies(ours, LATER)) == [last_day, later]
    assert list(queries.open_vacancies(ours, LATER + timedelta(days=1))) == [later]
    assert [one.pk for one in queries.vacancies_of(ours)] == [gone.pk, last_day.pk, later.pk]


def test_what_is_open_and_what_closed_lately_is_counted(cast: Cast) -> None:
    make_vacancy(cast.vlinder, places=3)
    filled = make_vacancy(cast.vlinder)
    actions.fill_vacancy(vacancy=filled, **signed())
    ours = [cast.de_linde.pk, cast.molenpoort.pk]
    told = {"open": (1, 3, 0), "filled": (1, 1, 1)}
    assert queries.places_of_vacancies(ours, NOW) == {cast.de_linde.pk: told}
    later = queries.places_of_vacancies(ours, NOW + timedelta(seconds=1))
    assert later == {cast.de_linde.pk: {"open": (1, 3, 0)}}


def test_the_work_stands_on_its_days_while_it_lasts(cast: Cast) -> None:
    made = make_vacancy(
        cast.vlinder, pattern=[(0, DayPart.NIGHT), (2, DayPart.DAY)], ends_on=LATER + timedelta(7)
    )
    found = queries.work_in(made, MONDAY, MONDAY + timedelta(weeks=4))
    spans = [[moment.astimezone(AMSTERDAM) for moment in (p.starts_at, p.ends_at)] for p in found]
    assert [f"{begin:%d %H:%M} {end:%d %H:%M}" for begin, end in spans] == [
        "30 23:00 01 07:15",
        "02 07:00 02 15:30",
        "07 23:00 08 07:15",
    ]
    assert set(queries.PART_TIMES) == set(DayPart)
    assert queries.PART_BREAK == 30


def test_a_weekday_that_is_none_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="weekday"):
        queries.cells_kept([(7, DayPart.DAY)])
    assert queries.cells_kept([]) == []


def test_an_organisation_follows_its_team(cast: Cast) -> None:
    made = make_vacancy(cast.vlinder)
    function = make_function("VP4")
    moved = actions.change_vacancy(vacancy=made, team=cast.wijkteam, function=function, **signed())
    assert moved.organisation == cast.molenpoort
    assert queries.locked_vacancy(made.pk).function == function
