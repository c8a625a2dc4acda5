"""From a vacancy to an answer: who may, who hears of it, and two vacancies as one job."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from factories.demand import make_shift, make_vacancy
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from factories.races import race
from factories.skills import make_function
from flexpool.periods import Period
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.models import Vacancy
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.matching import actions, permissions, queries
from rondstroom.rooms.matching.models import Application
from rondstroom.rooms.messages import queries as messages
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people import queries as wishes
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, EngagementForm, MoreHours
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries as assignments
from rondstroom.rooms.skills import queries as skills
from rondstroom.rooms.skills.models import Substitution

pytestmark = pytest.mark.django_db

TODAY = MONDAY - timedelta(days=1)
LATE = NOW + timedelta(days=8)


@pytest.fixture
def vacancy(cast: Cast) -> Vacancy:
    """Give a vacancy at PG Vlinder for a carer."""
    return make_vacancy(cast.vlinder)


def applied(worker: Worker, vacancy: Vacancy, **more: Any) -> Application:
    """Answer a vacancy as oneself, for a permanent contract."""
    said = {"form": EngagementForm.PERMANENT, "by": worker.account, "at": NOW, **more}
    return actions.apply_for_vacancy(worker=worker, vacancy=vacancy, **said)


def waits_with(account: Any) -> list[str]:
    """Give the titles that wait for an answer in somebody's inbox."""
    rows = messages.inbox(account)
    return [one.title for one in rows if one.answer_by is not None and one.answered_at is None]


def titles_of(account: Any) -> list[str]:
    """Give the titles in somebody's inbox, the newest first."""
    return [one.title for one in messages.inbox(account)]


def test_who_answers_waits_and_the_planner_hears_of_it(cast: Cast, vacancy: Vacancy) -> None:
    row = applied(cast.niels, vacancy, words=" graag ")
    assert (row.state, row.words, row.form) == ("applied", "graag", "permanent")
    assert row.answer_due_at == NOW + timedelta(days=7)
    assert waits_with(cast.pia) == ["Reactie op je vacature: functie VIG, De Linde"]
    assert not titles_of(cast.bas)
    assert applied(cast.niels, vacancy, words="nogmaals") == row
    assert Application.objects.get().words == "graag"
    assert queries.application(row.pk) == row
    assert list(queries.applications_to(vacancy.pk)) == [row]


def test_a_yes_fills_the_place_and_everybody_else_hears(cast: Cast, vacancy: Vacancy) -> None:
    other = make_worker("Bram", team=cast.vlinder)
    rows = [applied(one, vacancy) for one in (cast.niels, other)]
    actions.accept_application(application=rows[0], answer="Welkom!", by=cast.pia, at=NOW)
    again = actions.accept_application(application=rows[0], by=cast.pia, at=NOW)
    vacancy.refresh_from_db()
    assert (again.state, vacancy.state, vacancy.filled) == ("accepted", "filled", 1)
    declined = Application.objects.get(pk=rows[1].pk)
    assert (declined.state, declined.answered_at) == ("declined", NOW)
    assert "vervuld door anderen" in declined.answer
    assert titles_of(cast.niels.account) == ["Je bent aangenomen: functie VIG, De Linde"]
    assert titles_of(other.account) == ["Deze vacature is het niet geworden: functie VIG, De Linde"]
    assert not waits_with(cast.pia)
    assert queries.accepted_at([cast.de_linde.pk], NOW) == {cast.de_linde.pk: 1}
    assert queries.accepted_at([cast.de_linde.pk], LATE) == {}


def test_two_places_stay_open_after_the_first(cast: Cast) -> None:
    vacancy = make_vacancy(cast.vlinder, places=2)
    other = make_worker("Bram", team=cast.vlinder)
    rows = [applied(one, vacancy) for one in (cast.niels, other)]
    actions.accept_application(application=rows[0], **signed())
    assert Application.objects.get(pk=rows[1].pk).state == "applied"


