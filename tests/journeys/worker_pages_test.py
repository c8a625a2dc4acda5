"""Every page of the worker's desk, in light and dark, on the smallest phone and on a desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page

from factories.cascade import make_policy
from factories.demand import make_night_shift, make_vacancy
from factories.identity import signed
from factories.moments import MONDAY, NOW
from journeys.conftest import DESK, SMALLEST
from journeys.looking import findings, sideways, too_small
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching.states import Ring
from rondstroom.rooms.rosters import actions as rosters

pytestmark = pytest.mark.journey
Open = Callable[..., Page]


@pytest.fixture
def called(cast: Cast) -> list[str]:
    """Give what Niels is asked for: a shift, a round of wishes; and a shift that he lost."""
    make_policy(cast.de_linde, rings=(Ring.OWN_TEAM,))
    night = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=15))
    matching.start_cascade(shift=night, **signed())
    row = rosters.open_round(
        team=cast.vlinder,
        starts_on=MONDAY + timedelta(days=14),
        ends_on=MONDAY + timedelta(days=27),
        wishes_until=NOW + timedelta(days=7),
        **signed(),
    )
    lost = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=24))
    rosters.assign(worker=cast.niels, shift=lost, **signed())
    demand.cancel_shift(shift=lost, reason="bewoner verhuisd", **signed())
    return [
        "/worker/offers/",
        "/worker/rounds/",
        f"/worker/rounds/{row.pk}/",
        f"/worker/shifts/{lost.pk}/",
    ]


@pytest.fixture
def pages(cast: Cast, called: list[str]) -> list[str]:
    """Give every address of the desk, with a shift in each state."""
    niels = cast.niels
    nights = [
        make_night_shift(
            cast.vlinder, day=MONDAY + timedelta(days=3 * number), sign_up=how, remarks="Rustig"
        )
        for number, how in enumerate([SignUp.INSTANT, SignUp.REQUEST, SignUp.INSTANT])
    ]
    full = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=12), sign_up=SignUp.INSTANT)
    matching.sign_up(worker=cast.fatima, shift=full, **signed())
    booked = matching.sign_up(worker=niels, shift=nights[0], **signed()).assignment
    asked = matching.sign_up(worker=niels, shift=nights[1], **signed()).request
    question = rosters.ask_about(shift=nights[2], text="Waar parkeer ik?", by=niels.account, at=NOW)
    last = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=20), sign_up=SignUp.INSTANT)
    later = matching.sign_up(worker=niels, shift=last, **signed())
    swap = rosters.ask_swap(assignment=booked, **signed())
    assert booked is not None
    assert later.assignment is not None
    assert asked is not None
    return [
        *called,
        "/worker/",
        "/worker/?people=on&places=on&minutes=10",
        "/worker/ranking/",
        "/worker/others/",
        *(f"/worker/shifts/{shift.pk}/" for shift in [*nights, full]),
        f"/worker/shifts/{nights[0].pk}/outcome/",
        f"/worker/shifts/{nights[1].pk}/outcome/",
        f"/worker/assignments/{booked.pk}/cancel/",
        f"/worker/requests/{asked.pk}/withdraw/",
        "/worker/requests/",
        f"/worker/questions/{question.pk}/",
        "/worker/questions/",
        f"/worker/assignments/{later.assignment.pk}/swap/",
        f"/worker/swaps/{swap.pk}/",
        "/worker/swaps/",
        "/worker/roster/",
        "/worker/hours/",
        "/worker/proofs/sharing/",
        "/worker/availability/",
        "/worker/calendar/",
        "/worker/more-hours/",
        "/worker/balance/",
        "/worker/more-hours/imagine/",
        "/worker/vacancies/",
        f"/worker/vacancies/{make_vacancy(cast.vlinder).pk}/",
        "/worker/settings/",
        "/worker/elsewhere/",
        "/worker/proofs/",
        "/worker/proofs/claims/",
        "/worker/proofs/claims/new/skill/",
        "/planner/",  # of somebody else: explains, and is right too
        "/worker/shifts/999999/",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_right_on_the_smallest_phone(
    open_page: Open, cast: Cast, pages: list[str], scheme: str
) -> None:
    page = open_page("/worker/", as_=cast.niels.account, size=SMALLEST, scheme=scheme)
    wrong = []
    for address in pages:
        page.goto(f"{page.url.split('/worker')[0].split('/planner')[0]}{address}")
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        wrong += findings(page)
    assert not wrong, "\n".join(wrong)


def test_every_page_fits_a_desk(open_page: Open, cast: Cast, pages: list[str]) -> None:
    page = open_page("/worker/", as_=cast.niels.account, size=DESK)
    wrong = []
    for address in pages:
        page.goto(f"{page.url.split('/worker')[0].split('/planner')[0]}{address}")
        wrong += [*too_small(page), *sideways(page)]
    assert not wrong, "\n".join(wrong)


def test_every_page_fits_without_scripts_too(open_page: Open, cast: Cast, pages: list[str]) -> None:
    page = open_page("/worker/", as_=cast.niels.account, size=SMALLEST, javascript=False)
    wrong = []
    for address in pages:
        page.goto(f"{page.url.split('/worker')[0].split('/planner')[0]}{address}")
        wrong += sideways(page)
    assert not wrong, "\n".join(wrong)
