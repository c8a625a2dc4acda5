"""The self-scan on the public desk: without an account, and nothing is kept."""

from __future__ import annotations

import pytest
from django.test import Client

from desks.planner.reading import text_of
from factories.skills import make_function, make_skill
from people import Cast
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.skills.models import Package, Task

pytestmark = pytest.mark.django_db
PAGE = "/scan/"


@pytest.fixture
def task() -> Task:
    row = Task.objects.create(code="meten", name="Waarden meten")
    row.skills.add(make_skill("bloeddruk", "Bloeddruk meten"))
    return row


def test_a_stranger_asks_and_reads(stranger: Client, task: Task) -> None:
    assert "Wat kun je" in text_of(stranger.get(PAGE))
    told = {"skills": [make_skill("bloeddruk").pk], "function": make_function("VIG").pk}
    before = Entry.objects.count()
    answer = stranger.post(PAGE, told)
    assert "Dit past nu Waarden meten taak" in text_of(answer)
    assert "functie VIG" in text_of(answer)
    assert not answer.cookies
    assert Entry.objects.count() == before
    assert not stranger.session.keys()
    assert "leer: Bloeddruk meten" in text_of(stranger.post(PAGE, {}))


def test_what_houses_composed_is_not_told_to_strangers(
    cast: Cast, stranger: Client, task: Task
) -> None:
    package = Package.objects.create(
        code="o", name="Ochtendronde", kind="work", organisation=cast.de_linde
    )
    package.tasks.add(task)
    told = {"skills": [make_skill("bloeddruk").pk]}
    assert "Ochtendronde" not in text_of(stranger.post(PAGE, told))
    inside = Client(headers={"accept-language": "nl"})
    inside.force_login(cast.niels.account)
    assert "Ochtendronde werkpakket van De Linde" in text_of(inside.post(PAGE, told))


@pytest.mark.parametrize("told", [{"skills": ["99999"]}, {"skills": ["x"]}, {"function": "-1"}])
def test_what_is_not_in_the_catalogue(told: dict[str, object], stranger: Client) -> None:
    assert stranger.post(PAGE, told).status_code == 422


def test_an_empty_catalogue_answers_too(stranger: Client) -> None:
    assert "Nog geen hele taak" in text_of(stranger.post(PAGE, {}))
    assert stranger.put(PAGE).status_code == 405
