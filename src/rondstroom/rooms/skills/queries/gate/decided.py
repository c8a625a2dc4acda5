"""What a person decided where no rule can."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext as _

from rondstroom.rooms.skills.queries.gate.answer import Block
from rondstroom.rooms.skills.queries.gate.span import Span
from rondstroom.rooms.skills.queries.gate.view import View
from rondstroom.rooms.skills.states import Matter


def decided(view: View, matter: Matter, about: str, block: Block) -> Block | None:
    """Give nothing when the organisation allowed exactly this for all days; else the block."""
    here = view.terms.house.organisation_id
    same = [
        one
        for one in view.file.decisions
        if (one.organisation_id, one.matter, one.about) == (here, matter, about)
    ]
    if not same:
        return block
    holding = [Span(one.valid_from, one.valid_through) for one in same if one.is_allowed]
    if holding and all(any(span.holds(day) for span in holding) for day in view.days):
        return None
    if any(not one.is_allowed for one in same):
        name = view.house_name
        return replace(
            block,
            text_words=lambda: " ".join(
                (block.text, _("%(house)s heeft besloten: niet hier.") % {"house": name})
            ),
            matter=None,
        )
    return block
