"""C1: all on-call kinds together in seven days."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.on_call import mixed_spells
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.rules import patterns


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    spells = mixed_spells(timeline)
    if not spells:
        return
    law = timeline.law_at(spells[0].start)
    what = Text("consignatie, bereikbaarheid of aanwezigheid", "standby, on-call or presence")
    length, most = law["arrangements.cumulation_days"], law["arrangements.cumulation_max"]
    for finding in patterns.too_often_in_days(RULE, timeline, spells, length, most, what):
        if mixed_spells(timeline, (finding.starts_second, finding.ends_second)):
            yield finding


RULE = Rule(
    id="worktime.on-call-together-per-week",
    source_ref="C1",
    article="ATB 5.19:4",
    title=Text("Alle oproepdiensten in 7 dagen", "All on-call spells in 7 days"),
    doc=Text(
        "Heeft iemand meer dan één soort (consignatie, bereikbaarheid, aanwezigheid), dan "
        "beginnen er in elke 7 x 24 uur samen ten hoogste 3.",
        "When somebody has more than one kind (standby, on-call, presence), at most 3 of them "
        "together start in every 7 x 24 hours.",
    ),
    group=Group.ADULTS,
    judge=_judge,
    windowed=True,
)