def test_a_no_has_words(cast: Cast, vacancy: Vacancy) -> None:
    row = applied(cast.niels, vacancy)
    with pytest.raises(actions.UnableToAnswerApplication, match="Schrijf erbij waarom"):
        actions.decline_application(application=row, answer=" ", **signed())
    for _twice in range(2):
        actions.decline_application(application=row, answer="te weinig uren", **signed())
    with pytest.raises(actions.UnableToAnswerApplication, match="niet geworden"):
        actions.accept_application(application=row, **signed())
    assert len(titles_of(cast.niels.account)) == 1
    assert applied(cast.niels, vacancy).pk != row.pk


def test_taking_back_before_the_answer(cast: Cast, vacancy: Vacancy) -> None:
    row = applied(cast.niels, vacancy)
    for _twice in range(2):
        done = actions.withdraw_application(application=row, by=cast.niels.account, at=NOW)
    assert done.state == "withdrawn"
    assert not waits_with(cast.pia)
    row = applied(cast.niels, vacancy)
    actions.accept_application(application=row, **signed())
    with pytest.raises(actions.UnableToApply, match="aangenomen"):
        actions.withdraw_application(application=row, **signed())


def test_a_vacancy_that_is_withdrawn_answers_everybody(cast: Cast, vacancy: Vacancy) -> None:
    applied(cast.niels, vacancy)
    demand.withdraw_vacancy(vacancy=vacancy, reason="team stopt", **signed())
    row = Application.objects.get()
    assert (row.state, row.answer) == ("declined", "De vacature is ingetrokken: team stopt")
    assert not queries.applications_waiting([cast.de_linde.pk]).exists()


@pytest.mark.parametrize(
    ("who", "team", "function", "rule"),
    [
        ("niels", "vlinder", "VIG", ""),
        ("niels", "vlinder", "Helpende", ""),
        ("niels", "vlinder", "VP4", "matching.other-function"),
        ("niels", "wijkteam", "VIG", ""),
        ("niels", "elsewhere", "VIG", "matching.not-in-pool"),
        ("sanne", "vlinder", "VIG", "matching.other-function"),
        ("fatima", "intensive_care", "VP4", ""),
    ],
)
def test_who_may_answer(who: str, team: str, function: str, rule: str, cast: Cast) -> None:
    """The pool and the diploma decide; wishes and travel are one's own."""
    vacancy, worker = make_vacancy(getattr(cast, team), function=function), getattr(cast, who)
    if not rule:
        assert applied(worker, vacancy).state == "applied"
        return
    with pytest.raises(actions.UnableToApply) as refused:
        applied(worker, vacancy)
    assert refused.value.code == rule
    assert rule not in {one.rule for one in queries.vacancy_reasons(cast.joke, [], NOW)}


def test_a_form_that_is_not_offered_and_a_closed_vacancy(cast: Cast, vacancy: Vacancy) -> None:
    with pytest.raises(actions.UnableToApply, match="niet als oproep"):
        applied(cast.niels, vacancy, form=EngagementForm.ON_CALL)
    with pytest.raises(actions.UnableToApply, match="te lang"):
        applied(cast.niels, vacancy, words="x" * 301)
    demand.fill_vacancy(vacancy=vacancy, **signed())
    with pytest.raises(actions.UnableToApply, match="gesloten: vervuld"):
        applied(cast.niels, vacancy)
    assert not Application.objects.exists()


def test_the_list_of_a_worker_has_the_nearest_first(cast: Cast) -> None:
    far = make_vacancy(cast.intensive_care)
    near, next_door = make_vacancy(cast.vlinder), make_vacancy(cast.wijkteam)
    make_vacancy(cast.vlinder, function="VP6")
    make_vacancy(cast.elsewhere)
    applied(cast.niels, near)
    found = queries.vacancies_for(cast.niels, NOW)
    assert [one.vacancy for one in found.cards] == [near, next_door, far]
    assert [one.is_far for one in found.cards] == [False, False, True]
    assert [one.said.state if one.said else "" for one in found.cards] == ["applied", "", ""]
    assert found.cards[0].cells == [(0, DayPart.DAY), (1, DayPart.DAY)]
    assert found.hidden == {"matching.other-function": 1}
    assert queries.vacancy_card(cast.niels, far).is_far


