"""Writing down what the pool agreed on, and what works councils answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rondstroom.demo.region.figures import arrangement
from rondstroom.demo.writing import Writer
from rondstroom.rooms.organisations import actions
from rondstroom.rooms.organisations.states import Council, Shared

if TYPE_CHECKING:
    from rondstroom.demo.founding import Founded


def arrange(founded: Founded, writer: Writer) -> int:
    """Let the pool have an arrangement since its founding; give how many councils answered."""
    described = arrangement()
    row = actions.write_arrangement(
        pool=founded.pool,
        arranged=actions.Arranged(
            starts_on=writer.founded_on,
            shares=[Shared(one) for one in described["shares"]],
            needs_consent=[Shared(one) for one in described["needs_consent"]],
            most_fee_bp=described["most_fee_bp"],
            **described["arrangement"],
        ),
        after=0,
        **writer.at_founding,
    )
    for told in described["councils"]:
        actions.write_council_answer(
            arrangement=row,
            organisation=founded.organisations[told["organisation"]],
            answer=Council(told["answer"]),
            answered_on=writer.founded_on,
            reference=told["reference"],
            **writer.at_founding,
        )
    return len(described["councils"])
