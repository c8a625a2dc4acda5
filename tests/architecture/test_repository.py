"""What may stand in no file: hosts in locks, paths of a machine, inline scripts."""

from __future__ import annotations

import re
import subprocess

from architecture.source import REPOSITORY, short, tracked_files

LOCK = re.compile(r"(requirements/.*\.txt|\.lock|package-lock\.json)$")
INLINE = re.compile(
    r"\son\w+=|\sstyle=|<style|<script(?![^>]*\ssrc=)[^>]*>(?!\s*</)", re.IGNORECASE
)
OUTSIDE = re.compile(r"""(?:src|href|action)=["']https?://|url\(\s*["']?https?://|@import""")
LEFT_BEHIND = re.compile(r"\.(orig|rej|bak|tmp|swp)$|~$")
BINARY = {".png", ".ico", ".xlsx", ".woff2"}


def text_files() -> list[tuple[str, str]]:
    """Give name and text of every text file."""
    return [
        (short(path), path.read_text(encoding="utf-8", errors="replace"))
        for path in tracked_files()
        if path.suffix not in BINARY
    ]


def test_no_tool_left_a_file_behind() -> None:
    assert [short(path) for path in tracked_files() if LEFT_BEHIND.search(path.name)] == []


def test_locks_name_no_host() -> None:
    assert [name for name, text in text_files() if LOCK.search(name) and "://" in text] == []


def test_locks_are_hashed() -> None:
    for lock in (REPOSITORY / "requirements").glob("*.txt"):
        pins = re.findall(r"^[a-z0-9].*==", lock.read_text(), re.MULTILINE)
        assert pins and lock.read_text().count("--hash=sha256:") >= len(pins)


def test_no_file_names_a_path_of_this_machine() -> None:
    home = re.compile(re.escape(str(REPOSITORY)) + r"\b")
    assert [name for name, text in text_files() if home.search(text)] == []


def test_templates_hold_no_inline_script_or_style() -> None:
    found = {
        name: match.group(0)
        for name, text in text_files()
        if name.endswith(".html") and (match := INLINE.search(text))
    }
    assert found == {}


def test_no_page_calls_another_host() -> None:
    found = [
        name
        for name, text in text_files()
        if name.startswith("src/")
        and name.endswith((".html", ".css", ".js"))
        and OUTSIDE.search(text)
    ]
    assert found == []


def test_run_lists_its_commands() -> None:
    """Every word that `run` knows has a line in what it lists, and nothing else is listed."""
    script = (REPOSITORY / "run").read_text(encoding="utf-8")
    known = set(re.findall(r"^  ([a-z-]+)\) ", script, re.MULTILINE))
    listed = subprocess.run(["./run"], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    told = set(re.findall(r"^\./run ([a-z-]+)", listed.stdout, re.MULTILINE))
    assert {"demo", "test", "check", "setup"} <= told
    assert told == known
    assert "./run rondstroom check" in listed.stdout


def test_ci_runs_the_tests_of_the_readme() -> None:
    assert "./run test" in (REPOSITORY / ".ci/run").read_text()
    assert "./run test" in (REPOSITORY / "README.md").read_text()
