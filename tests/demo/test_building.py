"""The demo region in the database: what the desks find there."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection

from demo.conftest import TODAY
from flexpool.periods import at, day_period, local
from rondstroom.demo import cast
from rondstroom.demo.building import built_for, is_over
from rondstroom.demo.region.cover import DAYS, first_day
from rondstroom.demo.region.plan import draft_days
from rondstroom.rooms.contracts import queries as contracts
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.states import ShiftState, SignUp
from rondstroom.rooms.identity import permissions as identity_permissions
from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.organisations import permissions as organisations_permissions
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.organisations.states import Shared
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.settlement import queries as settlement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("region")]

MONDAY = first_day(TODAY)
NOW = local(2026, 11, 22, 9)
END = MONDAY + timedelta(days=DAYS)


def team(name: str) -> object:
    return next(
        team
        for organisation in organisations.all_organisations()
        for team in organisations.teams_of(organisation.pk)
        if team.name == name
    )


def test_it_tells_what_it_makes(region: list[str]) -> None:
    assert any("240 workers" in line for line in region)
    assert any("requests" in line for line in region)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite does not count ahead")
def test_the_database_knows_how_full_it_is() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'rosters_assignment'")
        assert cursor.fetchone()[0] > 1000


def test_vacancies_stand_open_and_somebody_answered() -> None:
    ids = [one.pk for one in organisations.all_organisations()]
    posted = list(demand.open_vacancies(ids, TODAY))
    assert len(posted) == 5
    assert {one.ends_on is None for one in posted} == {True, False}
    assert len({one.organisation_id for one in posted}) == 5
    assert len({one.worker_id for one in matching.applications_waiting(ids)}) == 3


def test_eight_organisations_of_five_branches_share_a_pool() -> None:
    found = list(organisations.all_organisations())
    assert Counter(one.branch for one in found) == {
        "vvt": 3,
        "ghz": 2,
        "hospital": 1,
        "ggz": 1,
        "gp": 1,
    }
    ids = {one.pk for one in found}
    assert all(organisations.pool_partner_ids(one, TODAY) == ids for one in ids)


def test_two_hundred_and_forty_people_are_engaged() -> None:
    ids = [one.pk for one in organisations.all_organisations()]
    assert people.engaged_workers(ids, TODAY).count() == 240


def test_the_law_finds_nothing_for_any_team() -> None:
    ids = [one.pk for one in organisations.all_organisations()]
    assert rosters.findings_of_organisations(ids, MONDAY, END - timedelta(days=1)) == {}


def test_six_weeks_are_filled_for_the_most_part_and_open_shifts_are_published() -> None:
    ids = [one.pk for one in organisations.all_organisations()]
    shifts = list(demand.open_shifts(day_period(MONDAY).starts_at, day_period(END).starts_at, ids))
    filled = rosters.filled_places(shift.pk for shift in shifts)
    places = sum(shift.places for shift in shifts)
    assert 0.8 < sum(filled.values()) / places < 0.95
    still_open = [shift for shift in shifts if filled[shift.pk] < shift.places]
    assert {shift.sign_up for shift in still_open} == {SignUp.REQUEST, SignUp.INSTANT}
    assert {shift.reason for shift in still_open} == {"afwezigheid", "vacature"}
    assert {shift.function.code for shift in shifts} >= {"Helpende", "VIG", "VP4", "VP6", "IC-vpk"}


def test_one_team_has_next_week_to_plan() -> None:
    days = sorted(draft_days(TODAY))
    start, end = day_period(days[0]).starts_at, day_period(days[-1]).ends_at
    vlinder = list(demand.shifts_of_team(team("PG Vlinder").pk, start, end))
    assert {shift.state for shift in vlinder} == {ShiftState.DRAFT}
    assert not any(rosters.filled_places(shift.pk for shift in vlinder).values())
    assert len(vlinder) > 30


def test_rosters_were_made_known_but_for_that_week() -> None:
    draft = draft_days(TODAY)
    for number in range(DAYS):
        day = MONDAY + timedelta(days=number)
        assert rosters.is_published(team("Somatiek 1").pk, day)
        assert rosters.is_published(team("PG Vlinder").pk, day) is (day not in draft)


@pytest.mark.parametrize("account", cast.ACCOUNTS, ids=lambda account: account.email)
def test_each_of_the_cast_can_sign_in(account: cast.Account) -> None:
    row = identity.account_by_email(account.email)
    assert row is not None
    assert row.check_password(account.password)
    assert (people.worker_of(row) is not None) == (account.desk == "worker")
    kinds = {role.kind for role in identity.roles_of(row)}
    assert kinds == ({account.role} if account.role else set())


def test_planners_plan_at_their_own_organisation_only() -> None:
    de_linde = organisations.organisation_by_name("De Linde")
    molenpoort = organisations.organisation_by_name("Molenpoort")
    ingrid = identity.account_by_email("ingrid@voorbeeld.invalid")
    karim = identity.account_by_email("karim@voorbeeld.invalid")
    assert organisations_permissions.may_plan(ingrid, de_linde.pk)
    assert not organisations_permissions.may_plan(ingrid, molenpoort.pk)
    assert organisations_permissions.may_plan(karim, molenpoort.pk)
    saskia = identity.account_by_email("saskia@voorbeeld.invalid")
    assert identity_permissions.has_role(saskia, RoleKind.COORDINATOR, None)


@pytest.mark.parametrize("name", ["De Linde", "Molenpoort"])
def test_planners_find_requests_to_answer(name: str) -> None:
    organisation = organisations.organisation_by_name(name)
    assert len(list(matching.requests_waiting(organisation.pk))) >= 1


def test_the_worker_of_the_tutorial_finds_shifts_and_reasons() -> None:
    aylin = people.worker_of(identity.account_by_email("aylin@voorbeeld.invalid"))
    start, end = at(TODAY + timedelta(days=1), NOW.time()), day_period(END).starts_at
    found = matching.shifts_for(aylin, start, end, NOW)
    assert len(found.may) >= 10
    assert len({card.shift.organisation_id for card in found.may}) >= 3
    assert found.hidden_counts


def test_reasons_why_not_are_of_many_kinds() -> None:
    ids = [one.pk for one in organisations.all_organisations()]
    counted: Counter[str] = Counter()
    for worker in list(people.engaged_workers(ids, TODAY))[::12]:
        found = matching.shifts_for(worker, NOW, day_period(END).starts_at, NOW)
        counted.update(found.hidden_counts)
    kinds = {rule.split(".")[0] for rule in counted}
    assert kinds >= {"gate", "matching", "worktime"}
    assert len(counted) >= 7, counted


def test_it_remembers_for_which_day_it_was_built() -> None:
    assert built_for() == TODAY
    assert not is_over(TODAY, END - timedelta(days=1))
    assert is_over(TODAY, END)


def test_every_write_is_in_the_journal_with_its_author() -> None:
    ids = [one.pk for one in organisations.all_organisations()]
    entries = [entry for one in ids for entry in journal.entries_of_organisation(one)]
    events = Counter(entry.event for entry in entries)
    assert events["rosters.assignment.made"] > 3000
    assert events["demand.shift.created"] > 2000
    assert all(entry.actor_name for entry in entries)


def test_the_journal_never_says_why_somebody_was_away() -> None:
    aylin = identity.account_by_email("aylin@voorbeeld.invalid")
    worker = people.worker_of(aylin)
    for entry in journal.entries_about_worker(worker.pk):
        assert "ziek" not in str(entry.data).lower()


def test_there_is_something_to_settle_and_something_settled() -> None:
    linde = next(one for one in organisations.all_organisations() if one.name == "De Linde")
    assert settlement.invoices_of(linde.pk).exists()
    assert settlement.to_approve([linde.pk]).exists()
    assert settlement.never_registered([linde.pk], NOW).exists()
    agreements = contracts.agreements_of(linde.pk)
    rates = [card.state for one in agreements for card in contracts.rates_of(one.pk)]
    assert {"proposed", "approved"} == set(rates)
    assert contracts.suppliers_of(linde.pk).exists()


def test_the_pool_has_an_arrangement_and_its_councils_answered() -> None:
    pool = organisations.all_pools().first()
    assert pool is not None
    newest = organisations.arrangements_of(pool.pk).first()
    assert newest is not None
    answers = organisations.members_with_answer(newest, TODAY)
    told = Counter(answer.answer if answer else "" for _house, answer in answers)
    assert told == {"consented": 6, "refused": 1, "": 1}
    sharing = organisations.sharing_on(TODAY)
    linde = next(one for one in organisations.all_organisations() if one.name == "De Linde")
    assert len(sharing.partners(Shared.ASKING, linde.pk)) == 8
    assert len(sharing.partners(Shared.AVAILABILITY, linde.pk)) == 6


def test_side_entrants_work_from_the_pool_and_some_went_on(region: list[str]) -> None:
    assert "  16 side entrants in the pool or out of it" in region
    petra = people.worker_by_email("petra@voorbeeld.invalid")
    assert petra is not None
    term = people.pool_term_of(petra.pk)
    assert term is not None
    assert 0 < (term.ends_on - TODAY).days <= 100  # in view
    linde = next(one for one in organisations.all_organisations() if one.name == "De Linde")
    flow = people.flow_out([linde.pk], TODAY - timedelta(days=365), TODAY)
    assert (flow.now, flow.past_term, flow.gone) == (3, 0, 12)
    assert flow.left == {"employer": 12}
    assert flow.employers == {"De Linde": 12}
    names = {row.worker.name for row in people.left_pool([linde.pk], TODAY - timedelta(days=365))}
    assert len(names) == 12
    in_service = people.workers_of_organisation(linde.pk, TODAY)
    assert names <= {row.name for row in in_service}
    assert not {row.worker.account_id for row in people.pool_terms_of([linde.pk])} - {None}
