"""Help composed from tasks: chosen one by one or as a package, and asked of who comes."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from desks.planner.conftest import sign_in
from desks.planner.reading import said, text_of
from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, moment
from factories.organisations import make_organisation
from factories.skills import make_skill
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.skills import queries as skills
from rondstroom.rooms.skills.models import Package, Task

NEW = reverse("planner:shift_new")
WASH = {"code": "wassen", "name": "Helpen met wassen"}
COOK = {"code": "koken", "name": "Koken"}


@pytest.fixture
def catalogue(cast: Cast) -> dict[str, Package]:
    """Give two tasks, of which washing asks a skill, and packages of several owners."""
    wash, cook = (Task.objects.create(**one) for one in (WASH, COOK))
    wash.skills.add(make_skill("adl"))
    made = {}
    for code, owner in (("huis", cast.de_linde), ("elders", make_organisation("De Es"))):
        made[code] = Package.objects.create(
            code=code, name=f"Pakket {code}", kind="work", organisation=owner
        )
        made[code].tasks.add(cook)
    return made


def form(cast: Cast, **fields: Any) -> dict[str, Any]:
    """Fill in a shift of Monday by day."""
    told = {"team": cast.vlinder.pk, "day": MONDAY.isoformat(), "starts": "07:00", "ends": "15:30"}
    told |= {"break_minutes": 30, "places": 1, "sign_up": "request", "publish": "yes"}
    return told | fields


def test_tasks_are_kept_with_the_shift_and_ask_what_they_ask(
    pia: Client, cast: Cast, catalogue: dict[str, Package]
) -> None:
    pia.post(NEW, form(cast, tasks=["wassen"]))
    shift = Shift.objects.get()
    assert shift.tasks == [WASH]
    assert [one.code for one in shift.skills.all()] == ["adl"]
    assert "Taken: Helpen met wassen" in text_of(pia.get(reverse("planner:shift", args=[shift.pk])))


def test_a_package_brings_its_tasks_once(
    pia: Client, cast: Cast, catalogue: dict[str, Package]
) -> None:
    pia.post(NEW, form(cast, tasks=["koken", "wassen"], package=catalogue["huis"].pk))
    assert Shift.objects.get().tasks == [COOK, WASH]


def test_a_package_of_another_house_is_no_choice(
    pia: Client, cast: Cast, catalogue: dict[str, Package]
) -> None:
    page = pia.get(NEW).content.decode()
    assert "Pakket huis" in page
    assert "Pakket elders" not in page
    page = pia.post(NEW, form(cast, package=catalogue["elders"].pk))
    assert "Kijk dit na" in text_of(page)
    assert not Shift.objects.exists()


def test_a_task_that_is_not_in_the_catalogue_is_refused(
    pia: Client, cast: Cast, catalogue: dict[str, Package]
) -> None:
    assert "Kijk dit na" in text_of(pia.post(NEW, form(cast, tasks=["vliegen"])))
    assert not Shift.objects.exists()


def test_a_series_has_the_tasks_on_every_day(
    pia: Client, cast: Cast, catalogue: dict[str, Package]
) -> None:
    told = form(cast, tasks=["koken"], weekdays=["0", "2"], until="2026-11-29", make="yes")
    pia.post(reverse("planner:series"), told)
    assert [shift.tasks for shift in Shift.objects.all()] == [[COOK], [COOK]]


def test_a_shift_keeps_what_a_task_was_called(cast: Cast, catalogue: dict[str, Package]) -> None:
    cook = Task.objects.get(code="koken")
    shift = make_shift(cast.vlinder, tasks=skills.kept_tasks([cook]))
    Task.objects.filter(pk=cook.pk).update(name="Warm eten maken")
    shift.refresh_from_db()
    assert shift.tasks == [COOK]


def test_without_a_catalogue_nothing_is_asked(pia: Client, cast: Cast) -> None:
    assert "Taken op deze dienst" not in text_of(pia.get(NEW))


def test_tasks_are_changed_and_changed_back(
    pia: Client, cast: Cast, catalogue: dict[str, Package]
) -> None:
    pia.post(NEW, form(cast, tasks=["koken"]))
    shift = Shift.objects.get()
    where = reverse("planner:shift_edit", args=[shift.pk])
    assert pia.get(where).context["form"].initial["tasks"] == ["koken"]
    pia.post(where, form(cast, tasks=["wassen"]))
    shift.refresh_from_db()
    assert shift.tasks == [WASH]
    assert "Ongedaan gemaakt" in said(pia.post(reverse("planner:undo")))
    shift.refresh_from_db()
    assert (shift.tasks, shift.skills.count()) == ([COOK], 0)


def test_both_parts_of_a_cut_shift_have_the_tasks(cast: Cast) -> None:
    shift = make_shift(cast.vlinder, tasks=[COOK])
    part = demand.split_shift(shift=shift, cut_at=moment(MONDAY, "11:00"), **signed())
    assert part.tasks == shift.tasks == [COOK]


def test_who_works_reads_what_to_do(cast: Cast) -> None:
    shift = make_shift(cast.vlinder, tasks=[COOK, WASH])
    page = sign_in(cast.niels.account).get(reverse("worker:shift", args=[shift.pk]))
    assert "Wat je doet Koken Helpen met wassen" in text_of(page)
