"""What the rooms say to people: plain Dutch, whole sentences, with what to do now."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOMS = Path(__file__).resolve().parents[2] / "src" / "rondstroom" / "rooms"
LONGEST = 180


def texts() -> list[tuple[str, str]]:
    """Give every text for people in the rooms, with the file it stands in."""
    found = []
    for path in sorted(ROOMS.rglob("*.py")):
        if "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "ngettext"}:
                found += [
                    (path.relative_to(ROOMS).as_posix(), part.value)
                    for part in node.args
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                ]
    return found


TEXTS = texts()
SENTENCES = [(where, text) for where, text in TEXTS if text[0].isupper() and len(text) > 40]


def ids(texts: list[tuple[str, str]]) -> list[str]:
    """Name a case after the room and the first words."""
    return [f"{where.split('/')[0]}: {text[:30]}" for where, text in texts]


def test_there_is_something_to_say() -> None:
    assert len(TEXTS) > 100
    assert len(SENTENCES) > 50


@pytest.mark.parametrize(("where", "text"), TEXTS, ids=ids(TEXTS))
def test_a_text_is_plain_and_does_not_shout(where: str, text: str) -> None:
    assert "!" not in text
    words = set(re.findall(r"[a-zé]+", text.lower()))
    assert not words & {"helaas", "sorry", "ongeldig", "error", "uw", "dient", "gelieve"}
    assert text == text.strip()
    assert "  " not in text


@pytest.mark.parametrize(("where", "text"), SENTENCES, ids=ids(SENTENCES))
def test_a_sentence_is_short_and_ends(where: str, text: str) -> None:
    assert len(text) <= LONGEST, len(text)
    assert text[-1] in ".?" or re.search(r"%\(\w+\)s$", text)


@pytest.mark.parametrize(("where", "text"), TEXTS, ids=ids(TEXTS))
def test_every_gap_in_a_text_has_a_name(where: str, text: str) -> None:
    """Translators move words about; a nameless gap cannot move with them."""
    nameless = re.findall(r"%(?!\()[a-z]", text)
    assert not nameless or len(nameless) == 1
