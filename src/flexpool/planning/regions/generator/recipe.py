"""What a made-up region is made of: sizes and shares, with their ground.

Sick leave comes from the dated figures of `parameters/nl/absence`. The other shares are assumptions
of this project: they give pools of a believable shape, and are no statement about the sector.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flexpool.parameters import lookup


@dataclass(frozen=True, slots=True)
class Sector:
    """A kind of organisation.

    Parameters
    ----------
    name
        What its organisations are called.
    sick_leave
        The figure with its sick leave in percent.
    share
        Of the organisations in a region.
    """

    name: str
    sick_leave: str
    share: float


SECTORS = (
    Sector("nursing", "absence.sick_leave.nursing_and_residential", 0.6),
    Sector("hospital", "absence.sick_leave.hospitals", 0.15),
    Sector("disability", "absence.sick_leave.care_and_welfare", 0.25),
)
FUNCTIONS = ("assistant", "carer", "nurse")
"""From the lowest level to the highest."""
FUNCTION_SHARES = (0.2, 0.5, 0.3)
MISSING_WEIGHT = {"assistant": 60, "carer": 80, "nurse": 100}
SURPLUS_WEIGHT = 1
WEEK_HOURS = (16, 20, 24, 28, 32, 36)
WEEK_HOURS_SHARES = (0.12, 0.15, 0.28, 0.15, 0.22, 0.08)
TIMES = (("early", 7 * 60), ("late", 15 * 60), ("night", 23 * 60))
TIME_SHARES = (0.45, 0.35, 0.2)
SHIFT_MINUTES = 480
REST_MINUTES = 11 * 60


@dataclass(frozen=True, slots=True)
class Recipe:
    """How large, when, and how willing.

    Parameters
    ----------
    workers
        Staff of the whole region.
    days, first_date
        The horizon; it starts on a Monday within the years that the sick-leave figures cover.
    per_place, per_organisation
        Mean number of workers at a place, and of an organisation.
    works_nights
        Share of the workers who work nights.
    willing, pooled
        Share who also work at other places of their own organisation, and share who are in the
        pool: who also work at places of other organisations.
    most_elsewhere, most_minutes
        How many other places at most, and how long they will travel.
    load
        Demand over the hours that the contracts give after sick leave.
    long_sick
        Share of the sick leave that lasts the whole horizon.

    Raises
    ------
    ValueError
        When a number makes no region.
    """

    workers: int
    days: int = 28
    first_date: date = date(2024, 11, 4)
    per_place: int = 25
    per_organisation: int = 250
    works_nights: float = 0.45
    willing: float = 0.2
    pooled: float = 0.1
    most_elsewhere: int = 3
    most_minutes: int = 30
    load: float = 1.05
    long_sick: float = 0.6

    def __post_init__(self) -> None:
        if min(self.workers, self.days, self.per_place, self.per_organisation) < 1:
            raise ValueError("a region has workers, days, places and organisations")
        if self.first_date.weekday():
            raise ValueError(f"{self.first_date} is no Monday")
        if self.willing + self.pooled > 1 or min(self.willing, self.pooled) < 0:
            raise ValueError("willing and pooled are shares of the workers, together at most 1")

    def sick_share(self, sector: Sector) -> float:
        """Give the share of the days that staff of a sector are sick."""
        return float(lookup(sector.sick_leave, on=self.first_date).value) / 100
