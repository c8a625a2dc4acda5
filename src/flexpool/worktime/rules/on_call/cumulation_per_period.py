"""C2: all on-call kinds together in sixteen weeks."""

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
    length, most = (
        law["arrangements.cumulation_weeks"],
        law["arrangements.cumulation_per_period_max"],
    )
    for finding in patterns.too_often_in_weeks(RULE, timeline, spells, length, most, what):
        if mixed_spells(timeline, (finding.starts_second, finding.ends_second)):
            yield finding


RULE = Rule(
    id="worktime.on-call-together-per-period",
    source_ref="C2",
    article="ATB 5.19:4",
    title=Text("Alle oproepdiensten in 16 weken", "All on-call spells in 16 weeks"),
    doc=Text(
        "Heeft iemand meer dan één soort (consignatie, bereikbaarheid, aanwezigheid), dan "
        "beginnen er in elke 16 weken samen ten hoogste 32.",
        "When somebody has more than one kind (standby, on-call, presence), at most 32 of them "
        "together start in every 16 weeks.",
    ),
    group=Group.ADULTS,
    judge=_judge,
    windowed=True,
)
