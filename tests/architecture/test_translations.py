"""Every Dutch text on screen has an English one, with the same things filled in."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages import pofile
from babel.messages.catalog import Catalog

from architecture.source import REPOSITORY

ENGLISH = Path("locale/en/LC_MESSAGES/django.po")
FILLED_IN = re.compile(r"%\([a-z_]+\)[sd]|%[sd]")


def texts(value: str | tuple[str, ...]) -> tuple[str, ...]:
    """Give one text, or the singular and the plural."""
    return value if isinstance(value, tuple) else (value,)


def read(path: Path) -> Catalog:
    """Read a translation file."""
    with path.open("rb") as file:
        return pofile.read_po(file)


def test_every_text_on_screen_is_translated(tmp_path: Path) -> None:
    if shutil.which("xgettext") is None:
        assert os.environ.get("CI") != "true", "CI needs gettext"
        pytest.skip("gettext is not installed: texts cannot be collected")
    tree = tmp_path / "rondstroom"
    leave = shutil.ignore_patterns("__pycache__", "*.mo", "static", "migrations")
    shutil.copytree(REPOSITORY / "src/rondstroom", tree, ignore=leave)
    subprocess.run(
        [sys.executable, "-m", "rondstroom.manage", "makemessages", "-l", "en", "--no-location"],
        cwd=tree,
        check=True,
        capture_output=True,
        env={**os.environ, "RONDSTROOM_STATE": str(tmp_path)},
    )
    missing = [
        message.id
        for message in read(tree / ENGLISH)
        if message.id and (message.fuzzy or not all(texts(message.string)))
    ]
    assert not missing, f"translate these (./run messages): {missing[:20]}"


def test_translations_fill_in_the_same_things() -> None:
    wrong = [
        message.id
        for message in read(REPOSITORY / "src/rondstroom" / ENGLISH)
        if message.id
        and sorted(FILLED_IN.findall(texts(message.id)[-1]))
        != sorted(FILLED_IN.findall(texts(message.string)[-1]))
    ]
    assert not wrong


def test_no_translation_shouts() -> None:
    loud = [
        message.string
        for message in read(REPOSITORY / "src/rondstroom" / ENGLISH)
        if message.id and "!" in "".join(texts(message.string))
    ]
    assert not loud
