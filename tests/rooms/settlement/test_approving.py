"""Agreeing to hours: one or two sides, once, what was seen; and disagreeing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from factories.demand import make_shift
from factories.identity import make_account, make_planner, make_role, signed
from factories.moments import NOW
from factories.organisations import make_organisation
from factories.people import make_worker
from factories.races import race
from factories.rosters import raw_assignment
from factories.settlement import LAST_WEEK, make_approved, make_hours, make_worked
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.settlement import actions, permissions, queries
from rondstroom.rooms.settlement.models import Approval, Hours, HoursRules
from rondstroom.rooms.settlement.states import Deviation, HoursState, Side, Steps


@pytest.fixture
def roos(cast: Cast) -> Account:
    """Give the planner of Rijnzicht, which lends Joke."""
    return make_planner(cast.rijnzicht, "Roos")


def approve(row: Hours, by: Account, version: int = 1) -> Hours:
    return actions.approve_hours(hours=row, version=version, by=by, at=NOW)


def test_own_people_need_one_yes(cast: Cast) -> None:
    row = approve(make_hours(make_worked(cast.niels, cast.vlinder)), cast.pia)
    assert (row.state, row.approved_at) == (HoursState.APPROVED, NOW)
    assert not queries.needs_both(row)
    (yes,) = queries.approvals_of(queries.current_version(row).pk)
    assert (yes.side, yes.name) == (Side.BORROWER, "Pia")


def test_lent_people_need_the_borrower_and_then_the_lender(cast: Cast, roos: Account) -> None:
    row = make_hours(make_worked(cast.joke, cast.vlinder))
    assert list(queries.to_approve([cast.de_linde.pk])) == [row]
    assert list(queries.to_approve([cast.rijnzicht.pk])) == []
    with pytest.raises(actions.UnableToApprove) as refused:
        approve(row, roos)
    assert refused.value.code == "turn"
    assert approve(row, cast.pia).state == HoursState.HALF_APPROVED
    assert list(queries.to_approve([cast.de_linde.pk])) == []
    assert list(queries.to_approve([cast.rijnzicht.pk])) == [row]
    assert approve(row, cast.pia).state == HoursState.HALF_APPROVED
    assert approve(row, roos).state == HoursState.APPROVED
    events = [line.data.get("side") for line in journal.entries_about(f"hours:{row.pk}")]
    assert events == [None, "borrower", "lender"]


def test_a_lender_may_leave_it_to_the_borrower(cast: Cast) -> None:
    petra = make_role(make_account("Rik"), RoleKind.FINANCE, cast.rijnzicht)
    rules = actions.set_hours_rules(
        organisation=cast.rijnzicht,
        steps=Steps.ONE,
        answer_days=3,
        temporary_weeks=4,
        by=petra,
        at=NOW,
    )
    assert queries.rules_of(cast.rijnzicht.pk) == rules
    row = make_approved(make_worked(cast.joke, cast.vlinder), cast.pia)
    assert row.state == HoursState.APPROVED


def test_agreeing_twice_changes_nothing(cast: Cast) -> None:
    row = make_approved(make_worked(cast.niels, cast.vlinder), cast.pia, cast.pia)
    assert row.state == HoursState.APPROVED
    assert Approval.objects.count() == 1


def test_the_database_refuses_a_second_yes_of_a_side(cast: Cast) -> None:
    row = make_approved(make_worked(cast.niels, cast.vlinder), cast.pia)
    yes = Approval.objects.get(version=queries.current_version(row))
    yes.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        yes.save()


def test_nobody_agrees_to_what_they_have_not_seen(cast: Cast) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    row = make_hours(one)
    longer = replace(
        queries.planned(one), ends_at=one.ends_at + timedelta(hours=1), deviation=Deviation.CARE
    )
    actions.register_hours(assignment=one, said=longer, by=cast.pia, at=NOW, seen=1)
    with pytest.raises(actions.UnableToApprove) as refused:
        approve(row, cast.pia)
    assert refused.value.code == "changed"
    assert approve(row, cast.pia, version=2).state == HoursState.APPROVED


@pytest.mark.parametrize("who", ["bas", "coen", "petra", "otto"])
def test_others_do_not_decide(cast: Cast, who: str) -> None:
    row = make_hours(make_worked(cast.niels, cast.vlinder))
    assert not permissions.may_approve(getattr(cast, who), row, Side.BORROWER)
    with pytest.raises(actions.UnableToApprove, match="beslis je niet"):
        approve(row, getattr(cast, who))


def test_a_planner_never_agrees_to_the_own_hours(cast: Cast) -> None:
    assert cast.niels.account is not None
    make_role(cast.niels.account, RoleKind.PLANNER, cast.de_linde)
    row = make_hours(make_worked(cast.niels, cast.vlinder))
    with pytest.raises(actions.UnableToApprove):
        approve(row, cast.niels.account)


def test_many_at_once_each_by_what_was_seen(cast: Cast) -> None:
    rows = [
        make_hours(make_worked(cast.niels, cast.vlinder, day=LAST_WEEK + timedelta(days=day)))
        for day in range(3)
    ]
    seen = [(rows[0], 1), (rows[1], 1), (rows[2], 9)]
    done = actions.approve_many(seen=seen, by=cast.pia, at=NOW)
    assert done == actions.Approved(2, done.refusals)
    assert "Niels" in done.refusals[0]


def test_a_dispute_keeps_the_words_and_waits(cast: Cast, roos: Account) -> None:
    row = make_approved(make_worked(cast.joke, cast.vlinder), cast.pia)
    row = actions.dispute_hours(hours=row, text="Pauze ontbreekt.", by=roos, at=NOW)
    assert row.state == HoursState.DISPUTED
    row = actions.answer_dispute(
        hours=row, text="Klopt, past zij aan.", by=cast.joke.account, at=NOW
    )
    assert [said.text for said in queries.messages_about(row.pk)] == [
        "Pauze ontbreekt.",
        "Klopt, past zij aan.",
    ]
    assert all("Pauze" not in str(e.data) for e in journal.entries_about(f"hours:{row.pk}"))
    # What was agreed before the dispute counts no more: the borrower is asked again.
    assert approve(row, cast.pia).state == HoursState.HALF_APPROVED


def test_a_dispute_needs_words_and_somebody_concerned(cast: Cast) -> None:
    row = make_hours(make_worked(cast.niels, cast.vlinder))
    with pytest.raises(actions.UnableToDiscuss, match="Schrijf op"):
        actions.dispute_hours(hours=row, text="  ", by=cast.pia, at=NOW)
    with pytest.raises(actions.UnableToDiscuss, match="te lang"):
        actions.dispute_hours(hours=row, text="x" * 501, by=cast.pia, at=NOW)
    for who in ("bas", "coen", "otto"):
        assert not permissions.may_see_hours(getattr(cast, who), row)
        with pytest.raises(actions.UnableToDiscuss, match="praat je niet mee"):
            actions.answer_dispute(hours=row, text="Hoi", by=getattr(cast, who), at=NOW)
    assert permissions.may_see_hours(cast.petra, row)


def test_what_was_agreed_is_corrected_and_not_disputed(cast: Cast) -> None:
    row = make_approved(make_worked(cast.niels, cast.vlinder), cast.pia)
    with pytest.raises(actions.UnableToDiscuss, match="correctie"):
        actions.dispute_hours(hours=row, text="Toch niet", by=cast.pia, at=NOW)


def test_rules_are_set_by_who_does_the_money(cast: Cast) -> None:
    told = {"organisation": cast.de_linde, "steps": "one", "answer_days": 7, "temporary_weeks": 8}
    with pytest.raises(actions.UnableToSetRules, match="verander je niet"):
        actions.set_hours_rules(**told, by=cast.pia, at=NOW)
    for wrong in ({"steps": "drie"}, {"answer_days": 0}, {"temporary_weeks": 5}):
        with pytest.raises(actions.UnableToSetRules, match="lijst"):
            actions.set_hours_rules(**told | wrong, by=cast.petra, at=NOW)
    actions.set_hours_rules(**told, by=cast.petra, at=NOW)
    assert HoursRules.objects.get().answer_days == 7
    assert queries.rules_of(cast.molenpoort.pk).steps == Steps.TWO


def test_a_list_of_hours_costs_few_queries(cast: Cast, django_assert_num_queries: object) -> None:
    for day in range(4):
        make_hours(make_worked(cast.niels, cast.vlinder, day=LAST_WEEK + timedelta(days=day)))
    with django_assert_num_queries(1):  # type: ignore[operator]
        rows = list(queries.with_current(queries.to_approve([cast.de_linde.pk])))
        assert [(r.said_until - r.said_from).seconds // 60 for r in rows] == [510] * 4
        assert {(r.worker.name, r.team.location.name, r.said_kind) for r in rows}


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_many_planners_at_once_give_one_yes() -> None:
    signed()
    worker = make_worker("Aylin")
    planner = make_planner(make_organisation(), "Pia")
    one = raw_assignment(worker, make_shift(day=LAST_WEEK))
    one = Assignment.objects.select_related("worker__account", "shift__organisation").get(pk=one.pk)
    row = make_hours(one)
    raced = race([lambda: approve(row, planner)] * 8)
    assert {answer.state for answer in raced.answers} == {HoursState.APPROVED}
    assert Approval.objects.count() == 1
    told = [line.event for line in journal.entries_about(f"hours:{row.pk}")]
    assert told.count("settlement.hours.approved") == 1
