"""Who may open what: every address of the desk, for everybody it is not for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from desks.planner.conftest import sign_in
from factories.demand import make_shift
from factories.identity import make_account, make_role, signed
from factories.moments import MONDAY
from people import Cast
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import PlanningRun
from rondstroom.web.planner.urls import urlpatterns
from snapshot import once

OPEN = {"home", "week", "list", "month", "print", "shift_new", "series", "publish"}
OPEN |= {"policy", "publish_roster", "requests", "questions", "plan", "journal", "undo"}
OPEN |= {"solve", "swaps", "more_hours", "rounds", "effort", "annual", "annual_file"}
OPEN |= {"all_findings"}
OPEN |= {"solve", "ranking", "pattern", "roll_out", "places", "welcomes"}
BY_SHIFT = {"shift", "shift_edit", "shift_cancel", "withdraw", "add_place", "assign"}
BY_SHIFT |= {"ask", "decisions", "learn", "shift_split"}
BY_CASCADE = {"cascade", "cascade_stop", "cascade_next"}
BY_RUN = {"run", "run_stop", "run_accept", "run_reject"}
BY_REQUEST = {"accept", "decline"}
WRITES = {"withdraw", "add_place", "assign", "unassign", "accept", "decline", "undo"}
WRITES |= {"cascade_stop", "cascade_next", "swap_rule"}
WRITES |= {"run_stop", "run_accept", "run_reject"}
ALL = sorted(
    OPEN
    | BY_SHIFT
    | BY_RUN
    | BY_REQUEST
    | BY_CASCADE
    | {"free", "unassign", "absent", "absence", "question", "swap", "exchange", "swap_rule"}
    | {"place", "welcome"}
)


@pytest.fixture
@once
def things(cast: Cast) -> Mapping[str, int]:
    """A shift of De Linde, somebody on it, somebody who asks, and a planning run."""
    shift = make_shift(cast.vlinder, places=2)
    asked = matching.sign_up(worker=cast.fatima, shift=shift, by=cast.fatima.account, at=_now())
    made = rosters.assign(worker=cast.sanne, shift=make_evening(cast), **signed())
    run = PlanningRun.objects.create(
        organisation=cast.de_linde,
        starts_on=MONDAY,
        ends_on=MONDAY,
        asked_by=cast.pia,
        asked_at=_now(),
    )
    assert asked.request is not None
    asking = matching.start_cascade(shift=make_shift(cast.vlinder), **signed())
    absence = people.report_absence(
        worker=cast.niels,
        organisation=cast.de_linde,
        starts_on=MONDAY,
        ends_on=MONDAY + timedelta(days=1),
        **signed(),
    )
    question = rosters.ask_about(shift=shift, text="Waar?", **signed())
    return {
        "absence": absence.pk,
        "question": question.pk,
        "swap": rosters.ask_swap(assignment=made, by=cast.pia, at=_now()).pk,
        "cascade": asking.pk,
        "shift": shift.pk,
        "request": asked.request.pk,
        "assignment": made.pk,
        "run": run.pk,
    }


def make_evening(cast: Cast) -> Any:
    """Make a shift that Sanne may work: helpende, in the evening."""
    return make_shift(cast.vlinder, start="15:00", end="22:00", function="Helpende")


def _now() -> Any:
    return signed()["at"]


def address(name: str, things: Mapping[str, int], cast: Cast) -> str:
    """Give the address of a page, about De Linde's things where it is about something."""
    if name in BY_SHIFT:
        return reverse(f"planner:{name}", args=[things["shift"]])
    if name in BY_RUN:
        return reverse(f"planner:{name}", args=[things["run"]])
    if name in BY_CASCADE:
        return reverse(f"planner:{name}", args=[things["cascade"]])
    if name in BY_REQUEST:
        return reverse(f"planner:{name}", args=[things["request"]])
    if name == "swap_rule":
        return reverse("planner:swap_rule", args=[cast.vlinder.pk])
    if name == "place":
        return reverse("planner:place", args=[cast.vlinder.location_id])
    if name in {"unassign", "absent", "exchange", "welcome"}:
        return reverse(f"planner:{name}", args=[things["assignment"]])
    if name in {"absence", "question", "swap"}:
        return reverse(f"planner:{name}", args=[things[name]])
    if name == "free":
        return reverse("planner:free", args=[cast.niels.pk]) + f"?team={cast.vlinder.pk}"
    return reverse(f"planner:{name}")


def ask(browser: Client, name: str, path: str) -> Any:
    """Open a page, or send an empty form where it only takes forms."""
    return browser.post(path) if name in WRITES else browser.get(path)


def test_every_address_is_in_these_tests() -> None:
    named = {pattern.name for pattern in urlpatterns}
    assert named - NOT_HERE == set(ALL)


