"""P2: the length of a presence spell."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime import phrases
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.presence import exempts
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import hours, when


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    for position in timeline.near(span, 0):
        spell = timeline.spells[position]
        most = timeline.law_at(spell.start)["on_call.spell_hours_max"]
        length = spell.end - spell.start
        if length > most and exempts(timeline, spell):
            yield RULE.finding(
                timeline,
                (spell.start, spell.end),
                length,
                most,
                Text(
                    f"De aanwezigheidsdienst vanaf {when(spell.start, 'nl')}, met het werk eraan "
                    f"vast, duurt {hours(length, 'nl')}; het maximum is {hours(most, 'nl')}.",
                    f"The presence spell from {when(spell.start, 'en')}, with the work joined to "
                    f"it, lasts {hours(length, 'en')}; the most is {hours(most, 'en')}.",
                ),
                phrases.shorten(length, most),
            )


RULE = Rule(
    id="worktime.presence-length",
    source_ref="P2",
    article="ATB 1:1",
    title=Text("Lengte van een aanwezigheidsdienst", "Length of a presence spell"),
    doc=Text(
        "Een aanwezigheidsdienst duurt, met het werk dat eraan vastzit, ten hoogste 24 uur.",
        "A presence spell lasts, with the work joined to it, at most 24 hours.",
    ),
    group=Group.ADULTS,
    judge=_judge,
)
