"""Sentences that several rules share, in Dutch and English."""

from __future__ import annotations

from flexpool.text import Text
from flexpool.worktime.clock import MINUTE
from flexpool.worktime.law import Law
from flexpool.worktime.reckoning.spell import Spell
from flexpool.worktime.wording import day, hours, when


def too_long(work: int, limit: int, bookings: int = 1, kind: Text | None = None) -> Text:
    """Say that a dienst holds too much work."""
    name = kind or Text("Deze dienst", "This shift")
    joined = Text("", "")
    if bookings > 1:
        joined = Text(
            f" ({bookings} inzetten met minder dan 8 uur rust ertussen tellen als één dienst)",
            f" ({bookings} bookings with less than 8 h rest between them count as one shift)",
        )
    return Text(
        f"{name.nl} telt {hours(work, 'nl')} werk{joined.nl}; het maximum is {hours(limit, 'nl')}.",
        f"{name.en} holds {hours(work, 'en')} of work{joined.en}; "
        f"the most is {hours(limit, 'en')}.",
    )


def shorten(work: int, limit: int) -> Text:
    """Say how much work must go."""
    return Text(
        f"Maak de dienst {hours(work - limit, 'nl')} korter.",
        f"Make the shift {hours(work - limit, 'en')} shorter.",
    )


def unless_extended(law: Law, work: int, limit: int) -> Text:
    """Say which circumstances, unknown to a roster, make a longer dienst lawful."""
    nl, en = [], []
    if work <= limit + law["adults.handover_minutes_max"]:
        nl.append("je het werk overdraagt aan een collega (ten hoogste 15 minuten, ATB 4.4:1)")
        en.append("work is handed over to a colleague (at most 15 minutes, ATB 4.4:1)")
    if work <= law["adults.urgent_shift_hours_max"]:
        nl.append("het werk geen uitstel verdraagt (1 keer per 2 weken, ATB 4.3:1)")
        en.append("the work cannot wait (once in 2 weeks, ATB 4.3:1)")
        nl.append("het de week voor een feestdag is (2 keer in 7 dagen, ATB 4.2:1)")
        en.append("it is the week before a holiday (twice in 7 days, ATB 4.2:1)")
    if not nl:
        return Text("", "")
    return Text(
        f" Het mag wel als {', of als '.join(nl)}.",
        f" It is lawful if {', or if '.join(en)}.",
    )


def joined(*texts: Text) -> Text:
    """Put texts behind each other."""
    return Text("".join(text.nl for text in texts), "".join(text.en for text in texts))


def total_over(total: int, limit: int, weeks: int, start: int) -> Text:
    """Say that a run of weeks holds too much work."""
    if weeks == 1:
        return Text(
            f"In de week van {day(start, 'nl')} staat {hours(total, 'nl')} werk; "
            f"het maximum is {hours(limit, 'nl')}.",
            f"The week of {day(start, 'en')} holds {hours(total, 'en')} of work; "
            f"the most is {hours(limit, 'en')}.",
        )
    return Text(
        f"In de {weeks} weken vanaf {day(start, 'nl')} staat {hours(total, 'nl')} werk, "
        f"gemiddeld {hours(total / weeks, 'nl')} per week; het maximum is "
        f"{hours(limit, 'nl')}, gemiddeld {hours(limit / weeks, 'nl')}.",
        f"The {weeks} weeks from {day(start, 'en')} hold {hours(total, 'en')} of work, "
        f"{hours(total / weeks, 'en')} a week on average; the most is "
        f"{hours(limit, 'en')}, {hours(limit / weeks, 'en')} on average.",
    )


def work_less(total: int, limit: int) -> Text:
    """Say how much work must go from a period."""
    return Text(
        f"Haal {hours(total - limit, 'nl')} werk uit deze periode.",
        f"Take {hours(total - limit, 'en')} of work out of this period.",
    )


def start_later(earliest: int) -> Text:
    """Say from when the next dienst may start."""
    return Text(
        f"Laat de volgende dienst niet eerder beginnen dan {when(earliest, 'nl')}.",
        f"Let the next shift start no earlier than {when(earliest, 'en')}.",
    )


def too_often(count: int, limit: int, what: Text, period: Text) -> Text:
    """Say that something happens too often in a period."""
    return Text(
        f"{count} keer {what.nl} {period.nl}; het maximum is {limit}.",
        f"{count} times {what.en} {period.en}; the most is {limit}.",
    )


def drop(count: int, what: Text) -> Text:
    """Say how many of something must go."""
    return Text(f"Haal {count} keer {what.nl} weg.", f"Take {what.en} away {count} times.")


def break_too_short(spell: Spell, needed: int, over: int) -> Text:
    """Say that a dienst has too little break."""
    taken, least = spell.breaks // MINUTE, needed // MINUTE
    return Text(
        f"Deze dienst telt {hours(spell.work, 'nl')} werk en {taken} minuten pauze; bij meer dan "
        f"{hours(over, 'nl')} werk is {least} minuten nodig.",
        f"This shift holds {hours(spell.work, 'en')} of work and {taken} minutes of break; more "
        f"than {hours(over, 'en')} of work needs {least} minutes.",
    )


def plan_break(needed: int) -> Text:
    """Say what break to plan."""
    return Text(
        f"Plan {needed // MINUTE} minuten pauze, in stukken van ten minste 15 minuten.",
        f"Plan {needed // MINUTE} minutes of break, in pieces of at least 15 minutes.",
    )