NOT_HERE = {"import", "import_rejected", "export"}
NOT_HERE |= {"hours", "hours_approve_many", "hours_new", "shift_hours"}
NOT_HERE |= {"hours_approve", "hours_dispute", "hours_say"}
NOT_HERE |= {"round", "hire", "hire_decide", "hire_declined"}
NOT_HERE |= {"keys", "key_withdraw"}
NOT_HERE |= {"vacancies", "vacancy", "vacancy_new", "vacancy_edit", "vacancies_in", "vacancies_out"}
NOT_HERE |= {"vacancy_filled", "vacancy_withdraw", "application_accept", "application_decline"}
"""Doors that are tried beside what they do: in test_spreadsheets.py, test_hours.py,
test_cascade.py, test_keys.py and test_vacancies.py."""


@pytest.mark.parametrize("name", ALL)
def test_a_stranger_goes_to_the_door(name: str, cast: Cast, things: Mapping[str, int]) -> None:
    answer = ask(Client(), name, address(name, things, cast))
    assert answer.status_code == 302
    assert "/accounts/login/" in answer["Location"]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    "who",
    [
        lambda cast: cast.otto,
        lambda cast: cast.niels.account,
        lambda cast: cast.petra,
        lambda cast: cast.coen,
    ],
    ids=["outsider", "worker", "payroll", "coordinator"],
)
def test_who_does_not_plan_reads_why_not(
    name: str, who: Callable[[Cast], Any], cast: Cast, things: Mapping[str, int]
) -> None:
    answer = ask(sign_in(who(cast)), name, address(name, things, cast))
    assert answer.status_code == 403
    assert "Deze werkplek is voor wie roostert" in answer.content.decode()


@pytest.mark.parametrize("name", sorted(set(ALL) - OPEN))
def test_the_planner_of_another_organisation_finds_nothing(
    name: str, bas: Client, cast: Cast, things: Mapping[str, int]
) -> None:
    assert ask(bas, name, address(name, things, cast)).status_code == 404


@pytest.mark.parametrize("name", ["week", "list", "month", "print", "publish", "publish_roster"])
def test_the_team_of_another_organisation_does_not_exist(
    name: str, bas: Client, cast: Cast
) -> None:
    answer = bas.get(reverse(f"planner:{name}"), {"team": cast.vlinder.pk})
    assert answer.status_code == 404


@pytest.mark.parametrize("name", ["plan", "journal", "ranking"])
def test_another_organisation_does_not_exist(name: str, bas: Client, cast: Cast) -> None:
    answer = bas.get(reverse(f"planner:{name}"), {"organisation": cast.de_linde.pk})
    assert answer.status_code == 404


@pytest.mark.parametrize("name", sorted(OPEN - WRITES))
def test_pages_of_one_planner_tell_nothing_of_the_other(
    name: str, bas: Client, cast: Cast, things: Mapping[str, int]
) -> None:
    page = bas.get(reverse(f"planner:{name}"), {"day": MONDAY.isoformat()}).content.decode()
    for secret in ("PG Vlinder", "De Linde", "Niels", "Sanne"):
        assert secret not in page


@pytest.mark.parametrize("name", sorted(WRITES))
def test_writes_do_not_answer_to_a_look(
    name: str, pia: Client, cast: Cast, things: Mapping[str, int]
) -> None:
    assert pia.get(address(name, things, cast)).status_code == 405


def test_a_shift_of_another_organisation_is_not_published(bas: Client, cast: Cast) -> None:
    draft = make_shift(cast.vlinder, state="draft")
    assert bas.get(reverse("planner:publish"), {"shift": draft.pk}).status_code == 404
    assert bas.post(reverse("planner:publish"), {"shift": draft.pk}).status_code == 404
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_the_administrator_of_the_region_chooses_among_all(cast: Cast) -> None:
    admin = make_role(make_account("Ada"), RoleKind.ADMINISTRATOR, None)
    browser = sign_in(admin)
    page = browser.get(reverse("planner:journal")).content.decode()
    for name in ("De Linde", "Molenpoort", "Rijnzicht", "Zonder Pool"):
        assert name in page
    assert browser.get(reverse("planner:home")).status_code == 200


def test_an_administrator_of_nothing_yet_finds_nothing_yet(db: None) -> None:
    browser = sign_in(make_role(make_account("Ada"), RoleKind.ADMINISTRATOR, None))
    assert browser.get(reverse("planner:home")).status_code == 200
    for name in ("journal", "plan", "import"):
        assert browser.get(reverse(f"planner:{name}")).status_code == 404


@pytest.mark.parametrize("number", ["9" * 18, "9" * 19, "9" * 5000, "x", "-1", ""])
def test_a_number_of_nothing_is_not_found_however_long(number: str, cast: Cast) -> None:
    pia = sign_in(cast.pia)
    answers = [ask("/planner/shift/publish/", {"shift": number}) for ask in (pia.get, pia.post)]
    assert {answer.status_code for answer in answers} <= {200, 302, 404}
