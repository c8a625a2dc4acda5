"""Who may work a shift: every reason why not, with the way out; and nothing that may not count."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.organisations import make_organisation, make_team
from factories.people import make_engagement, make_worker, say
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.matching import queries
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, EngagementForm, Wish
from rondstroom.rooms.rosters import actions as rosters

pytestmark = pytest.mark.django_db

TUESDAY = MONDAY + timedelta(days=1)


def rules(worker: Worker, shift: Shift) -> list[str]:
    """Give the rules that keep a worker off a shift."""
    return [reason.rule for reason in queries.eligibility(worker, shift, NOW).reasons]


def test_a_carer_of_the_team_may(cast: Cast) -> None:
    answer = queries.eligibility(cast.niels, make_night_shift(cast.vlinder), NOW)
    assert answer.ok
    assert (answer.tier, answer.wish) == (0, "available")
    assert answer.travel_minutes is not None


def test_every_reason_is_named_at_once(cast: Cast) -> None:
    shift = make_shift(cast.vlinder, function="VP4", start="07:00", end="15:00")
    assert rules(cast.sanne, shift) == ["matching.unavailable", "gate.diploma", "gate.register"]


def test_every_reason_has_words_and_a_way_out(cast: Cast) -> None:
    shift = make_shift(cast.intensive_care, function="IC-vpk")
    for reason in queries.eligibility(cast.sanne, shift, NOW).reasons:
        assert reason.text.endswith(".")
        assert reason.remedy


@pytest.mark.parametrize(
    ("state", "rule"),
    [(ShiftState.DRAFT, "matching.not-published"), (ShiftState.PUBLISHED, None)],
)
def test_only_an_open_shift(cast: Cast, state: ShiftState, rule: str | None) -> None:
    found = rules(cast.niels, make_night_shift(cast.vlinder, state=state))
    assert found == ([rule] if rule else [])


def test_a_shift_that_began_is_over(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    answer = queries.eligibility(cast.niels, shift, shift.starts_at)
    assert [reason.rule for reason in answer.reasons] == ["matching.past"]


def test_a_full_shift(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    rosters.assign(worker=make_worker("Bram", team=cast.vlinder), shift=shift, **signed())
    assert rules(cast.niels, shift) == ["matching.full"]


def test_who_is_on_it_already(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder, places=2)
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    assert rules(cast.niels, shift) == ["matching.already-assigned"]


def test_an_organisation_outside_the_pool(cast: Cast) -> None:
    shift = make_night_shift(cast.elsewhere)
    assert "matching.not-in-pool" in rules(cast.niels, shift)


def test_an_organisation_where_one_did_not_ask_to_work(cast: Cast) -> None:
    shift = make_night_shift(cast.wijkteam)
    assert rules(cast.niels, shift) == ["matching.not-willing"]
    people.set_willingness(worker=cast.niels, organisations=[cast.molenpoort], **signed())
    assert rules(cast.niels, shift) == []


def test_too_far(cast: Cast) -> None:
    people.set_willingness(worker=cast.niels, organisations=[cast.rijnzicht], **signed())
    shift = make_night_shift(cast.intensive_care, function="Helpende")
    answer = queries.eligibility(cast.niels, shift, NOW)
    (reason,) = answer.reasons
    assert reason.rule == "matching.too-far"
    assert str(answer.travel_minutes) in reason.text


def test_one_is_never_too_far_from_the_own_team() -> None:
    far = make_team("Verweg", pc4="7001")
    assert rules(make_worker(team=far, max_travel_minutes=1), make_shift(far)) == []


def test_an_unknown_postcode_is_said_and_blocks_nothing(cast: Cast) -> None:
    worker = make_worker(organisation=cast.de_linde, home_pc4="")
    answer = queries.eligibility(worker, make_shift(cast.vlinder), NOW)
    assert answer.ok
    assert answer.travel_minutes is None
    assert [warning.rule for warning in answer.warnings] == ["matching.travel-unknown"]


def test_ones_own_no(cast: Cast) -> None:
    assert rules(cast.niels, make_shift(cast.vlinder)) == ["matching.unavailable"]


def test_rather_not_is_said_and_blocks_nothing(cast: Cast) -> None:
    say(cast.niels, {(MONDAY, DayPart.NIGHT): Wish.RATHER_NOT})
    answer = queries.eligibility(cast.niels, make_night_shift(cast.vlinder), NOW)
    assert answer.ok
    assert [warning.rule for warning in answer.warnings] == ["matching.rather-not"]


def test_an_engagement_that_ended(cast: Cast) -> None:
    worker = make_worker(function="VIG", organisation=make_organisation("Kort"))
    people.end_engagement(engagement=worker.engagements.get(), ends_on=MONDAY, **signed())
    assert rules(worker, make_shift(cast.vlinder)) == [
        "matching.engagement-ended",
        "gate.agreement",
    ]


def test_the_rest_between_shifts_says_what_is_needed_and_from_when(cast: Cast) -> None:
    worker = make_worker("Bram", team=cast.vlinder)
    late = make_shift(cast.vlinder, start="14:30", end="23:30")
    rosters.assign(worker=worker, shift=late, **signed())
    early = make_shift(cast.vlinder, day=TUESDAY, start="07:00", end="15:30")
    reasons = queries.eligibility(worker, early, NOW).reasons
    rest = next(reason for reason in reasons if reason.rule == "worktime.daily-rest")
    assert "11 uur" in rest.text
    assert "10:30" in rest.remedy


def test_the_law_counts_work_elsewhere_without_naming_it(cast: Cast) -> None:
    at_molenpoort = make_shift(cast.wijkteam, function="VP6", start="14:30", end="23:30")
    rosters.assign(worker=cast.fatima, shift=at_molenpoort, **signed())
    early = make_shift(cast.vlinder, day=TUESDAY, start="07:00", end="15:30")
    reasons = queries.eligibility(cast.fatima, early, NOW).reasons
    assert any("Werk elders telt mee" in reason.text for reason in reasons)
    assert all("Molenpoort" not in reason.text + reason.remedy for reason in reasons)


def test_a_shift_without_a_function_asks_no_diploma(cast: Cast) -> None:
    worker = make_worker("Bram", team=cast.vlinder, without="diploma")
    assert rules(worker, make_shift(cast.vlinder, function="")) == []


@pytest.mark.parametrize("form", list(EngagementForm))
def test_the_form_of_engagement_changes_nothing(cast: Cast, form: EngagementForm) -> None:
    shift = make_shift(cast.vlinder)
    usual = make_worker("Bram", team=cast.vlinder)
    other = make_worker("Chris", team=cast.vlinder, form=form)
    assert queries.eligibility(other, shift, NOW) == queries.eligibility(usual, shift, NOW)


def test_hours_owed_are_those_of_the_own_employer_this_week(cast: Cast) -> None:
    night = make_night_shift(cast.vlinder, break_minutes=45)
    before = queries.eligibility(cast.niels, night, NOW).owed_minutes
    assert before == 24 * 60
    rosters.assign(worker=cast.niels, shift=night, **signed())
    wednesday = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=2))
    assert queries.eligibility(cast.niels, wednesday, NOW).owed_minutes == before - 450


def test_a_partner_owes_nothing(cast: Cast) -> None:
    shift = make_shift(cast.vlinder, function="IC-vpk")
    make_engagement(cast.joke, cast.zonder_pool, minutes_per_week=600)
    assert queries.eligibility(cast.joke, shift, NOW).owed_minutes == 0
