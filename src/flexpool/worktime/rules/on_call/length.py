"""R2: the length of an on-call spell."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.staffing import ShiftKind
from flexpool.text import Text
from flexpool.worktime import phrases
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import hours, when


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    for spell in timeline.kinds[ShiftKind.ON_CALL]:
        most = timeline.law_at(spell.start)["on_call.spell_hours_max"]
        length = spell.end - spell.start
        if length > most:
            yield RULE.finding(
                timeline,
                (spell.start, spell.end),
                length,
                most,
                Text(
                    f"De bereikbaarheidsdienst vanaf {when(spell.start, 'nl')} duurt "
                    f"{hours(length, 'nl')}; het maximum is {hours(most, 'nl')}.",
                    f"The on-call spell from {when(spell.start, 'en')} lasts "
                    f"{hours(length, 'en')}; the most is {hours(most, 'en')}.",
                ),
                phrases.shorten(length, most),
            )


RULE = Rule(
    id="worktime.on-call-length",
    source_ref="R2",
    article="ATB 1:1",
    title=Text("Lengte van een bereikbaarheidsdienst", "Length of an on-call spell"),
    doc=Text(
        "Een bereikbaarheidsdienst duurt ten hoogste 24 uur.",
        "An on-call spell lasts at most 24 hours.",
    ),
    group=Group.ADULTS,
    judge=_judge,
)
