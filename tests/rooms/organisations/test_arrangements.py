"""What a pool agreed: versions with author, consent of works councils, and who shares what."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.db import IntegrityError, transaction

from factories.contracts import WORKED_EXAMPLE, make_agreement, make_rate
from factories.identity import signed
from factories.moments import MONDAY, NOW, SINCE
from factories.organisations import answer_council, make_arrangement, make_pool
from people import Cast
from rondstroom.rooms.contracts import actions as contracts
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.organisations import actions, permissions, queries
from rondstroom.rooms.organisations.models import (
    CouncilAnswer,
    Organisation,
    Pool,
    PoolArrangement,
)
from rondstroom.rooms.organisations.states import Council, Shared

TABLE = Path(__file__).parents[2] / "cases" / "organisations" / "sharing.yaml"
CASES = yaml.safe_load(TABLE.read_text(encoding="utf-8"))["cases"]


@pytest.fixture
def pool(cast: Cast) -> Pool:
    """Give the pool of De Linde, Molenpoort and Rijnzicht."""
    return Pool.objects.get()


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_who_shares_what(cast: Cast, pool: Pool, case: dict[str, Any]) -> None:
    by_name = {one.name: one for one in queries.all_organisations()}
    if case["arrangement"] is not None:
        row = make_arrangement(pool, **case["arrangement"])
        for name, answer in case.get("answers", ()):
            answer_council(row, by_name[name], answer)
    sharing = queries.sharing_on(MONDAY)
    for shared in Shared:
        wanted = {by_name[name].pk for name in case[shared.value]}
        assert sharing.partners(shared, cast.de_linde.pk) == wanted
        assert queries.sharing_partners(shared, [cast.de_linde.pk], MONDAY) == wanted
        gives = len(wanted) > 1 or shared.value in case.get("gives", ())
        assert sharing.gives(shared, cast.de_linde.pk) == gives
        assert sharing.partners(shared, cast.zonder_pool.pk) == {cast.zonder_pool.pk}
        assert sharing.gives(shared, cast.zonder_pool.pk)


def test_a_second_pool_shares_what_the_first_does_not(cast: Cast, pool: Pool) -> None:
    make_arrangement(pool)
    make_pool(cast.de_linde, cast.zonder_pool, name="Pool Achterhoek")
    sharing = queries.sharing_on(MONDAY)
    both = {cast.de_linde.pk, cast.zonder_pool.pk}
    assert sharing.partners(Shared.ASKING, cast.de_linde.pk) == both


def test_the_newest_version_that_began_holds(pool: Pool) -> None:
    first = make_arrangement(pool, shares=[Shared.ASKING])
    second = make_arrangement(pool, after=1, starts_on=MONDAY)
    assert queries.sharing_on(MONDAY - timedelta(days=1)).arrangements[pool.pk] == first
    assert queries.sharing_on(MONDAY).arrangements[pool.pk] == second
    assert [one.version for one in queries.arrangements_of(pool.pk)] == [2, 1]


def test_consent_to_a_version_is_not_consent_to_the_next(cast: Cast, pool: Pool) -> None:
    shared = {"shares": [Shared.AVAILABILITY], "needs_consent": [Shared.AVAILABILITY]}
    first = make_arrangement(pool, **shared)
    for house in (cast.de_linde, cast.molenpoort):
        answer_council(first, house)
    partners = queries.sharing_partners(Shared.AVAILABILITY, [cast.de_linde.pk], MONDAY)
    assert cast.molenpoort.pk in partners
    make_arrangement(pool, after=1, **shared)
    partners = queries.sharing_partners(Shared.AVAILABILITY, [cast.de_linde.pk], MONDAY)
    assert partners == {cast.de_linde.pk}


def test_writing_is_in_the_journal_of_every_member(cast: Cast, pool: Pool) -> None:
    row = make_arrangement(pool)
    lines = list(journal.entries_about(f"pool:{pool.pk}"))[-3:]
    assert {one.event for one in lines} == {"organisations.arrangement.written"}
    houses = {cast.de_linde.pk, cast.molenpoort.pk, cast.rijnzicht.pk}
    assert {one.organisation_id for one in lines} == houses
    answer_council(row, cast.molenpoort, "refused")
    line = journal.entries_about(f"pool:{pool.pk}").last()
    assert line is not None
    assert (line.event, line.organisation_id) == (
        "organisations.council.answered",
        cast.molenpoort.pk,
    )
    assert line.data["answer"] == "refused"


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"aim": " "}, "Vul doel"),
        ({"reference": ""}, "Vul doel"),
        ({"needs_consent": [Shared.ASKING]}, "Vink beide aan"),
        ({"starts_on": date(2025, 12, 31)}, "De vorige versie"),
        ({"aim": "x" * 2001}, "2000"),
        ({"after": 0}, "Iemand anders"),
        ({"after": 2}, "Iemand anders"),
    ],
    ids=["aim", "reference", "consent", "earlier", "long", "behind", "ahead"],
)
def test_what_is_not_right_is_refused(pool: Pool, told: dict[str, Any], why: str) -> None:
    make_arrangement(pool)
    with pytest.raises(actions.UnableToArrange, match=why):
        make_arrangement(pool, **({"after": 1} | told))
    assert PoolArrangement.objects.count() == 1


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"reference": " "}, "brief"),
        ({"answered_on": date(2026, 11, 23)}, "geweest"),
        ({"reference": "x" * 201}, "200"),
    ],
    ids=["nowhere", "to come", "long"],
)
def test_an_answer_is_a_letter_of_a_day_gone_by(
    cast: Cast, pool: Pool, told: dict[str, Any], why: str
) -> None:
    right = {"answered_on": SINCE, "reference": "brief", "organisation": cast.de_linde}
    row = make_arrangement(pool)
    with pytest.raises(actions.UnableToArrange, match=why):
        actions.write_council_answer(
            arrangement=row, answer=Council.CONSENTED, **(right | told), **signed()
        )
    assert not CouncilAnswer.objects.exists()


def test_who_is_not_in_the_pool_does_not_answer(cast: Cast, pool: Pool) -> None:
    row = make_arrangement(pool)
    with pytest.raises(actions.UnableToArrange, match="doet niet mee"):
        answer_council(row, cast.zonder_pool)
    names = [one.name for one, _answer in queries.members_with_answer(row, MONDAY)]
    assert names == ["De Linde", "Molenpoort", "Rijnzicht"]


def test_the_database_keeps_one_of_each_version(pool: Pool) -> None:
    row = make_arrangement(pool)
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_fee_above_what_the_pool_agreed_is_refused(cast: Cast, pool: Pool) -> None:
    agreement = make_agreement(cast.molenpoort, cast.de_linde)
    make_arrangement(pool, most_fee_bp=250)
    assert WORKED_EXAMPLE.fee * 100 == 3
    with pytest.raises(contracts.UnableToSetRate, match="hooguit 2,5 %") as refusal:
        make_rate(agreement)
    assert refusal.value.code == "above-arrangement"
    make_arrangement(pool, after=1, most_fee_bp=300)
    assert make_rate(agreement).fee_bp == 300


def test_outside_the_pool_its_fee_does_not_hold(cast: Cast, pool: Pool) -> None:
    make_arrangement(pool, most_fee_bp=0)
    assert make_rate(make_agreement(cast.zonder_pool, cast.de_linde)).fee_bp == 300


def test_only_the_coordinator_writes_it_down(cast: Cast) -> None:
    assert permissions.may_arrange(cast.coen)
    for account in (cast.pia, cast.petra, cast.otto, cast.niels.account):
        assert not permissions.may_arrange(account)


def test_reading_asks_three_questions_at_most(
    cast: Cast, pool: Pool, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(2):
        queries.sharing_on(MONDAY)
    row = make_arrangement(pool)
    for house in Organisation.objects.filter(memberships__pool=pool):
        answer_council(row, house)
    with django_assert_num_queries(3):
        queries.sharing_on(NOW.date())


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_rows_read_for_a_week_say_the_same_of_each_day(
    cast: Cast, pool: Pool, case: dict[str, Any]
) -> None:
    by_name = {one.name: one for one in queries.all_organisations()}
    if case["arrangement"] is not None:
        row = make_arrangement(pool, **case["arrangement"])
        for name, answer in case.get("answers", ()):
            answer_council(row, by_name[name], answer)
    last = MONDAY + timedelta(days=8)
    members = list(queries.memberships_in(MONDAY, last))
    arranged, answers = queries.arranged_until(last)
    for day in (MONDAY, last):
        found = queries.sharing_from(members, arranged, answers, day)
        assert found == queries.sharing_on(day)
        assert found.together(cast.de_linde.pk) == found.members[pool.pk]
        assert found.together(cast.zonder_pool.pk) == {cast.zonder_pool.pk}
