"""What the architecture tests measure: the tracked files and their syntax trees."""

from __future__ import annotations

import ast
import subprocess
import tomllib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


@cache
def tracked_files() -> tuple[Path, ...]:
    """Give every file git knows or would add, and that is still there."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    names = sorted(name for name in listed.split("\0") if name)
    return tuple(path for name in names if (path := REPOSITORY / name).is_file())


def source_files() -> list[Path]:
    """Give our own Python under src, without generated migrations."""
    source = REPOSITORY / "src"
    return [
        path
        for path in tracked_files()
        if path.suffix == ".py" and path.is_relative_to(source) and "migrations" not in path.parts
    ]


@cache
def tree(path: Path) -> ast.Module:
    """Give the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Give every function and method in a file."""
    return [
        node
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def short(path: Path) -> str:
    """Give a path as people write it."""
    return path.relative_to(REPOSITORY).as_posix()


def exempt(rule: str) -> set[str]:
    """Give the paths excused from a rule; an excuse past its date no longer counts."""
    excuses = tomllib.loads((Path(__file__).parent / "exceptions.toml").read_text()).get(
        "excuse", []
    )
    return {
        excuse["path"]
        for excuse in excuses
        if excuse["rule"] == rule and excuse["why"] and excuse["until"] >= datetime.now(UTC).date()
    }
