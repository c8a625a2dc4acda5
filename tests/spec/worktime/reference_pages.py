"""Writes docs/reference/worktime from the registry, the figures and the tables of cases.

Renew with: ./run python tests/spec/worktime/reference_pages.py
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from flexpool.parameters import Figure
from flexpool.worktime import load_profile, profile_names
from flexpool.worktime.profile import profile_figures, statutory_figures
from flexpool.worktime.registry import RULES
from flexpool.worktime.rule import Rule
from flexpool.worktime.scope import DEFINITIONS, NOT_JUDGED, Scoped

TESTS = Path(__file__).resolve().parents[2]
TABLES = TESTS / "cases" / "worktime"
PAGES = TESTS.parent / "docs" / "reference" / "worktime"
WRITTEN = "<!-- Written by tests/spec/worktime/reference_pages.py; a test fails when stale. -->"
CHAPTERS = {
    "adults.md": ("Hours, rest and breaks of adults", "AD"),
    "nights.md": ("Night shifts", "N"),
    "on-call.md": ("Standby, on-call and presence", "SRPC"),
    "youth.md": ("Workers of 16 and 17", "Y"),
    "protected.md": ("Planning restrictions", "B"),
}
INTRODUCTION = """\
# The working-time law

{written}

What `rondstroom check` and `flexpool.worktime` judge, over all work of a person at all
organisations together. A number such as A5 is the `source_ref` of a finding. ATW is the
Arbeidstijdenwet, ATB the Arbeidstijdenbesluit.

* A **breach** is against the law or against the arrangement that replaces it. `rondstroom check`
  ends with 1.
* A **warning** is lawful only under a condition that the roster does not show. It is printed and
  changes nothing in how the command ends.
* **Policy** is what would be a breach for people whom the law does bind.

How is judged:

* A row without `break_minutes` does not say what its breaks are: all its time counts as work, and
  A7 and Y6 are not judged. `0` says that there is no break.
* Times without an offset are Dutch local time. A time that the clock skips in spring is the same
  time an hour later. A time that occurs twice in autumn is the first, unless the shift would then
  end before it starts; write an offset to choose.
* Totals never guess: hours outside the known roster are not there, and time after the last known
  shift is free. A finding is what the known roster proves.
* `care` and `hospital` are for nursing and care. `doctors`, `midwives` (outside hospitals) and
  `ambulance` have their own numbers of on-call spells (ATB 5.20 and on); the second shortened rest
  of 5.19:2 does not hold there, and several on-call kinds together keep to 5.19:4.
* One profile is used for all work of a person. Who works at an organisation without an arrangement
  too is judged by `default`.
* S, R, P and C number the on-call kinds of the study of the law (standby, on-call, presence,
  cumulation), B its protected schedules.
* Overlapping windows that tell the same story are told once, by the worst of them.
"""


def pages() -> dict[str, str]:
    """Write every page by file name."""
    written = {"README.md": _overview()}
    for name, (title, letters) in CHAPTERS.items():
        own = [rule for rule in RULES if rule.source_ref[0] in letters]
        parts = [f"# {title}\n", WRITTEN, ""]
        parts += [part for rule in own for part in _chapter(rule)]
        if name == "nights.md":
            parts += _variant()
        written[name] = "\n".join(parts).rstrip() + "\n"
    return written


def table_of(source_ref: str) -> dict[str, Any]:
    """Read the table of cases of a rule."""
    table: dict[str, Any] = yaml.safe_load((TABLES / f"{source_ref}.yaml").read_text("utf-8"))
    return table


def _overview() -> str:
    parts = [INTRODUCTION.format(written=WRITTEN), "## Rules, in reading order\n"]
    parts.append("| | rule | article | id |\n|---|---|---|---|")
    for rule in RULES:
        page = next(n for n, (_t, letters) in CHAPTERS.items() if rule.source_ref[0] in letters)
        link = f"[{rule.title.en}]({page}#{_anchor(rule)})"
        parts.append(f"| {rule.source_ref} | {link} | {rule.article} | `{rule.id}` |")
    parts += ["", "## Definitions\n", *_scoped(DEFINITIONS)]
    parts += ["", "## Not judged from a roster\n", *_scoped(NOT_JUDGED)]
    parts += ["", "## Profiles\n", "`default` is the law without an arrangement.", ""]
    for name in profile_names()[1:]:
        parts += [
            f"### `{name}`: {load_profile(name).label_en}\n",
            *_figures(profile_figures(name)),
        ]
        parts.append("")
    parts += ["## Figures of the law\n", *_figures(statutory_figures())]
    return "\n".join(parts) + "\n"


def _scoped(entries: Iterable[Scoped]) -> list[str]:
    rows = [f"| {one.source_ref} | {one.text.en} | {one.article} |" for one in entries]
    return ["| | | article |\n|---|---|---|", *rows]


def _figures(figures: dict[str, Figure]) -> list[str]:
    rows = ["| figure | value | from | source | sure |\n|---|---|---|---|---|"]
    for name, figure in figures.items():
        for value in figure.values:
            shown = (
                ", ".join(map(str, value.value))
                if value.unit == "hours" and isinstance(value.value, tuple)
                else str(value.value)
            )
            rows.append(
                f"| `{name}`: {figure.description} | {shown} {value.unit} | {value.valid_from} "
                f"| {value.source} | {value.confidence.value} |"
            )
    return rows


def _anchor(rule: Rule) -> str:
    return f"{rule.source_ref}-{rule.title.en}".lower().replace(" ", "-").replace(",", "")


def _chapter(rule: Rule) -> list[str]:
    return [
        f"## {rule.source_ref} {rule.title.en}\n",
        f"`{rule.id}`, {rule.article}. Dutch: {rule.title.nl}.\n",
        f"{rule.doc.en}\n",
        *_cases(table_of(rule.source_ref)),
    ]


def _variant() -> list[str]:
    table = table_of("N7")
    (variant,) = (one for one in DEFINITIONS if one.source_ref == "N7")
    return [f"## N7 Weekend variant\n\n{variant.text.en}\n", *_cases(table)]


def _cases(table: dict[str, Any]) -> list[str]:
    rows = ["| case | shifts | finding |\n|---|---|---|"]
    for case in table["cases"]:
        own = [
            f"{key.replace('_', ' ')}: {_plain(case[key])}"
            for key in ("profile", "age_group", "restriction", "law_binds", "presence_consent")
            if key in case
        ]
        roster = "<br>".join([*(f"`{line}`" for line in case["shifts"]), *own])
        rows.append(f"| {case['name']} | {roster} | {_outcome(case)} |")
    return [*rows, ""]


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key.replace('_', ' ')} {_plain(part)}" for key, part in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _outcome(case: dict[str, Any]) -> str:
    outcomes = [
        f"{entry.get('severity', 'breach')}: {entry['measured']}, limit {entry['limit']}"
        for entry in case["findings"]
    ]
    return "<br>".join(outcomes) or "none"


if __name__ == "__main__":
    PAGES.mkdir(parents=True, exist_ok=True)
    for file_name, text in pages().items():
        (PAGES / file_name).write_text(text, encoding="utf-8")
