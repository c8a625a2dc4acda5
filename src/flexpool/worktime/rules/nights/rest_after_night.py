"""N3: the rest after a night dienst that ends after 02:00."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime import phrases
from flexpool.worktime.explanation import Explanation
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.budget import Way
from flexpool.worktime.reckoning.exceptions import Night, judged
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.rules.nights.used_up import used_up
from flexpool.worktime.wording import hours, when


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    if not timeline.late_night_starts:
        return
    for night, way in judged(timeline).one_too_many:
        if way is not Way.LONG:
            yield _finding(timeline, night, way)


def _finding(timeline: Timeline, night: Night, way: Way) -> Finding:
    law = timeline.law_at(night.spell.start)
    needed = law["nights.rest_after_late_end_hours"]
    rest = night.rest or 0
    start = night.spell.end
    return RULE.finding(
        timeline,
        (start, start + max(rest, 1)),
        rest,
        needed,
        phrases.joined(
            Text(
                f"Na de nachtdienst die om {when(start, 'nl')} eindigt is er "
                f"{hours(rest, 'nl')} rust; nodig is {hours(needed, 'nl')}.",
                f"After the night shift that ends at {when(start, 'en')} there is "
                f"{hours(rest, 'en')} of rest; {hours(needed, 'en')} is needed.",
            ),
            used_up(law, way),
        ),
        phrases.start_later(start + needed),
    )


def explain(timeline: Timeline, span: Span) -> Iterator[Explanation]:
    """Say for every late night with too little rest which exception it uses."""
    judgement = judged(timeline)
    refused = [(night, None) for night, way in judgement.one_too_many if way is not Way.LONG]
    excepted = [(night, way) for night, way in judgement.excepted if night.needs_rest]
    for night, way in sorted([*refused, *excepted], key=lambda pair: pair[0].spell.start):
        start = night.spell.end
        if start < span[1] and span[0] < start + (night.rest or 0):
            text = _explanation(timeline, night, way)
            window = (start, start + (night.rest or 0))
            yield Explanation(RULE.id, RULE.source_ref, window, way is not None, text)


def _explanation(timeline: Timeline, night: Night, way: Way | None) -> Text:
    law = timeline.law_at(night.spell.start)
    needed, rest = law["nights.rest_after_late_end_hours"], night.rest or 0
    used = {
        Way.SHORTENED: Text("ja, 1 keer in 7 x 24 uur (5:8(4))", "yes, once in 7 x 24 h (5:8(4))"),
        Way.LONG: Text("ja, 12 uur rust (5:8(3))", "yes, 12 h of rest (5:8(3))"),
    }
    told = used[way] if way is not None else Text("nee, al gebruikt", "no, used up")
    return Text(
        f"{hours(needed, 'nl')} rust na een late nacht: nee, {hours(rest, 'nl')}; "
        f"een uitzondering: {told.nl}",
        f"{hours(needed, 'en')} of rest after a late night: no, {hours(rest, 'en')}; "
        f"an exception: {told.en}",
    )


RULE = Rule(
    id="worktime.rest-after-night",
    source_ref="N3",
    article="ATW 5:8(4)",
    title=Text("Rust na een late nacht", "Rest after a late night"),
    doc=Text(
        "Na een nachtdienst die na 02:00 eindigt is er 14 uur rust. 1 keer per 7 x 24 uur mag dat "
        "8 uur zijn. 12 uur mag ook, maar telt dan mee in de 5 keer per 14 x 24 uur en 22 keer per "
        "52 weken van N1. De controle kiest per nacht de uitzondering die de meeste ruimte laat.",
        "After a night shift that ends after 02:00 there are 14 hours of rest. Once per 7 x 24 "
        "hours that may be 8 hours. 12 hours is allowed too, but then counts in the 5 times per "
        "14 x 24 hours and 22 times per 52 weeks of N1. The check chooses for each night the "
        "exception that leaves the most room.",
    ),
    group=Group.ADULTS,
    judge=_judge,
    explain=explain,
)
