"""N4: the rest after a series of night diensten."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime import phrases
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.presence import exempts
from flexpool.worktime.reckoning.series import series_near
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import hours, when


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    for series in series_near(timeline, span, nights_only=True):
        last = series.stop - 1
        law = timeline.law_at(timeline.starts[last])
        needed = law["nights.rest_after_series_hours"]
        rest = timeline.rest_after(last)
        if len(series) < law["nights.series_nights"] or rest is None or rest >= needed:
            continue
        if any(exempts(timeline, timeline.spells[position]) for position in series):
            continue
        end = timeline.ends[last]
        yield RULE.finding(
            timeline,
            (end, end + rest),
            rest,
            needed,
            Text(
                f"Na {len(series)} nachtdiensten achter elkaar, tot {when(end, 'nl')}, is er "
                f"{hours(rest, 'nl')} rust; nodig is {hours(needed, 'nl')}.",
                f"After {len(series)} night shifts in a row, until {when(end, 'en')}, there is "
                f"{hours(rest, 'en')} of rest; {hours(needed, 'en')} is needed.",
            ),
            phrases.start_later(end + needed),
        )


RULE = Rule(
    id="worktime.rest-after-nights",
    source_ref="N4",
    article="ATW 5:8(5)",
    title=Text("Rust na een reeks nachten", "Rest after a series of nights"),
    doc=Text(
        "Na 3 of meer nachtdiensten achter elkaar is er 46 uur rust. Een reeks eindigt bij 24 uur "
        "rust of bij een dienst die geen nachtdienst is; de wet zegt dat niet, het is een keuze.",
        "After 3 or more night shifts in a row there are 46 hours of rest. A series ends with 24 "
        "hours of rest or with a shift that is no night shift; the law leaves that open, it is a "
        "choice.",
    ),
    group=Group.ADULTS,
    judge=_judge,
)
