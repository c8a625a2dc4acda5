"""The worker's list and the planner's candidates: order, counts, queries, and who sees what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker, say
from people import Cast
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions as rosters

pytestmark = pytest.mark.django_db

FORTNIGHT = NOW + timedelta(days=14)


def asked(question: Callable[[], object]) -> int:
    """Give how many queries a question takes."""
    with CaptureQueriesContext(
        connection,
    ) as seen:
        question()
    return len(seen)


def test_the_list_holds_what_one_may_and_hides_the_rest_with_reasons(cast: Cast) -> None:
    night = make_night_shift(cast.vlinder)
    by_day = make_shift(cast.vlinder)
    nurse = make_night_shift(cast.vlinder, function="VP4")
    make_night_shift(cast.elsewhere)
    found = queries.shifts_for(cast.niels, NOW, FORTNIGHT, NOW)
    assert [card.shift for card in found.may] == [night]
    hidden = {shift.pk: [reason.rule for reason in reasons] for shift, reasons in found.hidden}
    assert hidden == {
        by_day.pk: ["matching.unavailable"],
        nurse.pk: ["gate.diploma", "gate.register"],
    }
    assert found.hidden_counts["matching.unavailable"] == 1


def test_the_list_agrees_with_the_single_question(cast: Cast) -> None:
    rosters.assign(
        worker=cast.fatima, shift=make_shift(cast.wijkteam, start="14:30", end="23:30"), **signed()
    )
    shifts = [
        make_shift(team, day=MONDAY + timedelta(days=day), function=function, start=start, end=end)
        for team in (cast.vlinder, cast.wijkteam, cast.intensive_care)
        for day in range(3)
        for function in ("Helpende", "VP6", "IC-vpk")
        for start, end in (("07:00", "15:30"), ("15:00", "23:00"))
    ]
    found = queries.shifts_for(cast.fatima, NOW, FORTNIGHT, NOW)
    may = {card.shift.pk: card.eligibility for card in found.may}
    hidden = {shift.pk: reasons for shift, reasons in found.hidden}
    assert len(may) + len(hidden) == len(shifts) + 1
    for shift in shifts:
        single = queries.eligibility(cast.fatima, shift, NOW)
        if single.ok:
            assert may[shift.pk] == single
        else:
            assert set(hidden[shift.pk]) == set(single.reasons)


def test_a_shift_asked_for_says_so(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    actions.sign_up(worker=cast.niels, shift=shift, **signed())
    (card,) = queries.shifts_for(cast.niels, NOW, FORTNIGHT, NOW).may
    assert card.asked == "requested"


def test_a_period_that_is_over_holds_nothing(cast: Cast) -> None:
    make_night_shift(cast.vlinder)
    assert queries.shifts_for(cast.niels, NOW - timedelta(days=9), NOW, NOW).may == []


def test_counting_what_is_hidden_asks_less_and_of_the_past_nothing(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    for day in range(5):
        make_shift(cast.vlinder, day=MONDAY + timedelta(days=day))
    whole = queries.shifts_for(cast.niels, NOW, FORTNIGHT, NOW)
    with django_assert_max_num_queries(11):
        counted = queries.hidden_counts(cast.niels, NOW, FORTNIGHT, NOW)
    assert (counted.hidden_total, counted.hidden_counts) == (5, whole.hidden_counts)
    assert counted.may == counted.hidden == []
    assert queries.hidden_counts(cast.niels, NOW - timedelta(days=9), NOW, NOW).hidden_total == 0


def test_the_list_takes_the_same_few_queries_however_long(cast: Cast) -> None:
    def question() -> object:
        return queries.shifts_for(cast.fatima, NOW, FORTNIGHT, NOW)

    make_shift(cast.vlinder, skills=["injecteren"])
    few = asked(question)
    for day in range(7):
        for start, end in (("07:00", "15:00"), ("15:00", "23:00")):
            shift = make_shift(
                cast.wijkteam, day=MONDAY + timedelta(days=day), start=start, end=end
            )
            make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=day), skills=["katheter"])
            rosters.assign(worker=make_worker(f"Q{shift.pk}"), shift=shift, **signed())
    assert asked(question) == few <= 11


def test_alternatives_are_the_nearest_in_time(cast: Cast) -> None:
    full, next_night, later = (
        make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=day)) for day in (1, 2, 5)
    )
    found = queries.similar_shifts(cast.niels, full, NOW)
    assert [card.shift for card in found] == [next_night, later]


# ------------------------------------------------------------------ candidates


@pytest.fixture
def team_mates(cast: Cast) -> dict[str, Worker]:
    """Give people at different distances from PG Vlinder."""
    return {
        "own team": make_worker("Anna", team=cast.vlinder),
        "own organisation": make_worker("Bram", organisation=cast.de_linde),
        "pool": make_worker("Chris", organisation=cast.molenpoort, willing_for=[cast.de_linde]),
        "pool, not willing": make_worker("Dirk", organisation=cast.molenpoort),
        "outside the pool": make_worker(
            "Els", organisation=cast.zonder_pool, willing_for=[cast.de_linde]
        ),
    }


def names(found: list[queries.Candidate]) -> list[str]:
    """Give the names in order."""
    return [one.name for one in found]


def test_candidates_go_from_near_to_far(cast: Cast, team_mates: dict[str, Worker]) -> None:
    found = queries.candidates(make_shift(cast.vlinder), NOW)
    mates = [name for name in names(found.eligible) if name in {"Anna", "Bram", "Chris"}]
    assert mates == ["Anna", "Bram", "Chris"]


def test_people_of_partners_are_only_seen_when_willing(
    cast: Cast, team_mates: dict[str, Worker]
) -> None:
    found = queries.candidates(make_shift(cast.vlinder), NOW)
    seen = set(names(found.eligible) + names(found.almost))
    assert seen.isdisjoint({"Dirk", "Els"})


def test_almost_says_what_is_missing(cast: Cast) -> None:
    found = queries.candidates(make_shift(cast.vlinder, function="Helpende"), NOW)
    missing = {one.name: [reason.rule for reason in one.missing] for one in found.almost}
    assert missing["Ruud"] == ["matching.too-far", "gate.conduct"]
    assert missing["Niels"] == ["matching.unavailable"]


def test_the_law_moves_a_candidate_to_almost(cast: Cast, team_mates: dict[str, Worker]) -> None:
    late = make_shift(cast.vlinder, start="14:30", end="23:30")
    rosters.assign(worker=team_mates["own team"], shift=late, **signed())
    early = make_shift(cast.vlinder, day=MONDAY + timedelta(days=1))
    found = queries.candidates(early, NOW)
    assert "Anna" not in names(found.eligible)
    (anna,) = [one for one in found.almost if one.name == "Anna"]
    assert "worktime.daily-rest" in [reason.rule for reason in anna.missing]


def test_who_is_on_the_shift_is_no_candidate(cast: Cast, team_mates: dict[str, Worker]) -> None:
    shift = make_shift(cast.vlinder, places=2)
    rosters.assign(worker=team_mates["own team"], shift=shift, **signed())
    found = queries.candidates(shift, NOW)
    assert "Anna" not in names(found.eligible) + names(found.almost)


def test_own_wish_goes_before_familiar(cast: Cast) -> None:
    regular, keen = (make_worker(name, team=cast.vlinder) for name in ("Regular", "Keen"))
    for day in range(6):
        shift = make_shift(cast.vlinder, day=MONDAY - timedelta(days=2 * day + 3))
        rosters.assign(worker=regular, shift=shift, **signed())
    shift = make_shift(cast.vlinder)
    assert names(queries.candidates(shift, NOW).eligible)[:2] == ["Regular", "Keen"]
    say(keen, {(MONDAY, DayPart.DAY): Wish.AVAILABLE})
    first, second = queries.candidates(shift, NOW).eligible[:2]
    assert (first.name, second.name) == ("Keen", "Regular")
    assert "zegt zelf: beschikbaar" in first.why
    assert "6 keer op dit team" in second.why


def test_the_words_are_the_numbers_used(cast: Cast, team_mates: dict[str, Worker]) -> None:
    (anna,) = [
        one
        for one in queries.candidates(make_shift(cast.vlinder), NOW).eligible
        if one.name == "Anna"
    ]
    assert anna.why == (
        "eigen team",
        "nog 24 uur te vullen deze week",
        "nog niet eerder op dit team",
        f"{anna.eligibility.travel_minutes} min fietsen",
    )


def test_candidates_take_the_same_queries_however_many(cast: Cast) -> None:
    made = make_shift(cast.vlinder, skills=["injecteren"])
    make_worker("Eerste", team=cast.vlinder)

    def question() -> object:
        shift = demand.shift(made.pk)
        assert shift is not None
        return queries.candidates(shift, NOW)

    few = asked(question)
    for number in range(12):
        worker = make_worker(f"Nieuw {number}", team=cast.vlinder, skills=["injecteren"])
        rosters.assign(
            worker=worker, shift=make_shift(cast.vlinder, day=MONDAY - timedelta(7)), **signed()
        )
    assert asked(question) == few


def test_a_partner_sees_no_employer_contact_or_work_elsewhere(cast: Cast) -> None:
    people.set_willingness(worker=cast.niels, organisations=[cast.molenpoort], **signed())
    late = make_night_shift(cast.vlinder, day=MONDAY - timedelta(days=1))
    rosters.assign(worker=cast.niels, shift=late, **signed())
    say(cast.niels, {(MONDAY, DayPart.DAY): None})
    found = queries.candidates(make_shift(cast.wijkteam), NOW)
    (niels,) = [one for one in found.almost if one.name == "Niels"]
    assert not hasattr(niels, "worker")
    shown = repr(niels)
    assert "elders" in shown
    for secret in ("De Linde", "Vlinder", "6811", "@", "permanent"):
        assert secret not in shown
