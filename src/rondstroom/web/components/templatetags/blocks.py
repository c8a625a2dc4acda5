"""Tags and filters that every template may use, without loading them."""

from __future__ import annotations

from typing import Any

from django import template
from django.forms import BoundField
from django.utils.dates import WEEKDAYS
from django.utils.safestring import SafeString

from flexpool.pay.explanation import Line
from rondstroom.web.components import icons, words
from rondstroom.web.components.badges import badge_of
from rondstroom.web.components.cards import Card
from rondstroom.web.components.charts import bars, cover, lying_bars
from rondstroom.web.components.explained import explained
from rondstroom.web.components.graphs import Graph

register = template.Library()

register.filter("when", words.when)
register.filter("hours_of", words.hours_of)
register.filter("day", words.day)
register.filter("weekday", words.weekday)
register.filter("long_day", words.long_day)
register.filter("clock", words.clock)
register.filter("moment", words.moment)
register.filter("until", words.until)
register.filter("hours", words.hours)
register.filter("in_hours", words.in_hours)
register.filter("euro", words.euro)
register.filter("whole_euro", words.whole_euro)
register.filter("more_or_less", words.more_or_less)
register.filter("plain", words.plain)
register.filter("per_cent", words.per_cent)
register.filter("said", words.said)
register.filter("soft", words.soft)
register.filter("of", lambda told, key: told.get(key) if told else None)
register.simple_tag(icons.icon, name="icon")
register.simple_tag(icons.mark, name="mark")
register.inclusion_tag("components/blocks/cover_bar.html", name="cover_bar")(cover)
register.inclusion_tag("components/blocks/chart.html", name="chart")(bars)
register.inclusion_tag("components/blocks/lying_bars.html", name="lying_bars")(lying_bars)

register.filter("shape_of", lambda state: badge_of(state).shape)

TONES = {"breach": "bad", "warning": "warn", "policy": "warn", "bad": "bad", "warn": "warn"}
SHAPES = {"bad": "cross", "warn": "warning", "ok": "check", "info": "info"}


@register.inclusion_tag("components/blocks/badge.html")
def badge(state: str, word: str = "") -> dict[str, Any]:
    """Show a state with word and shape: `{% badge shift.state %}`."""
    look = badge_of(state)
    return {"tone": look.tone, "shape": look.shape, "word": word or look.word}


@register.inclusion_tag("components/blocks/proof_name.html")
def proof_name(row: Any) -> dict[str, Any]:
    """Name a proof or a claim of one: "bekwaamheid: Injecteren", "VOG"."""
    about = row.skill or row.function
    return {"kind": row.get_kind_display(), "about": about.name if about else ""}


@register.inclusion_tag("components/blocks/reason_line.html")
def reason_line(text: str, remedy: str = "", severity: str = "breach") -> dict[str, Any]:
    """Say why something cannot be, and the way out."""
    tone = TONES.get(str(severity), str(severity) or "info")
    return {"text": text, "remedy": remedy, "tone": tone, "shape": SHAPES.get(tone, "info")}


@register.inclusion_tag("components/blocks/shift_card.html")
def shift_card(card: Card) -> dict[str, Any]:
    """Show a shift with its one button: `{% shift_card card %}`."""
    return {"card": card}


@register.inclusion_tag("components/blocks/place.html")
def place(shift: Any) -> dict[str, Any]:
    """Say where a shift is: location, team, and the organisation when that is another name."""
    location, organisation = shift.team.location.name, shift.organisation.name
    return {
        "location": location,
        "team": shift.team.name,
        "organisation": organisation if organisation != location else "",
    }


@register.inclusion_tag("components/blocks/agreed_times.html")
def agreed_times(times: Any) -> dict[str, Any]:
    """List on which days, from when until when, somebody can be asked to work."""
    return {"times": [(WEEKDAYS[day], opens, closes) for day, opens, closes in times]}


@register.inclusion_tag("components/blocks/progress.html")
def progress(
    value: float, maximum: float, label: str, detail: str = "", stop_url: str = ""
) -> dict[str, Any]:
    """Show how far long work is, with a way to stop it."""
    return {
        "value": value,
        "maximum": maximum,
        "label": label,
        "detail": detail,
        "stop_url": stop_url,
    }


@register.inclusion_tag("components/blocks/graph.html")
def graph(graph: Graph, words: str, up_unit: str, across_unit: str) -> dict[str, Any]:
    """Draw a line; `words` tell what it shows to who cannot see it."""
    return {"graph": graph, "words": words, "up_unit": up_unit, "across_unit": across_unit}


@register.inclusion_tag("components/blocks/explanation.html")
def explanation(line: Line) -> dict[str, Any]:
    """Let an amount explain itself, line by line, down to the sources."""
    return {"step": explained(line)}


@register.inclusion_tag("components/blocks/empty.html")
def empty(
    title: str, text: str = "", href: str = "", label: str = "", shape: str = "calendar"
) -> dict[str, Any]:
    """Say that there is nothing, and what to do next."""
    return {"title": title, "text": text, "href": href, "label": label, "shape": shape}


@register.inclusion_tag("components/blocks/notice.html")
def notice(text: str, tone: str = "info", title: str = "") -> dict[str, Any]:
    """Tell something that everybody on this page should know."""
    return {"text": text, "tone": tone, "title": title, "shape": SHAPES.get(tone, "info")}


@register.inclusion_tag("components/blocks/steps.html")
def steps(names: list[str], current: int) -> dict[str, Any]:
    """Show where somebody is in a row of steps; `current` counts from one."""
    return {"steps": list(enumerate(names, start=1)), "current": current}


@register.inclusion_tag("components/blocks/number.html")
def number(value: object, unit: str, label: str, source: str = "") -> dict[str, Any]:
    """Show a figure with its unit and where it comes from."""
    return {"value": value, "unit": unit, "label": label, "source": source}


@register.inclusion_tag("components/blocks/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """Show a form field with its label, help and errors tied together."""
    kind = bound.field.widget.__class__.__name__
    grouped = kind in {"RadioSelect", "CheckboxSelectMultiple"}
    # A form of filters needs no "optional" at every field: none of them is asked for.
    optional = not bound.field.required and getattr(bound.form, "marks_optional", True)
    return {
        "field": bound,
        "tick": kind == "CheckboxInput",
        "grouped": grouped,
        "optional": optional,
    }


@register.simple_tag(takes_context=True)
def here(context: template.Context, *names: str) -> SafeString | str:
    """Mark the link to the page one is on: `<a href=… {% here "worker:shifts" %}>`."""
    match = getattr(context.get("request"), "resolver_match", None)
    current = getattr(match, "view_name", None)
    return SafeString('aria-current="page"') if current in names else ""


@register.simple_tag(takes_context=True)
def query(context: template.Context, **changes: object) -> str:
    """Give the address's question part with some values changed; None takes one away."""
    values = context["request"].GET.copy()
    for name, value in changes.items():
        values.pop(name, None)
        if value is not None:
            values[name] = str(value)
    return f"?{values.urlencode()}"
