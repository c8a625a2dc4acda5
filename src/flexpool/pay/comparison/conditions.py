"""What a form of work means beside money, as the people concerned tell it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from flexpool.pay.bounds import a_share, no_less_than_nothing

NOTHING = Fraction(0)


class Say(StrEnum):
    """How much say there is over the hours, as the people concerned agree on it."""

    ROSTERED = "rostered"
    """The roster is made for you; you may swap."""
    WISHES = "wishes"
    """Your wishes come first, within the rules for the team."""
    CHOSEN = "chosen"
    """You choose each shift yourself."""


class Certainty(StrEnum):
    """How certain the work and the income are."""

    PERMANENT = "permanent"
    """A contract without an end for a fixed number of hours."""
    FIXED_TERM = "fixed_term"
    """A contract with an end, for a fixed number of hours."""
    PER_ASSIGNMENT = "per_assignment"
    """As long as there is work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What a form means beside money; each is told by the person, none has a default.

    Parameters
    ----------
    say
        Say over the hours.
    certainty
        How certain work and income are.
    evening_night_weekend
        Which share of the hours falls in the evening, the night or the weekend.
    paid_training_hours
        Hours of training a year that are paid.
    own_administration_hours
        Unpaid hours a year on administration; for self-employment they are calculated.

    Raises
    ------
    ValueError
        When a number cannot be; the text begins with the name of the field.
    """

    say: Say
    certainty: Certainty
    evening_night_weekend: Fraction
    paid_training_hours: Fraction = NOTHING
    own_administration_hours: Fraction = NOTHING

    def __post_init__(self) -> None:
        a_share(self, "evening_night_weekend")
        no_less_than_nothing(self, "paid_training_hours", "own_administration_hours")
