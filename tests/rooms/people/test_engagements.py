"""Engagements: from a day, up to a day, under a number that is one person's."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from factories.identity import signed
from factories.moments import MONDAY, SINCE
from factories.organisations import make_organisation, make_team
from factories.people import make_engagement, make_worker
from people import Cast
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people import actions, queries
from rondstroom.rooms.people.states import EngagementForm

pytestmark = pytest.mark.django_db


def test_a_nurse_with_two_employers_has_two_engagements(cast: Cast) -> None:
    held = queries.engagements_of(cast.fatima.pk, MONDAY)
    assert [one.organisation for one in held] == [cast.molenpoort, cast.de_linde]


@pytest.mark.parametrize(
    ("on", "works"),
    [
        (SINCE - timedelta(days=1), False),
        (SINCE, True),
        (MONDAY - timedelta(days=1), True),
        (MONDAY, False),
    ],
)
def test_an_engagement_holds_from_its_first_day_up_to_its_end(on: date, works: bool) -> None:
    aylin = make_worker("Aylin")
    engagement = queries.engagements_of(aylin.pk, SINCE).get()
    actions.end_engagement(engagement=engagement, ends_on=MONDAY, **signed())
    assert queries.engagements_of(aylin.pk, on).exists() == works
    there = queries.workers_of_organisation(engagement.organisation_id, on)
    assert (aylin in there) == works


def test_an_engagement_that_ended_is_still_known(cast: Cast) -> None:
    engagement = queries.engagements_of(cast.niels.pk, MONDAY).get()
    actions.end_engagement(engagement=engagement, ends_on=MONDAY, **signed())
    assert queries.ties_of([cast.niels.pk]) == {cast.niels.pk: [engagement]}
    number = engagement.personnel_number
    assert queries.engagements_by_number(cast.de_linde.pk)[number].worker == cast.niels


def test_stopping_before_starting_is_refused() -> None:
    aylin = make_worker("Aylin")
    engagement = queries.engagements_of(aylin.pk, SINCE).get()
    with pytest.raises(actions.UnableToEngage, match="Aylin kan niet stoppen"):
        actions.end_engagement(engagement=engagement, ends_on=SINCE, **signed())
    with pytest.raises(actions.UnableToEngage, match="niet stoppen voor de eerste dag"):
        make_engagement(aylin, make_organisation("Molenpoort"), ends_on=SINCE)


def test_a_number_is_one_persons_at_one_organisation() -> None:
    linde, molen = make_organisation("De Linde"), make_organisation("Molenpoort")
    aylin = make_worker("Aylin", organisation=linde)
    bo = make_worker("Bo", organisation=linde)
    make_engagement(aylin, molen, personnel_number="7")
    with pytest.raises(actions.UnableToEngage, match="7 is bij Molenpoort al in gebruik") as no:
        make_engagement(bo, molen, personnel_number=" 7 ")
    assert no.value.code == "taken"
    make_engagement(bo, linde, personnel_number="7")


@pytest.mark.parametrize("number", ["", "   "])
def test_an_engagement_without_a_number_is_refused(number: str) -> None:
    aylin = make_worker("Aylin", with_account=False)
    with pytest.raises(actions.UnableToEngage, match="geen personeelsnummer"):
        actions.engage(
            worker=aylin,
            organisation=make_organisation("Molenpoort"),
            form=EngagementForm.ON_CALL,
            personnel_number=number,
            starts_on=SINCE,
            **signed(),
        )


def test_a_team_of_somebody_else_is_refused() -> None:
    aylin = make_worker("Aylin")
    strange = make_team("Wijkteam Noord", make_organisation("Molenpoort"))
    with pytest.raises(actions.UnableToEngage, match="Wijkteam Noord hoort niet bij De Linde"):
        make_engagement(aylin, make_organisation("De Linde"), team=strange, personnel_number="8")
    engagement = queries.engagements_of(aylin.pk, SINCE).get()
    with pytest.raises(actions.UnableToEngage, match="Kies een eigen team"):
        actions.change_engagement(engagement=engagement, team=strange, **signed())
    assert engagement.team is None


@pytest.mark.parametrize("minutes", [-60, 7 * 24 * 60 + 1])
def test_more_hours_than_a_week_has_are_refused(minutes: int) -> None:
    with pytest.raises(actions.UnableToEngage, match="uur per week kan niet"):
        make_worker("Aylin", minutes_per_week=minutes)


def test_what_changed_of_an_engagement_is_named() -> None:
    team = make_team("PG Vlinder")
    aylin = make_worker("Aylin", minutes_per_week=1440)
    engagement = queries.engagements_of(aylin.pk, SINCE).get()
    asked = {"form": EngagementForm.PERMANENT, "minutes_per_week": 1200, "team": team}
    assert actions.change_engagement(engagement=engagement, **asked, **signed()) == [
        "minutes_per_week",
        "team",
    ]
    assert actions.change_engagement(engagement=engagement, **asked, **signed()) == []
    engagement.refresh_from_db()
    assert (engagement.minutes_per_week, engagement.team) == (1200, team)


def test_every_step_stands_in_the_journal_of_worker_and_organisation() -> None:
    aylin = make_worker("Aylin", function="")
    engagement = queries.engagements_of(aylin.pk, SINCE).get()
    actions.change_engagement(engagement=engagement, minutes_per_week=60, **signed())
    actions.end_engagement(engagement=engagement, ends_on=MONDAY, **signed())
    expected = [
        "people.engagement.ended",
        "people.engagement.changed",
        "people.engagement.started",
    ]
    at_organisation = journal.entries_of_organisation(engagement.organisation_id)
    assert [line.event for line in at_organisation.filter(worker_id=aylin.pk)] == expected
    assert [line.event for line in journal.entries_about_worker(aylin.pk)][:3] == expected


def test_workers_of_a_pool_come_with_their_ties_in_three_queries(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    partners = [cast.de_linde.pk, cast.molenpoort.pk]
    with django_assert_max_num_queries(3):
        found = {
            worker.name: (
                [one.organisation.name for one in worker.engagements.all()],
                len(worker.willing_for.all()),
            )
            for worker in queries.engaged_workers(partners, MONDAY)
        }
    assert found == {
        "Fatima": (["Molenpoort", "De Linde"], 0),
        "Niels": (["De Linde"], 0),
        "Ruud": (["Molenpoort"], 1),
        "Sanne": (["De Linde"], 0),
    }


def test_who_is_of_a_team_by_name_and_once(cast: Cast) -> None:
    names = [one.name for one in queries.engaged_in_team(cast.vlinder.pk, MONDAY)]
    assert names == ["Fatima", "Niels", "Sanne"]
    assert not queries.engaged_in_team(cast.elsewhere.pk, MONDAY).exists()
