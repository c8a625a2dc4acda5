"""Whatever is sent to the worker's desk gets an answer in words, and nothing of others."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import URLPattern

from factories.demand import make_night_shift, make_vacancy
from factories.identity import signed
from factories.moments import MONDAY, NOW
from people import Cast
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching.models import Application, Request
from rondstroom.rooms.people.models import Availability, DeclaredWork
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment, RoundWish, Swap
from rondstroom.web.worker.urls import urlpatterns
from snapshot import once

HUGE = "9" * 40
# What a field or an address may hold that nobody means: empty, huge, past, twice an hour, markup.
NONSENSE = [
    "",
    "0",
    "-1",
    HUGE,
    "é\u202e\U0001f600",
    "x" * 5000,
    "1899-12-31",
    "9999-12-31",
    "2026-02-30",
    "0000-00-00",
    "25:61",
    "NaN",
    "1e400",
    "²",  # a digit that is no number
    "<script>alert(1)</script>",
    "' OR 1=1 --",
]
FIELDS = [
    "answer", "break_minutes", "do", "end", "ends", "ends_on", "every", "far", "form", "from",
    "function", "hours", "how", "in_return", "keep", "language", "more", "minutes", "month", "note",
    "on", "organisation", "organisations", "page", "part", "person", "places", "people", "shift",
    "start", "starts", "starts_on", "text", "travel_mode", "home_pc4", "max_travel_minutes",
    "weekday", "wish", "words", "year", "hourly", "skill", "what", "until", "worked", "breaks",
]  # fmt: skip
# What a form may be asked to do; "copy" means what it says, whatever else is sent.
DOES = ["save", "pattern", "travel", "places", "wage"]
TURNS = len(DOES)
NUMBERED = [
    one for one in urlpatterns if any(name.endswith("_id") for name in one.pattern.converters)
]
KINDS = (Assignment, Request, Swap, RoundWish, Application)


@pytest.fixture
@once
def numbers(cast: Cast) -> dict[str, int]:
    """Give the number of one thing of each kind that Niels has to do with."""
    shifts = [
        make_night_shift(
            cast.vlinder, day=MONDAY + timedelta(days=3 * n + 7), sign_up=SignUp.INSTANT
        )
        for n in range(3)
    ]
    booked = matching.sign_up(worker=cast.niels, shift=shifts[0], **signed()).assignment
    assert booked is not None
    swap = rosters.ask_swap(assignment=booked, wanted=cast.fatima, **signed())
    question = rosters.ask_about(shift=shifts[1], text="Waar?", by=cast.niels.account, at=NOW)
    row = rosters.open_round(
        team=cast.vlinder,
        starts_on=MONDAY + timedelta(days=7),
        ends_on=MONDAY + timedelta(days=20),
        wishes_until=NOW + timedelta(days=2),
        **signed(),
    )
    return {
        "shift_id": shifts[2].pk,
        "assignment_id": booked.pk,
        "swap_id": swap.pk,
        "question_id": question.pk,
        "round_id": row.pk,
        "vacancy_id": make_vacancy(cast.vlinder).pk,
    }


def filled(page: URLPattern, numbers: dict[str, int], otherwise: int) -> str:
    """Give the address of a page about things that are there, or about a number nobody has."""
    address = str(page.pattern)
    for name in page.pattern.converters:
        number: Any = numbers.get(name, otherwise)
        number = "skill" if name == "kind" else "no-such-key" if name == "key" else number
        address = address.replace(f"<int:{name}>", str(number))
        address = address.replace(f"<str:{name}>", str(number))
    return f"/worker/{address}"


def counts() -> list[int]:
    return [kind.objects.count() for kind in KINDS]


@pytest.mark.parametrize("page", urlpatterns, ids=[str(one.name) for one in urlpatterns])
def test_nonsense_gets_an_answer_and_does_nothing(
    cast: Cast, sign_in: Any, numbers: dict[str, int], page: URLPattern
) -> None:
    client = sign_in(cast.niels.account)
    address, before = filled(page, numbers, 1), counts()
    said = Availability.objects.count()
    for turn in range(TURNS):
        sent = {name: NONSENSE[(7 * turn + n) % len(NONSENSE)] for n, name in enumerate(FIELDS)}
        assert client.get(address, sent).status_code < 500, (address, sent)
        sent["do"] = DOES[turn % len(DOES)]
        if page.name not in {"sign_up", "wait", "cancel", "swap", "as_planned"}:
            # Those take no field, or any field but "yes": what they do is meant by sending it.
            assert client.post(address, sent).status_code < 500, (address, sent)
    assert counts() == before
    assert Availability.objects.count() == said
    assert not DeclaredWork.objects.exists()


@pytest.mark.parametrize("page", NUMBERED, ids=[str(one.name) for one in NUMBERED])
@pytest.mark.parametrize("number", [0, 2**31, 10**30])
def test_a_number_that_nobody_has_is_not_found(
    cast: Cast, sign_in: Any, page: URLPattern, number: int
) -> None:
    client = sign_in(cast.niels.account)
    address = filled(page, {}, number)
    for answer in (client.get(address), client.post(address, {"answer": "yes", "wish": "yes"})):
        assert answer.status_code in {404, 405}, address


@pytest.mark.parametrize("page", NUMBERED, ids=[str(one.name) for one in NUMBERED])
def test_what_is_of_somebody_else_is_neither_read_nor_changed(
    cast: Cast, sign_in: Any, numbers: dict[str, int], page: URLPattern
) -> None:
    """Ruud works elsewhere in the pool: nothing of Niels is his to open."""
    client, before = sign_in(cast.ruud.account), counts()
    address = filled(page, numbers, 1)
    client.post(address, {"answer": "yes", "wish": "yes", "text": "Van mij."})
    assert counts() == before
    told = client.get(address).content.decode()
    assert "Niels" not in told
    assert "Waar?" not in told


@pytest.mark.parametrize(
    ("on", "starts", "ends"),
    [
        ("2026-10-25", "02:30", "02:45"),  # the hour that comes twice
        ("2027-03-28", "02:15", "02:45"),  # the hour that is not there
        ("2027-03-27", "23:00", "02:30"),
        ("2026-10-24", "23:00", "02:30"),
    ],
)
def test_work_elsewhere_in_the_nights_of_the_clock_is_taken_or_refused_in_words(
    cast: Cast, sign_in: Any, on: str, starts: str, ends: str
) -> None:
    form = {"on": on, "starts": starts, "ends": ends, "break_minutes": "0"}
    answer = sign_in(cast.niels.account).post("/worker/elsewhere/", form)
    assert answer.status_code in {302, 422}
    for one in DeclaredWork.objects.all():
        assert timedelta(0) < one.ends_at - one.starts_at <= timedelta(hours=5)
