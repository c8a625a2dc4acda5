"""What planners and coordinators elsewhere complain of, each with a test named after it.

The numbers are those of the list of complaints that the project keeps; numbers 1, 10 and 21 stand
in test_effort.py and test_absent.py, 13 and 14 with the calendar, 20 with the races.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from desks.planner.conftest import sign_in
from desks.planner.reading import said, text_of
from factories.demand import make_night_shift, make_shift
from factories.identity import make_role, signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.identity.actions import UnableToCreateAccount, create_account
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching import queries
from rondstroom.rooms.messages import queries as messages
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment

pytestmark = pytest.mark.django_db


def assign(pia: Client, shift: Shift, worker: Any, **form: str) -> str:
    """Let Pia put somebody on a shift; give what she reads."""
    told = {"worker": str(worker.pk), **form}
    return said(pia.post(reverse("planner:assign", args=[shift.pk]), told))


def names(shift: Shift) -> list[str]:
    """Give who may work a shift, best first."""
    return [one.name for one in queries.candidates(shift, NOW).eligible]


def test_06_nobody_turns_up_for_a_shift_that_is_filled(pia: Client, cast: Cast) -> None:
    """A place is given once; who asked too reads that it is gone, before setting out."""
    shift = make_night_shift(cast.vlinder)
    tess = make_worker("Tess", team=cast.vlinder)
    matching.sign_up(worker=tess, shift=shift, by=tess.account, at=NOW)
    assert "Niels werkt" in assign(pia, shift, cast.niels)
    assert "vol" in assign(pia, shift, tess) or "bezet" in assign(pia, shift, tess)
    assert Assignment.objects.filter(shift=shift).count() == 1
    answered = queries.requests_of(tess.pk)[0]
    assert answered.state == "declined"
    assert "vergeven" in answered.answer


def test_06_who_loses_a_shift_is_named_first_and_told_at_once(pia: Client, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    before = messages.inbox(cast.niels.account).count()
    page = reverse("planner:shift_cancel", args=[shift.pk])
    assert "Niels verliest deze dienst" in text_of(pia.get(page))
    pia.post(page, {"reason": "bewoner verhuisd"})
    assert messages.inbox(cast.niels.account).count() == before + 1


def test_07_a_shift_never_hides_on_which_ward_it_is(pia: Client, cast: Cast) -> None:
    """56% would not take a shift on an unknown ward: place, team and function go with it."""
    make_shift(cast.vlinder, remarks="Sleutel bij de receptie")
    page = text_of(sign_in(make_worker("Tess", team=cast.vlinder).account).get("/worker/"))
    assert "PG Vlinder" in page
    assert "functie VIG" in page


def test_12_the_week_is_a_list_where_a_grid_would_be_too_small(pia: Client, cast: Cast) -> None:
    make_shift(cast.vlinder)
    page = pia.get(reverse("planner:week"), {"team": cast.vlinder.pk, "day": MONDAY.isoformat()})
    assert 'class="narrow-only"' in page.content.decode()


def test_15_nobody_is_overworked_without_a_reason_in_the_log(pia: Client, cast: Cast) -> None:
    nights = [make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=n)) for n in range(9)]
    for night in nights:
        last = assign(pia, night, cast.niels)
    assert "Niels werkt" not in last
    stopped = Assignment.objects.count()
    assert stopped < len(nights)
    for night in nights[stopped:]:
        assign(pia, night, cast.niels, override="yes", override_reason="niemand anders")
    kept = Assignment.objects.order_by("pk").last()
    assert kept is not None
    assert "niemand anders" in str(kept.reasons)


def test_15_work_at_the_other_employer_counts(cast: Cast) -> None:
    """Rest is judged over all work together, and what is elsewhere is not named."""
    evening = make_shift(cast.wijkteam, start="15:30", end="23:45", function="VP6")
    rosters.assign(worker=cast.fatima, shift=evening, **signed())
    early = make_shift(cast.vlinder, day=MONDAY + timedelta(days=1), function="VP6")
    assert "Fatima" not in names(early)
    verdict = queries.eligibility(cast.fatima, early, NOW)
    assert not verdict.ok
    assert "Molenpoort" not in str(verdict.reasons)


def test_16_a_higher_function_may_do_the_lower_work(cast: Cast) -> None:
    """Without it every such sign-up is an approval by hand."""
    make_worker("Vera", team=cast.vlinder, function="VP4")
    assert "Vera" in names(make_shift(cast.vlinder, function="Helpende"))
    assert "Vera" in names(make_shift(cast.vlinder, function="VIG"))
    assert "Sanne" not in names(make_night_shift(cast.vlinder, function="VIG"))


def test_18_a_night_has_a_length_and_stands_on_the_day_it_begins(pia: Client, cast: Cast) -> None:
    night = make_night_shift(cast.vlinder)
    assert (night.ends_at - night.starts_at) == timedelta(hours=8, minutes=15)
    week = {"team": cast.vlinder.pk, "day": MONDAY.isoformat()}
    assert "23:00 – di 07:15" in text_of(pia.get(reverse("planner:list"), week))
    before = {"team": cast.vlinder.pk, "day": (MONDAY - timedelta(days=1)).isoformat()}
    assert "23:00 – di 07:15" not in text_of(pia.get(reverse("planner:list"), before))


@pytest.mark.parametrize(
    ("day", "hours"), [(MONDAY.replace(2026, 10, 24), 9.25), (MONDAY.replace(2027, 3, 27), 7.25)]
)
def test_18_a_night_on_which_the_clock_changes_has_its_real_length(
    day: Any, hours: float, cast: Cast
) -> None:
    night = make_night_shift(cast.vlinder, day=day)
    assert (night.ends_at - night.starts_at) == timedelta(hours=hours)


def test_19_one_wrong_line_does_not_block_the_others(pia: Client, cast: Cast) -> None:
    """One shift that cannot be done hinders no other, and says which and why."""
    tess = make_worker("Tess", team=cast.vlinder)
    shifts = [make_shift(cast.vlinder, day=MONDAY + timedelta(days=3 * n)) for n in range(3)]
    for shift in shifts:
        matching.sign_up(worker=tess, shift=shift, by=tess.account, at=NOW)
    marks = [f"give:{row.pk}" for row in queries.requests_waiting(cast.de_linde.pk)]
    Shift.objects.filter(pk=shifts[1].pk).update(state="cancelled")
    pia.post(reverse("planner:solve"), {"line": marks})
    filled = set(Assignment.objects.values_list("shift_id", flat=True))
    assert {shifts[0].pk, shifts[2].pk} <= filled


def test_21_a_planner_replaces_who_is_sick(pia: Client, cast: Cast) -> None:
    """The sick do not have to arrange a swap: the planner does all of it."""
    tess = make_worker("Tess", team=cast.vlinder)
    shift = make_night_shift(cast.vlinder)
    row = rosters.assign(worker=cast.niels, shift=shift, **signed())
    pia.post(reverse("planner:absent", args=[row.pk]))
    assert "Tess werkt" in assign(pia, shift, tess)
    living = Assignment.objects.exclude(state="cancelled")
    assert list(living.values_list("worker__name", flat=True)) == ["Tess"]


def test_22_shifts_that_touch_are_no_conflict(pia: Client, cast: Cast) -> None:
    """11:00 to 15:00 begins where 07:00 to 11:00 ends: nothing overlaps."""
    tess = make_worker("Tess", team=cast.vlinder)
    first = make_shift(cast.vlinder, start="07:00", end="11:00", break_minutes=0)
    second = make_shift(cast.vlinder, start="11:00", end="15:00", break_minutes=0)
    assert "Tess werkt" in assign(pia, first, tess)
    assert "Tess werkt" in assign(pia, second, tess)
    overlapping = make_shift(cast.vlinder, start="10:59", end="15:00", break_minutes=0)
    assert "Tess werkt" not in assign(pia, overlapping, tess)


def test_23_of_hundreds_only_the_best_are_shown_at_first(pia: Client, cast: Cast) -> None:
    for n in range(12):
        make_worker(f"Zo {n}", team=cast.vlinder, with_account=False)
    asks = make_worker("Vraagt", team=cast.vlinder)
    shift = make_shift(cast.vlinder)
    matching.sign_up(worker=asks, shift=shift, by=asks.account, at=NOW)
    page = pia.get(reverse("planner:shift", args=[shift.pk])).content.decode()
    eligible = page.partition('<ol class="plain">')[2]
    shown, _fold, _rest = eligible.partition('<details class="fold">')
    assert shown.count('class="person candidate"') == 8
    # Who signed up stands above all candidates, with the answer beside it.
    assert page.index("Vraagt") < page.index('<ol class="plain">')


def test_24_one_account_is_worker_and_planner(cast: Cast) -> None:
    """One set of credentials for all that somebody is; the same address twice is refused."""
    make_role(cast.niels.account, RoleKind.PLANNER, cast.de_linde)
    browser = sign_in(cast.niels.account)
    assert browser.get("/planner/").status_code == 200
    assert browser.get("/worker/").status_code == 200
    with pytest.raises(UnableToCreateAccount):
        create_account(email=cast.niels.account.email.upper(), name="Nog eens", **signed())


def test_24_what_one_does_is_seen_by_the_other_at_once(pia: Client, cast: Cast) -> None:
    """No synchronisation overnight: the next page shows it."""
    shift = make_night_shift(cast.vlinder)
    worker = sign_in(cast.niels.account)
    assert "23:00" in text_of(worker.get("/worker/"))
    assign(pia, shift, cast.niels)
    assert "23:00" in text_of(worker.get("/worker/roster/"))


def test_25_every_slot_of_the_week_says_which_day_it_is(pia: Client, cast: Cast) -> None:
    make_shift(cast.vlinder)
    week = {"team": cast.vlinder.pk, "day": MONDAY.isoformat()}
    page = pia.get(reverse("planner:week"), week).content.decode()
    assert 'scope="col"' in page
    assert "Niels, ma 23 nov" in page
