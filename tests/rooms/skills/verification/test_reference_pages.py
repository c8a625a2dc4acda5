"""The pages about the gate say what the tables and figures say."""

from __future__ import annotations

import pytest

from rondstroom.rooms.skills.queries import RULES
from rooms.skills.verification.reference_pages import PAGES, pages


@pytest.mark.parametrize("name", pages())
def test_a_page_is_what_the_tables_say(name: str) -> None:
    assert (PAGES / name).read_text(encoding="utf-8") == pages()[name], (
        "renew with tests/rooms/skills/verification/reference_pages.py"
    )


def test_every_check_stands_on_the_first_page() -> None:
    assert all(f"`{rule}`" in pages()["README.md"] for rule in RULES)