def test_the_list_asks_as_much_for_many(cast: Cast, django_assert_max_num_queries: Any) -> None:
    for _one in range(6):
        make_vacancy(cast.vlinder)
    with django_assert_max_num_queries(9):
        assert len(queries.vacancies_for(cast.niels, NOW).cards) == 6


def test_who_wants_more_hours_is_matched(cast: Cast) -> None:
    for worker in (cast.niels, cast.sanne, cast.fatima):
        people.wish_hours(
            worker=worker, minutes_per_week=1800, more=MoreHours.STRUCTURAL, **signed()
        )
    carer, ic = make_vacancy(cast.vlinder), make_vacancy(cast.intensive_care, function="VP6")
    asked = wishes.who_wants_more([cast.de_linde.pk, cast.molenpoort.pk], [], TODAY)
    found = queries.fitting_wishes(asked, [carer, ic], TODAY)
    assert {one.worker.name for one in found[carer.pk]} == {"Niels", "Fatima"}
    assert found[ic.pk] == []  # too far by bicycle
    assert queries.fitting_wishes([], [], TODAY) == {}


def test_a_substitution_of_one_house_counts_there_only(cast: Cast) -> None:
    cook, carer = make_function("Kok"), make_function("VIG")
    Substitution.objects.create(function=cook, by=carer, organisation=cast.de_linde)
    here, there = (make_vacancy(one, function="Kok") for one in (cast.vlinder, cast.wijkteam))
    found = queries.vacancy_reasons(cast.niels, [here, there], NOW)
    assert [bool(found[one.pk]) for one in (here, there)] == [False, True]
    assert len(skills.coverings([here.function_id])) == 1


def test_what_waits_is_counted_without_people(cast: Cast, vacancy: Vacancy) -> None:
    applied(cast.niels, vacancy)
    ids = [cast.de_linde.pk, cast.molenpoort.pk]
    waiting = queries.applications_waiting_at(ids, NOW)[cast.de_linde.pk]
    assert (waiting.requests, waiting.late, waiting.oldest) == (1, 0, NOW)
    assert queries.applications_waiting_at(ids, LATE)[cast.de_linde.pk].late == 1
    assert [one.worker for one in queries.applications_waiting(ids)] == [cast.niels]


