"""A1: the hours of work in a dienst."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime import phrases
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.presence import exempts
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    for position in timeline.near(span, 0):
        spell = timeline.spells[position]
        law = timeline.law_at(spell.start)
        limit = law["adults.shift_hours_max"]
        if spell.work > limit and not exempts(timeline, spell):
            yield RULE.finding(
                timeline,
                (spell.start, spell.end),
                spell.work,
                limit,
                phrases.joined(
                    phrases.too_long(spell.work, limit, len(spell.bookings)),
                    phrases.unless_extended(law, spell.work, limit),
                ),
                phrases.shorten(spell.work, limit),
            )


RULE = Rule(
    id="worktime.shift-hours",
    source_ref="A1",
    article="ATW 5:7(2)a",
    title=Text("Uren per dienst", "Hours per shift"),
    doc=Text(
        "Een dienst telt ten hoogste 12 uur werk, pauzes niet meegeteld. Inzetten met minder dan "
        "8 uur rust ertussen zijn samen één dienst, ook bij twee organisaties.",
        "A shift holds at most 12 hours of work, breaks not counted. Bookings with less than "
        "8 hours rest between them are one shift together, also at two organisations.",
    ),
    group=Group.ADULTS,
    judge=_judge,
)
