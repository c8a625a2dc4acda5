"""P4: the average with presence spells."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.staffing import ShiftKind
from flexpool.text import Text
from flexpool.worktime import phrases
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.presence import replaces
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.reckoning.windows import week_totals
from flexpool.worktime.rule import Group, Rule


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    presences = timeline.kinds[ShiftKind.PRESENCE]
    if not presences or not timeline.law_at(presences[0].start)["on_call.presence_allowed"]:
        return
    weeks = timeline.law_at(presences[0].start)["arrangements.presence_weeks"]
    consented = "presence_consented_average_max" if timeline.presence_consent else None
    name = f"arrangements.{consented or 'presence_average_max'}"
    for run, total in week_totals(timeline, span, weeks):
        if not replaces(timeline, run):
            continue
        law = timeline.law_at(run[0])
        most = law[name] * weeks
        if total > most:
            yield RULE.finding(
                timeline,
                run,
                total,
                most,
                phrases.total_over(total, most, weeks, run[0]),
                phrases.work_less(total, most),
                article=law.article(name),
            )


RULE = Rule(
    id="worktime.presence-average",
    source_ref="P4",
    article="ATB 4.8:1(3)b",
    title=Text("Gemiddelde met aanwezigheidsdiensten", "Average with presence spells"),
    doc=Text(
        "Elke 26 weken met een aanwezigheidsdienst tellen ten hoogste 1.248 uur werk (gemiddeld "
        "48); alle uren van de dienst tellen. Met schriftelijke instemming 1.560 uur (gemiddeld "
        "60).",
        "Every 26 weeks with a presence spell hold at most 1,248 hours of work (48 on average); "
        "all hours of the spell count. With written consent 1,560 hours (60 on average).",
    ),
    group=Group.ADULTS,
    judge=_judge,
    windowed=True,
)
