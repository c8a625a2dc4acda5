"""N1: the hours of work in a night dienst, and how often it may be longer."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime import phrases
from flexpool.worktime.finding import Finding
from flexpool.worktime.law import Law
from flexpool.worktime.reckoning.budget import Way
from flexpool.worktime.reckoning.exceptions import Night, judged
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.rules.nights.used_up import used_up
from flexpool.worktime.wording import hours


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    if not timeline.night_starts:
        return
    judgement = judged(timeline)
    for night in judgement.too_long:
        yield _too_long(timeline, night)
    for night, way in judgement.one_too_many:
        if way is Way.LONG:
            yield _too_often(timeline, night)


def _too_long(timeline: Timeline, night: Night) -> Finding:
    spell = night.spell
    law = timeline.law_at(spell.start)
    limit = law["nights.shift_hours_max"]
    return RULE.finding(
        timeline,
        (spell.start, spell.end),
        spell.work,
        limit,
        phrases.joined(
            phrases.too_long(spell.work, limit, len(spell.bookings), _name),
            _why_not_longer(law, night),
            phrases.unless_extended(law, spell.work, limit),
        ),
        phrases.shorten(spell.work, limit),
    )


def _why_not_longer(law: Law, night: Night) -> Text:
    if not law["nights.long_shift_allowed"]:
        return Text(
            " De collectieve regeling gebruikt langere nachtdiensten niet.",
            " The collective arrangement does not use longer night shifts.",
        )
    most, needed = law["nights.long_shift_hours_max"], law["nights.long_shift_rest_hours"]
    if night.spell.work > most:
        return Text(
            f" Langer dan {hours(most, 'nl')} mag nooit.",
            f" Longer than {hours(most, 'en')} is never allowed.",
        )
    return Text(
        f" Langer mag alleen met {hours(needed, 'nl')} rust erna; nu is dat "
        f"{hours(night.rest or 0, 'nl')}.",
        f" Longer is allowed only with {hours(needed, 'en')} of rest after it; now that is "
        f"{hours(night.rest or 0, 'en')}.",
    )


def _too_often(timeline: Timeline, night: Night) -> Finding:
    spell = night.spell
    law = timeline.law_at(spell.start)
    limit = law["nights.shift_hours_max"]
    return RULE.finding(
        timeline,
        (spell.start, spell.end),
        spell.work,
        limit,
        phrases.joined(
            phrases.too_long(spell.work, limit, len(spell.bookings), _name),
            used_up(law, Way.LONG),
        ),
        phrases.shorten(spell.work, limit),
        article=law.article("nights.long_shifts_max"),
    )


_name = Text("Deze nachtdienst", "This night shift")


RULE = Rule(
    id="worktime.long-nights",
    source_ref="N1",
    article="ATW 5:8(1)",
    title=Text("Uren per nachtdienst", "Hours per night shift"),
    doc=Text(
        "Een nachtdienst telt ten hoogste 10 uur werk. 12 uur mag met 12 uur rust erna, 5 keer per "
        "14 x 24 uur en 22 keer per 52 weken. Rust van 12 tot 14 uur na een late nacht (N3) telt "
        "voor hetzelfde aantal mee.",
        "A night shift holds at most 10 hours of work. 12 hours is allowed with 12 hours of rest "
        "after it, 5 times per 14 x 24 hours and 22 times per 52 weeks. A rest of 12 to 14 hours "
        "after a late night (N3) counts for the same number.",
    ),
    group=Group.ADULTS,
    judge=_judge,
)
