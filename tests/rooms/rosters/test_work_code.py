"""What the work code of a house finds in its rosters, and how work is shared out in truth."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_engagement, make_worker
from factories.rosters import raw_assignment
from factories.work_codes import make_code
from flexpool.contracts.work_code.distribution import Group
from people import Cast
from rondstroom.rooms.contracts import queries as contracts
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters import actions
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.queries import placement, work_code
from rondstroom.rooms.rosters.queries.work import year_around
from rondstroom.rooms.rosters.states import AssignmentState

pytestmark = pytest.mark.django_db

TENTH = Fraction(1, 10)
NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


def on(days: int) -> date:
    return MONDAY + timedelta(days=days)


def on_roster(worker: Worker, *shifts: Shift, **fields: Any) -> list[Assignment]:
    return [raw_assignment(worker, one, **fields) for one in shifts]


def rules(found: list[work_code.Found]) -> list[tuple[str, str]]:
    return [(one.worker.name, one.finding.rule.id.removeprefix("work-code.")) for one in found]


def night_notes(worker: Worker, shift: Shift) -> list[str]:
    """Give the rules that a planner reads beside a candidate."""
    found = matching.candidates(shift, NOW).eligible
    (one,) = [row for row in found if row.worker_id == worker.pk]
    return [row.rule for row in one.eligibility.warnings if row.severity == "policy"]


def test_a_planner_reads_beside_whom_the_share_becomes_too_large(cast: Cast) -> None:
    """Of 24 hours a week in November one night is 7 %, two are 15 %."""
    anna = make_worker("Anna", team=cast.vlinder)
    night = make_night_shift(cast.vlinder, day=on(2))
    make_code(cast.de_linde, anw_most=TENTH)
    assert night_notes(anna, night) == []
    on_roster(anna, make_night_shift(cast.vlinder))
    assert night_notes(anna, night) == ["work-code.anw-share"]
    assert night_notes(anna, make_shift(cast.vlinder, day=on(4))) == []
    assert night_notes(anna, make_night_shift(cast.vlinder, day=on(9))) == []


def test_who_has_no_contract_for_hours_here_is_not_judged_on_a_first_shift(cast: Cast) -> None:
    mira = make_worker("Mira", team=cast.vlinder, form=EngagementForm.ON_CALL, minutes_per_week=0)
    make_code(cast.de_linde, anw_most=TENTH)
    shift = placement.facts_of_shift(make_night_shift(cast.vlinder))
    person = placement.facts_of_workers([mira], shift.period, year_around(shift.period))[mira.pk]
    code = contracts.work_code_on(MONDAY, cast.de_linde.pk)
    assert code is not None
    assert work_code.share_after(code, person, shift) == ()


def test_the_notes_of_a_shift_are_those_of_its_house_and_moment(cast: Cast) -> None:
    shift = make_shift(cast.vlinder, day=on(2))
    assert work_code.notes_of_shift(shift, NOW) == work_code.Notes()
    make_code(cast.de_linde, notice_days=3, employer_hours=96, worker_hours=24)
    notes = work_code.notes_of_shift(shift, NOW)
    assert (len(notes.given), len(notes.by_employer), notes.by_worker) == (0, 1, ())
    late = work_code.notes_of_shift(make_shift(cast.vlinder), NOW)
    assert (len(late.given), len(late.by_employer), len(late.by_worker)) == (1, 1, 1)
    begun = work_code.notes_of_shift(make_shift(cast.vlinder, day=on(-3)), NOW)
    assert (begun.given, begun.by_employer, begun.by_worker) == ((), (), ())
    assert begun.code is not None


def test_before_publishing_it_says_who_would_know_late(cast: Cast) -> None:
    anna, bea = (make_worker(name, team=cast.vlinder) for name in ("Anna", "Bea"))
    planned = {"state": AssignmentState.PLANNED}
    on_roster(anna, make_shift(cast.vlinder), make_shift(cast.vlinder, day=on(1)), **planned)
    on_roster(
        bea, make_night_shift(cast.vlinder, day=on(1)), make_night_shift(cast.vlinder, day=on(2))
    )

    def found() -> list[tuple[str, str]]:
        return rules(work_code.code_findings_of_roster(cast.vlinder, MONDAY, on(6), NOW))

    assert found() == []
    make_code(cast.de_linde, notice_days=2, anw_least=TENTH, anw_most=TENTH)
    assert found() == [("Anna", "roster-notice"), ("Bea", "anw-share")]
    with CaptureQueriesContext(connection) as seen:
        found()
    assert len(seen) <= 4


def test_a_month_is_judged_whole(cast: Cast) -> None:
    anna = make_worker("Anna", team=cast.vlinder)
    make_code(cast.de_linde, notice_days=28, anw_least=TENTH, training_minutes=600)
    chosen, given = make_shift(cast.vlinder), make_shift(cast.vlinder, day=on(2))
    on_roster(anna, chosen)
    on_roster(anna, given, called_at=NOW)
    found = work_code.code_findings_of_month(cast.de_linde.pk, MONDAY, NOW)
    of_anna = [one for one in found if one.worker == anna]
    assert rules(of_anna) == [
        ("Anna", "anw-share"),
        ("Anna", "roster-notice"),
        ("Anna", "training"),
    ]
    assert of_anna[1].shift == given
    assert of_anna[2].finding.minutes == 600
    untrained = {one.worker for one in found if one.finding.minutes}
    assert untrained == {anna, cast.fatima, cast.niels, cast.sanne}
    assert work_code.code_findings_of_month(cast.molenpoort.pk, MONDAY, NOW) == []


def test_training_beside_a_shift_counts_and_hired_people_are_trained_elsewhere(cast: Cast) -> None:
    make_code(cast.de_linde, training_minutes=480)
    hired = make_worker("Zara", organisation=cast.de_linde, form=EngagementForm.AGENCY)
    short = make_worker("Kees", organisation=cast.de_linde)
    people.end_engagement(engagement=short.engagements.get(), ends_on=DECEMBER, **signed())
    beside = make_shift(cast.vlinder, day=on(1))
    Shift.objects.filter(pk=beside.pk).update(beside=make_shift(cast.vlinder))
    on_roster(cast.niels, Shift.objects.get(pk=beside.pk))
    found = work_code.code_findings_of_month(cast.de_linde.pk, MONDAY, NOW)
    missing = {one.worker: one.finding.minutes for one in found}
    assert cast.niels not in missing
    assert hired not in missing
    assert missing[short] == round(480 * 334 / 365)


def ten(cast: Cast, form: EngagementForm, number: int = 10) -> list[Worker]:
    return [
        make_worker(
            f"{form}-{one}", team=cast.vlinder, form=form, function="", with_account=one == 0
        )
        for one in range(number)
    ]


def told(group: Group) -> tuple[str, str, int]:
    return group.organisation, group.form, group.people


def test_the_real_distribution_is_told_per_form_from_ten_people_on(cast: Cast) -> None:
    make_code(cast.de_linde, notice_days=28, employer_hours=72, worker_hours=24)
    fixed = ten(cast, EngagementForm.PERMANENT)
    for number, worker in enumerate(fixed):
        shift = make_night_shift(cast.vlinder) if number < 5 else make_shift(cast.vlinder)
        on_roster(worker, shift, called_at=NOW if number < 2 else None)
    for worker in ten(cast, EngagementForm.AGENCY, 9):
        on_roster(worker, make_shift(cast.vlinder))
    agency, permanent = work_code.shared_out([cast.de_linde], NOVEMBER, DECEMBER)
    assert (told(agency), agency.total) == (("De Linde", "agency", 9), None)
    assert told(permanent) == ("De Linde", "permanent", 10)
    assert permanent.total is not None
    assert permanent.total.minutes == 5 * 465 + 5 * 480
    assert permanent.total.unsocial == 5 * 451
    assert (permanent.total.given, permanent.in_time_share) == (2, 0)
    assert work_code.shared_out([cast.molenpoort], NOVEMBER, DECEMBER) == []


def test_late_cancelling_is_counted_by_side(cast: Cast) -> None:
    make_code(cast.de_linde, employer_hours=72, worker_hours=48)
    fixed = ten(cast, EngagementForm.PERMANENT)
    rows = [on_roster(one, make_shift(cast.vlinder, day=on(2)))[0] for one in fixed]
    assert fixed[0].account is not None
    actions.cancel(assignment=rows[0], by=fixed[0].account, at=NOW)
    actions.cancel(assignment=rows[1], by=cast.pia, at=NOW)
    assert work_code.shared_out([cast.de_linde], NOVEMBER, DECEMBER)[0].total is None
    for one in fixed[:2]:
        on_roster(one, make_shift(cast.vlinder, day=on(4)))
    (group,) = work_code.shared_out([cast.de_linde], NOVEMBER, DECEMBER)
    assert group.total is not None
    assert (group.total.late_by_worker, group.total.late_by_employer) == (0, 1)
    assert group.total.minutes == 10 * 480


def test_who_is_lent_has_a_form_of_its_own(cast: Cast) -> None:
    on_roster(cast.joke, make_shift(cast.vlinder))
    (group,) = work_code.shared_out([cast.de_linde], NOVEMBER, DECEMBER)
    assert told(group) == ("De Linde", "lent", 1)
    make_engagement(cast.joke, cast.de_linde, form=EngagementForm.SECONDED)
    (group,) = work_code.shared_out([cast.de_linde], NOVEMBER, DECEMBER)
    assert told(group) == ("De Linde", "seconded", 1)
