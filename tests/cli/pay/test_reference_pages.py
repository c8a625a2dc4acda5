"""The reference pages name every key of the JSON answers and every field of the files."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from typer.testing import CliRunner

from flexpool.pay.comparison import Comparison
from flexpool.pay.ownership import Choice
from rondstroom.cli.pay.app import app
from rondstroom.cli.pay.input_file import CENTS

PAGES = Path(__file__).parents[3] / "docs" / "reference" / "pay"
TREES = {"explanation", "figures", "figure"}  # the same everywhere; told by their own pages


def words(*names: str) -> set[str]:
    """Give every word that stands as code on some pages."""
    text = "".join((PAGES / f"{name}.md").read_text(encoding="utf-8") for name in names)
    code = re.findall(r"`([^`\n]+)`", text)
    return {word for part in code for word in re.findall(r"\w+", part)}


def keys(told: Any) -> Iterator[str]:
    """Give every key of an answer, however deep."""
    if isinstance(told, dict):
        for key, value in told.items():
            yield key
            if key not in TREES:
                yield from keys(value)
    elif isinstance(told, list):
        for value in told:
            yield from keys(value)


def fields(kind: Any) -> Iterator[str]:
    """Give every field of a file, however deep."""
    for option in (kind, *get_args(kind)):
        if dataclasses.is_dataclass(option):
            hints = get_type_hints(option)
            for field in dataclasses.fields(option):
                yield field.name.replace(CENTS, "")
                yield from fields(hints[field.name])


@pytest.mark.parametrize(("command", "page"), [("compare", "comparison"), ("cost", "employer")])
def test_every_key_of_the_answer_stands_on_its_page(
    tmp_path: Path, command: str, page: str
) -> None:
    file = tmp_path / "example.yaml"
    file.write_text(CliRunner().invoke(app, [command, "--example"]).stdout, encoding="utf-8")
    told = json.loads(CliRunner().invoke(app, [command, str(file), "--json"]).stdout)
    assert set(keys(told)) - words(page) == set()


@pytest.mark.parametrize(
    ("kind", "pages"),
    [(Comparison, ("comparison", "self-employed", "employer")), (Choice, ("employer",))],
)
def test_every_field_of_the_file_stands_on_its_page(kind: type, pages: tuple[str, ...]) -> None:
    assert set(fields(kind)) - words(*pages) == set()
