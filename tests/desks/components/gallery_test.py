"""The gallery shows every building block in every state, so that nothing lives unseen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from rondstroom.web import public
from rondstroom.web.components.badges import BADGES
from rondstroom.web.components.icons import PATHS
from rondstroom.web.components.templatetags.blocks import register

PAGE = Path(public.__file__).parent / "templates/public/gallery.html"
# These give a part of an address, mark a link or draw the logo: the frame shows them everywhere.
IN_THE_FRAME = {"here", "query", "mark"}
BY_CARDS = {"place"}


@pytest.fixture
def page(db: None, stranger: Client) -> str:
    return str(stranger.get("/gallery/").content.decode())


@pytest.mark.parametrize("tag", sorted(set(register.tags) - IN_THE_FRAME - BY_CARDS))
def test_every_block_is_shown(tag: str) -> None:
    assert re.search(rf"{{% {tag}\b", PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("state", sorted(BADGES))
def test_every_state_is_shown(page: str, state: str) -> None:
    assert str(BADGES[state].word) in page


def test_every_drawing_is_shown(page: str) -> None:
    assert all(path in page for path in PATHS.values())


def test_a_form_is_shown_with_and_without_errors(page: str) -> None:
    assert page.count("Dit veld is verplicht.") >= 3
    assert page.count('aria-invalid="true"') >= 3


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_gallery_writes_nothing(db: None, stranger: Client, method: str) -> None:
    answer: Any = getattr(stranger, method)("/gallery/")
    assert answer.status_code == 405


def test_no_id_is_used_twice(page: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
