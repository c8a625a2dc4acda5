"""What `rondstroom pay hours` reads, and what the library calls it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flexpool.pay.hours.situation import (
    IrregularHours,
    IrregularWork,
    Job,
    ScaleStep,
    Situation,
    Travel,
)
from flexpool.refusal import Impossible
from rondstroom.cli.pay.benefits.household_fields import CareFields, HouseholdFields


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursHousehold(HouseholdFields):
    """The household, and the child care with the wanted hours; None when it stays as it is."""

    child_care_wanted: tuple[CareFields, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BandFields:
    """Hours a week with one share of irregular-hours allowance."""

    share: Fraction
    hours: Fraction

    def __post_init__(self) -> None:
        try:
            self.band()
        except Impossible as error:
            raise error.named(error.field.replace("hours_week", "hours")) from None

    def band(self) -> IrregularHours:
        """Give the band."""
        return IrregularHours(self.share, self.hours)


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelFields:
    """The cost of going to work."""

    cost_per_day_cents: int = 0
    hours_per_day: Fraction = Travel().hours_day
    weeks_per_year: int = Travel().weeks_year

    def __post_init__(self) -> None:
        try:
            self.travel()
        except Impossible as error:
            name = error.field.replace("_day", "_per_day").replace("_y", "_per_y")
            raise error.named(name) from None

    def travel(self) -> Travel:
        """Give the travel."""
        return Travel(
            cost_day_cents=self.cost_per_day_cents,
            hours_day=self.hours_per_day,
            weeks_year=self.weeks_per_year,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursFile:
    """What the file holds."""

    year: int
    hours_now: Fraction
    hours_wanted: Fraction
    starts_on: date | None = None
    cao: str = "vvt"
    full_time_month_cents: int | None = None
    scale: str | None = None
    step: str | None = None
    scale_date: date | None = None
    full_time_hours: Fraction | None = None
    holiday_allowance: Fraction | None = None
    year_end_bonus: Fraction | None = None
    pension: bool = True
    irregular_share: Fraction = Fraction(0)
    irregular_hours: tuple[BandFields, ...] = ()
    travel: TravelFields = TravelFields()
    household: HoursHousehold = HoursHousehold()

    def __post_init__(self) -> None:
        self.situation()

    def situation(self) -> Situation:
        """Give the situation; a ValueError names the field that cannot be."""
        home = self.household
        if home.ages_unknown:
            raise Impossible(
                "household.children",
                "dit veld ontbreekt; er is kinderopvang",
                "this field is missing; there is child care",
            )
        wanted = home.child_care_wanted
        care = () if wanted is None else home.care_of(wanted, "household.child_care_wanted")
        return Situation(
            job=self._job(),
            hours_now=self.hours_now,
            hours_wanted=self.hours_wanted,
            household=home.household(self.year, 0),
            irregular=self._irregular(),
            care_wanted=care,
            travel=self.travel.travel(),
            starts_on=self.starts_on,
        )

    def _job(self) -> Job:
        return Job(
            cao=self.cao.lower(),
            full_time_month_cents=self.full_time_month_cents,
            scale=self._scale(),
            full_time_hours=self.full_time_hours,
            holiday_allowance=self.holiday_allowance,
            year_end_bonus=self.year_end_bonus,
            pension=self.pension,
        )

    def _scale(self) -> ScaleStep | None:
        if self.scale is None and self.step is None and self.scale_date is None:
            return None
        if self.scale is None or self.step is None or self.scale_date is None:
            raise Impossible(
                "scale",
                "scale, step en scale_date horen bij elkaar",
                "scale, step and scale_date go together",
            )
        return ScaleStep(self.scale, self.step, self.scale_date)

    def _irregular(self) -> IrregularWork:
        if self.irregular_share and self.irregular_hours:
            raise Impossible(
                "irregular_share",
                "geef een deel of de uren, niet allebei",
                "give a share or the hours, not both",
            )
        bands = tuple(band.band() for band in self.irregular_hours)
        return IrregularWork(share_of_salary=self.irregular_share, bands=bands)
