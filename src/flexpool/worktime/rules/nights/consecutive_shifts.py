"""N5: consecutive diensten with a night among them."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime.finding import Finding, Unit
from flexpool.worktime.reckoning.presence import exempts
from flexpool.worktime.reckoning.series import series_near
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import when


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    for series in series_near(timeline, span, nights_only=False):
        start, end = timeline.starts[series.start], timeline.ends[series.stop - 1]
        law = timeline.law_at(start)
        most = law["nights.consecutive_shifts_max"]
        if len(series) <= most:
            continue
        spells = [timeline.spells[position] for position in series]
        nights = [spell for spell in spells if spell.is_night and not exempts(timeline, spell)]
        if not nights:
            continue
        yield RULE.finding(
            timeline,
            (start, end),
            len(series),
            most,
            Text(
                f"{len(series)} diensten achter elkaar vanaf {when(start, 'nl')}, waarvan "
                f"{len(nights)} in de nacht; met een nachtdienst erbij mogen het er {most} zijn.",
                f"{len(series)} shifts in a row from {when(start, 'en')}, {len(nights)} of them "
                f"at night; with a night shift among them {most} are allowed.",
            ),
            Text(
                f"Geef 24 uur rust na uiterlijk {most} diensten.",
                f"Give 24 h of rest after no more than {most} shifts.",
            ),
            article=law.article("nights.consecutive_shifts_max"),
            unit=Unit.COUNT,
        )


RULE = Rule(
    id="worktime.consecutive-shifts",
    source_ref="N5",
    article="ATW 5:8(6)",
    title=Text("Diensten achter elkaar", "Shifts in a row"),
    doc=Text(
        "Zit er een nachtdienst in een reeks, dan telt die reeks ten hoogste 7 diensten; met een "
        "collectieve regeling 8. Een rust van 24 uur breekt de reeks; dat is een keuze.",
        "A series with a night shift in it holds at most 7 shifts; with a collective arrangement "
        "8. A rest of 24 hours ends the series; that is a choice.",
    ),
    group=Group.ADULTS,
    judge=_judge,
)