class TestCombining:
    """Two vacancies of two organisations as one job."""

    @pytest.fixture
    def pair(self, cast: Cast) -> list[Vacancy]:
        """Give two days at De Linde and an evening at Molenpoort, which fit."""
        evening = [(3, DayPart.EVENING)]
        return [
            make_vacancy(cast.vlinder),
            make_vacancy(cast.wijkteam, minutes_per_week=480, pattern=evening),
        ]

    def test_it_is_one_roster_of_four_weeks(self, cast: Cast, pair: list[Vacancy]) -> None:
        worker = make_worker("Pool", team=cast.wijkteam)
        job = queries.combined_job(worker, pair, NOW)
        assert (job.starts_on, job.minutes_per_week) == (MONDAY + timedelta(weeks=1), 24 * 60)
        assert [one.vacancy for one in job.lines[:3]] == [pair[0], pair[0], pair[1]]
        assert len(job.lines) == 3 * queries.COMBINED_WEEKS
        assert job.fits
        assert not Application.objects.exists()

    def test_work_that_is_there_already_counts(self, cast: Cast, pair: list[Vacancy]) -> None:
        worker = make_worker("Pool", team=cast.wijkteam)
        shift = make_shift(
            cast.wijkteam, day=MONDAY + timedelta(weeks=1), start="13:00", end="21:00"
        )
        rosters.assign(worker=worker, shift=shift, **signed())
        job = queries.combined_job(worker, pair, NOW)
        assert (job.clashes, job.fits) == (1, False)
        assert {one.vacancy for one in job.lines} == set(pair), "other work is not shown"

    @pytest.mark.parametrize(
        ("cells", "clashes", "lawful"),
        [
            ([(1, DayPart.EVENING)], 0, False),  # 15:30 to 15:00: the half hour of handing over
            ([(1, DayPart.DAY)], 2, False),
            ([(0, DayPart.NIGHT)], 0, False),
            ([(2, DayPart.DAY)], 0, True),
        ],
    )
    def test_clashes_and_the_law(self, cells: Any, clashes: int, lawful: bool, cast: Cast) -> None:
        worker = make_worker("Pool", team=cast.wijkteam)
        pair = [make_vacancy(cast.vlinder), make_vacancy(cast.wijkteam, pattern=cells)]
        job = queries.combined_job(worker, pair, NOW)
        assert (job.clashes // queries.COMBINED_WEEKS, job.fits) == (clashes, lawful)

    def test_the_desk_proposes_and_the_worker_decides(
        self, cast: Cast, pair: list[Vacancy]
    ) -> None:
        worker = make_worker("Pool", team=cast.wijkteam, willing_for=[cast.de_linde])
        told = {"worker": worker, "vacancies": pair, "by": cast.coen, "at": NOW}
        rows = actions.propose_vacancies(**told)
        assert actions.propose_vacancies(**told) == rows
        assert [one.state for one in rows] == ["proposed", "proposed"]
        assert len(waits_with(worker.account)) == 2
        assert not titles_of(cast.pia), "before the yes organisations see nothing"
        assert not queries.applications_to(pair[0].pk).exists()
        with pytest.raises(actions.UnableToAnswerApplication):
            actions.accept_application(application=rows[0], **signed())
        said = applied(worker, pair[0])
        assert (said.pk, said.combined_with) == (rows[0].pk, pair[1])
        assert len(waits_with(worker.account)) == 1
        actions.withdraw_application(application=rows[1], by=worker.account, at=NOW)
        assert not waits_with(worker.account)
        assert not queries.applications_to(pair[1].pk).exists()
        living = queries.living_application(worker.pk, pair[0].pk)
        assert living == said
        assert [one.state for one in queries.applications_of(worker.pk)] == ["withdrawn", "applied"]

    def test_what_is_out_of_reach_is_not_proposed(self, cast: Cast) -> None:
        pair = [make_vacancy(cast.vlinder, function="VP6"), make_vacancy(cast.wijkteam)]
        with pytest.raises(actions.UnableToApply, match="diploma nodig als functie VP6"):
            actions.propose_vacancies(worker=cast.niels, vacancies=pair, **signed())
        assert not Application.objects.exists()


def test_findings_with_more_work_names_what_is_had(cast: Cast) -> None:
    shift = make_shift(cast.vlinder, start="23:00", end="07:15")
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    span = Period(shift.starts_at, shift.ends_at)
    had, findings = assignments.findings_with(cast.niels, [], span)
    assert [one.shift_id for one in had] == [shift.pk]
    assert findings == ()


def test_who_may(cast: Cast) -> None:
    open_one = make_worker("Pool", team=cast.wijkteam, willing_for=[cast.de_linde])
    assert permissions.may_apply(cast.niels.account, cast.niels.pk)
    assert not permissions.may_apply(cast.pia, cast.niels.pk)
    assert permissions.may_propose_vacancy(cast.coen, open_one.pk)
    assert not permissions.may_propose_vacancy(cast.coen, cast.niels.pk)
    assert not permissions.may_propose_vacancy(cast.bas, open_one.pk)


def test_what_happened_is_written_down(cast: Cast, vacancy: Vacancy) -> None:
    row = applied(cast.niels, vacancy)
    actions.accept_application(application=row, answer="ja", **signed())
    found = journal.entries_about(f"vacancy:{vacancy.pk}").order_by("pk")
    assert [one.event for one in found] == [
        "demand.vacancy.posted",
        "matching.application.made",
        "matching.application.accepted",
        "demand.vacancy.filled",
    ]
    assert found[1].worker_id == cast.niels.pk
    assert found[3].data["left"] == 0


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_planners_give_the_last_place_once(cast: Cast) -> None:
    vacancy = make_vacancy(cast.vlinder)
    rows = [applied(one, vacancy) for one in (cast.niels, make_worker("Bram", team=cast.vlinder))]
    race([lambda row=row: actions.accept_application(application=row, **signed()) for row in rows])
    vacancy.refresh_from_db()
    states = sorted(Application.objects.values_list("state", flat=True))
    assert (vacancy.filled, states) == (1, ["accepted", "declined"])
