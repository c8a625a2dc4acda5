"""A vacancy in words that every desk uses, as filters without loading them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import queries
from rondstroom.rooms.people.states import DayPart, EngagementForm
from rondstroom.web.components import words

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Vacancy

register = template.Library()


@register.filter
def pattern_words(vacancy: Vacancy) -> str:
    """Say in which parts of the week the work is: "dag: ma, di · avond: do"."""
    cells = queries.cells_of(vacancy)
    names = [_("ma"), _("di"), _("wo"), _("do"), _("vr"), _("za"), _("zo")]
    parts = [(part, [names[weekday] for weekday, one in cells if one == part]) for part in DayPart]
    said = [f"{part.label}: {', '.join(days)}" for part, days in parts if days]
    return " · ".join(said) or _("in overleg")


@register.filter
def term_words(vacancy: Vacancy) -> str:
    """Say from when until when: with a last day it is a longer assignment."""
    if vacancy.ends_on is None:
        return _("vanaf %(first)s, zonder einddatum") % {"first": words.day(vacancy.starts_on)}
    return _("%(first)s tot en met %(last)s") % {
        "first": words.day(vacancy.starts_on),
        "last": words.day(vacancy.ends_on),
    }


@register.filter
def kind_words(vacancy: Vacancy) -> str:
    """Say which of the two it is."""
    return _("Vacature") if vacancy.ends_on is None else _("Langere opdracht")


@register.filter
def forms_words(vacancy: Vacancy) -> str:
    """Name the forms of engagement that are offered."""
    return ", ".join(str(EngagementForm(one).label) for one in vacancy.forms)
