"""Static files are gathered once, and again only when one of them changed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from rondstroom.cli.serving import assets


@pytest.fixture
def source(tmp_path: Path, settings: Any) -> Path:
    """Give a folder with one style sheet, the only source."""
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "look.css").write_text("a {}")
    settings.STATIC_ROOT = tmp_path / "gathered"
    settings.STATICFILES_DIRS = [folder]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    from django.contrib.staticfiles import finders

    finders.get_finder.cache_clear()
    return folder


@pytest.fixture(autouse=True)
def finders_anew() -> Any:
    """Let no other test meet the finders of this one."""
    yield
    from django.contrib.staticfiles import finders

    finders.get_finder.cache_clear()


def test_they_are_gathered_once(source: Path, settings: Any) -> None:
    assert assets.collect_when_changed()
    assert (settings.STATIC_ROOT / "look.css").read_text() == "a {}"
    assert not assets.collect_when_changed()


def test_a_change_gathers_them_again(source: Path, settings: Any) -> None:
    assets.collect_when_changed()
    sheet = source / "look.css"
    sheet.write_text("b {}")
    os.utime(sheet, ns=(1, sheet.stat().st_mtime_ns + 10**9))
    assert assets.collect_when_changed()
    assert (settings.STATIC_ROOT / "look.css").read_text() == "b {}"


def test_a_new_file_gathers_them_again(source: Path, settings: Any) -> None:
    assets.collect_when_changed()
    (source / "more.css").write_text("c {}")
    assert assets.collect_when_changed()
    assert (settings.STATIC_ROOT / "more.css").exists()


def test_what_was_swept_away_is_gathered_again(source: Path, settings: Any) -> None:
    assets.collect_when_changed()
    (settings.STATIC_ROOT / "gathered.txt").unlink()
    assert assets.collect_when_changed()
