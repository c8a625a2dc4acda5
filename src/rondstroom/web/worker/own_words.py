"""Reasons as the worker concerned reads them: to "you", where planners read about somebody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rondstroom.rooms.matching.queries import Reason

# Rule → what to say to the worker, and what to do; rules that name nobody keep their words.
TO_YOU: dict[str, tuple[str | Promise, str | Promise]] = {
    "matching.unavailable": (
        _("Je zei dat je dan niet kunt."),
        _("Kun je toch? Pas je beschikbaarheid aan."),
    ),
    "matching.rather-not": (_("Je zei dat je dan liever niet werkt."), ""),
    "matching.already-assigned": (
        _("Je werkt dan al."),
        _("Kies een dienst op een ander moment, of ruil."),
    ),
    "matching.not-willing": (
        _("Je zei niet dat je bij deze organisatie wilt werken."),
        _("Zet deze organisatie aan bij je voorkeuren."),
    ),
    "matching.engagement-ended": (
        _("Je hebt op die dag geen arbeidsrelatie in deze regio."),
        _("Vraag het na bij personeelszaken."),
    ),
    "matching.not-in-pool": (
        _("Deze organisatie zit dan niet in een pool met jouw werkgever."),
        _("Kies een dienst binnen de pool."),
    ),
}


def to_you(reasons: Iterable[Reason]) -> list[Reason]:
    """Say reasons to the worker whom they are about; the rules stay what they were."""
    return [_said(one) for one in reasons]


def _said(one: Reason) -> Reason:
    if one.rule not in TO_YOU:
        return one
    text, remedy = TO_YOU[one.rule]
    return replace(one, words=str(text), way_out=str(remedy))
