"""Sentences about exceptions for nights that are used up (ATW 5:8(3) and (4))."""

from __future__ import annotations

from flexpool.text import Text
from flexpool.worktime.law import Law
from flexpool.worktime.reckoning.budget import Way
from flexpool.worktime.wording import hours


def used_up(law: Law, way: Way) -> Text:
    """Say which exceptions a night could use, and that others have used them up."""
    shortest = law["nights.shortened_rest_hours"]
    often, per_year = law["nights.long_shifts_max"], law["nights.long_shifts_per_year_max"]
    shortened = Text(
        f"1 keer {hours(shortest, 'nl')} rust in 7 x 24 uur (ATW 5:8(4))",
        f"{hours(shortest, 'en')} of rest once in 7 x 24 h (ATW 5:8(4))",
    )
    longer = Text(
        f"{often} keer in 14 x 24 uur en {per_year} keer in 52 weken langer werken of 12 uur rust "
        "(ATW 5:8(3))",
        f"{often} times in 14 x 24 h and {per_year} times in 52 weeks longer work or 12 h of rest "
        "(ATW 5:8(3))",
    )
    ways = {Way.LONG: [longer], Way.SHORTENED: [shortened], Way.EITHER: [shortened, longer]}[way]
    return Text(
        f" De uitzondering is al gebruikt: {' en '.join(text.nl for text in ways)}.",
        f" The exception is used up: {' and '.join(text.en for text in ways)}.",
    )
