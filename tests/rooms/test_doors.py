"""Every door of every room: asked by name, signed, written down, and tested."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.conf import settings

from rondstroom.rooms.journal.actions import UnableToAct, writing

TESTS = Path(__file__).resolve().parents[1]
ROOMS = [room for room in settings.ROOMS if room != "journal"]
# Reads what a solver said and is called by a task, which signs for itself.
NOT_BY_A_PERSON = {"perform_plan"}
# What one may be handed in a row, in front of the names.
IN_FRONT = {"load_postcodes": ["rows"]}


def drawer(room: str, name: str) -> ModuleType | None:
    """Give a drawer of a room, when it has it."""
    try:
        return import_module(f"rondstroom.rooms.{room}.{name}")
    except ModuleNotFoundError:
        return None


def shown(module: ModuleType | None) -> dict[str, Any]:
    """Give what a drawer shows of its own."""
    if module is None:
        return {}
    names = getattr(module, "__all__", None) or [
        name
        for name, thing in vars(module).items()
        if not name.startswith("_") and getattr(thing, "__module__", "") == module.__name__
    ]
    return {name: getattr(module, name) for name in names}


def doors(name: str) -> list[Any]:
    """Give every function that the drawers of this name show, over all rooms."""
    return [
        pytest.param(function, id=f"{room}.{label}")
        for room in ROOMS
        for label, function in shown(drawer(room, name)).items()
        if inspect.isfunction(function)
    ]


def reacts(function: Callable[..., Any]) -> bool:
    """Say whether a function follows an event instead of being asked by somebody."""
    asked = inspect.signature(function).parameters.values()
    return any(one.kind is one.VAR_KEYWORD and one.name.strip("_") == "event" for one in asked)


def actions() -> list[Any]:
    """Give every use case that a person or the machine signs."""
    return [
        door
        for door in doors("actions")
        if door.values[0].__name__ not in NOT_BY_A_PERSON and not reacts(door.values[0])
    ]


@cache
def words_of_tests() -> frozenset[str]:
    """Give every word that a test says, to look for names in."""
    texts = (path.read_text(encoding="utf-8") for path in TESTS.rglob("*.py"))
    return frozenset(word for text in texts for word in re.findall(r"\w+", text))


def test_there_are_doors() -> None:
    assert len(actions()) >= 45
    assert len(doors("permissions")) >= 18
    assert len(doors("queries")) >= 80


@pytest.mark.parametrize("action", actions())
def test_an_action_is_asked_by_name_and_signed(action: Callable[..., Any]) -> None:
    asked = inspect.signature(action).parameters
    in_front = [name for name, one in asked.items() if one.kind is one.POSITIONAL_OR_KEYWORD]
    assert in_front == IN_FRONT.get(action.__name__, [])
    assert {"by", "at"} <= set(asked)


@pytest.mark.parametrize("action", actions())
def test_an_action_says_what_it_writes_in_the_journal(action: Callable[..., Any]) -> None:
    assert "ournal" in (action.__doc__ or "")


@pytest.mark.parametrize("door", doors("actions") + doors("queries") + doors("permissions"))
def test_a_door_is_typed_documented_and_tested(door: Callable[..., Any]) -> None:
    assert (door.__doc__ or "").strip()
    assert "return" in door.__annotations__
    if reacts(door):
        heard = [*writing._reactions.values(), *writing._listeners.values()]
        wired = {one for reactions in heard for one in reactions}
        assert door in wired, "nobody hears of the event"
    else:
        assert door.__name__ in words_of_tests(), "no test names it"


@pytest.mark.parametrize("door", doors("permissions"))
def test_a_permission_says_yes_or_no(door: Callable[..., Any]) -> None:
    assert door.__annotations__["return"] in {"bool", bool}


WRITES = re.compile(
    r"\.(save|create|bulk_create|bulk_update|get_or_create|update_or_create|delete)\("
    r"|objects[^\n]*\.update\("
)
# The account that signs for the machine is made when it is first asked for.
MAY_WRITE = {"identity/queries/accounts.py"}


def test_only_actions_write() -> None:
    rooms = TESTS.parent / "src" / "rondstroom" / "rooms"
    writing = {
        path.relative_to(rooms).as_posix()
        for path in rooms.rglob("*.py")
        if not {"actions", "migrations", "models"} & set(path.parts)
        and path.name not in {"actions.py", "models.py"}
        and WRITES.search(path.read_text(encoding="utf-8"))
    }
    assert writing <= MAY_WRITE


@pytest.mark.parametrize(
    "refusal",
    [
        pytest.param(thing, id=f"{room}.{name}")
        for room in ROOMS
        for name, thing in shown(drawer(room, "actions")).items()
        if inspect.isclass(thing) and issubclass(thing, Exception)
    ],
)
def test_a_refusal_is_one_that_every_desk_can_show(refusal: type[Exception]) -> None:
    assert issubclass(refusal, UnableToAct)
    assert refusal.__name__.startswith("UnableTo")
    assert (refusal.__doc__ or "").strip()
    assert refusal.__name__ in words_of_tests(), "no test names it"
