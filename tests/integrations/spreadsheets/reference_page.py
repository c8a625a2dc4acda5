"""Writes docs/reference/import-columns.md from the tables of headings.

Renew it with: ./run python tests/integrations/spreadsheets/reference_page.py
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parents[2]
PAGE = TESTS.parent / "docs" / "reference" / "import-columns.md"
INTRODUCTION = """\
# Columns that an import knows

<!-- Written by tests/integrations/spreadsheets/reference_page.py; a test fails when stale. -->

`rondstroom import` and the planner's page *Importeren* recognise these headings, in upper or lower
case, with or without spaces, points and a unit in brackets. When two columns fit one field, the
heading that stands first here goes first, and the other is named as not used. A person can say
otherwise: `--column FIELD=HEADING` on the command line, a choice per column on the page; an empty
heading leaves a field out. The first heading of each field is the one that exports write.

How a file is brought in: [Import a file](../how-to/import-a-file.md).
"""
TITLES = {
    "shifts": "Shifts (diensten)",
    "workers": "Workers (medewerkers)",
    "roster": "Roster (rooster)",
    "availability": "Availability (beschikbaarheid)",
}
BELOW = {
    "shifts": (
        "Needed besides: a day (`date`, or `starts` with the day in it), a start and an end "
        "(`starts` and `ends`, or `times`), and `location` or `team`."
    ),
    "workers": "Needed besides: `name`, or `first_name` and `last_name`.",
    "roster": (
        "The other columns are days, such as `ma 07-12`; the cells hold codes, and a legend says "
        "what they mean."
    ),
    "availability": "Needed besides: `date`. Without a part of the day it is all of it.",
}


def page() -> str:
    """Write the page."""
    return "\n".join(_parts()) + "\n"


def _parts() -> Iterator[str]:
    from rondstroom.integrations.spreadsheets.headings.fields import FIELDS
    from rondstroom.integrations.spreadsheets.shifts.row import SIGN_UPS, STATES
    from rondstroom.integrations.spreadsheets.workers.row import FORMS

    yield INTRODUCTION
    for kind, fields in FIELDS.items():
        yield f"## {TITLES[kind]}\n"
        yield "| field | headings | what it holds |\n|---|---|---|"
        for one in fields:
            needed = " **Needed.**" if one.needed else ""
            meaning = one.meaning[0].upper() + one.meaning[1:]
            yield f"| `{one.name}` | {', '.join(one.headings)} | {meaning}.{needed} |"
        yield f"\n{BELOW[kind]}\n"
    from rondstroom.integrations.spreadsheets.availability.bring_in import PARTS, WISHES

    yield "## Words with a fixed meaning\n"
    yield "| column | words |\n|---|---|"
    known = {"Status": STATES, "Aanmelden": SIGN_UPS, "Contractvorm": FORMS}
    for title, words in (known | {"Dagdeel": PARTS, "Beschikbaarheid": WISHES}).items():
        yield f"| {title} | {', '.join(words)} |"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rondstroom.config.settings.test")
    import django

    django.setup()
    sys.path.insert(0, str(TESTS))
    PAGE.write_text(page(), encoding="utf-8")
