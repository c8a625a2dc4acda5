"""What each organisation asks and accepts, and who shares a pool with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from flexpool.parameters import lookup
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.organisations.states import Branch, Shared
from rondstroom.rooms.skills.models import Acceptance, Policy

if TYPE_CHECKING:
    from rondstroom.rooms.organisations.models import (
        CouncilAnswer,
        Membership,
        PoolArrangement,
    )
    from rondstroom.rooms.organisations.queries import Sharing
    from rondstroom.rooms.skills.models import Proof

NEWEST = date(2026, 12, 31)
"""The figures of this day hold where nobody says which day it is."""

LONG_TERM = frozenset({Branch.VVT, Branch.GHZ, Branch.GGZ})
"""Long-term care and intramural mental care: where the law asks a VOG of three months."""


@dataclass(frozen=True)
class Figures:
    """The figures of law that the gate uses, as they are on the day of judging."""

    conduct_months: int
    solo_years: int
    profiles: frozenset[str]
    nurse_code: str
    recheck_days: int

    @classmethod
    def on(cls, day: date) -> Figures:
        """Look them up."""
        return cls(
            lookup("verification.conduct.months_before_start", day).value,
            lookup("verification.conduct.solo_years", day).value,
            frozenset(lookup("verification.conduct.profiles", day).value),
            lookup("verification.register.nurse_code", day).value,
            lookup("verification.register.recheck_days", day).value,
        )


@dataclass(frozen=True)
class House:
    """One organisation as the gate sees it."""

    organisation_id: int
    name: str
    branch: str
    policy: Policy
    accepts: Sequence[Acceptance] = ()

    @property
    def asks_fresh_conduct(self) -> bool:
        """Say whether the law bounds the age of a VOG on the first day here."""
        return asks_fresh_conduct(self.branch)


def asks_fresh_conduct(branch: str) -> bool:
    """Say whether the law bounds the age of a VOG on the first day at this kind of house."""
    return branch in LONG_TERM


def conduct_months(on: date) -> int:
    """Give how many months old a VOG may be on the first day, by law."""
    return Figures.on(on).conduct_months


@dataclass(frozen=True, eq=False)
class Terms:
    """What one organisation takes over on a day, and of whom; one object as long as it is alike.

    `partners` are in a pool with it, itself included; `apart` are those of them with which its
    arrangement does not let it share evidence.
    """

    house: House
    accepts: tuple[Acceptance, ...]
    partners: frozenset[int]
    apart: frozenset[int] = frozenset()

    def takes(self, proof: Proof) -> tuple[bool, int | None]:
        """Say whether a proof counts here, and its oldest age in months when there is one.

        The narrowest decision holds. Without any, only what was seen here or for the whole pool.
        """
        fitting = [
            one
            for one in self.accepts
            if one.kind == proof.kind
            and one.skill_id in {None, proof.skill_id}
            and self._is_of(one, proof.issuer_id)
        ]
        if fitting:
            return True, max(fitting, key=_narrowness).max_age_months
        return proof.issuer_id in {None, self.house.organisation_id}, None

    def _is_of(self, one: Acceptance, issuer_id: int | None) -> bool:
        if one.issuer_id is not None:
            return one.issuer_id == issuer_id and issuer_id not in self.apart
        return issuer_id is None or issuer_id in self.partners - self.apart


def _narrowness(one: Acceptance) -> tuple[bool, bool]:
    return one.issuer_id is not None, one.skill_id is not None


@dataclass(frozen=True)
class Houses:
    """All organisations, their pools, and the day on which is judged.

    Without `today` the age of the register's answers is not judged.
    """

    by_id: Mapping[int, House]
    memberships: Sequence[Membership]
    today: date | None
    arrangements: Sequence[PoolArrangement] = ()
    answers: Sequence[CouncilAnswer] = ()
    _sharing: dict[date, Sharing] = field(default_factory=dict)
    _kept: dict[tuple[int, date], Terms] = field(default_factory=dict)
    _alike: dict[tuple[object, ...], Terms] = field(default_factory=dict)

    @cached_property
    def figures(self) -> Figures:
        """The figures of law, as they are today."""
        return Figures.on(self.today or NEWEST)

    def terms(self, organisation_id: int, day: date) -> Terms:
        """Give what an organisation takes over on a day."""
        key = (organisation_id, day)
        if key not in self._kept:
            self._kept[key] = self._terms(organisation_id, day)
        return self._kept[key]

    def _terms(self, organisation_id: int, day: date) -> Terms:
        house = self.by_id[organisation_id]
        accepts = tuple(one for one in house.accepts if _held(one.starts_on, one.ends_on, day))
        sharing = self.sharing(day)
        partners = frozenset(sharing.together(organisation_id))
        apart = partners - sharing.partners(Shared.PROOFS, organisation_id)
        alike = (organisation_id, accepts, partners, apart)
        return self._alike.setdefault(alike, Terms(house, accepts, partners, apart))

    def sharing(self, day: date) -> Sharing:
        """Give what the pools agreed to share on a day."""
        if day not in self._sharing:
            self._sharing[day] = organisations.sharing_from(
                self.memberships, self.arrangements, self.answers, day
            )
        return self._sharing[day]


def _held(starts_on: date, ends_on: date | None, day: date) -> bool:
    return starts_on <= day and (ends_on is None or day < ends_on)
