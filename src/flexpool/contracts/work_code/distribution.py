"""How work is really shared out, per form of contract and organisation; small groups hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

LEAST_PEOPLE = 10
"""Of fewer people who worked nothing is told: a figure would be about persons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one person worked in one form at one organisation.

    Parameters
    ----------
    organisation, form
        Where, and in which form of contract.
    person
        Who; only counted.
    minutes, unsocial
        Minutes worked, and those in evening, night and weekend.
    given, in_time
        Shifts given by the employer, and those made known as long ahead as agreed.
    late_by_employer, late_by_worker
        Shifts cancelled later than agreed, by each side.
    training
        Minutes of training.
    """

    organisation: str
    form: str
    person: int
    minutes: int = 0
    unsocial: int = 0
    given: int = 0
    in_time: int = 0
    late_by_employer: int = 0
    late_by_worker: int = 0
    training: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """The sum over the people of a form at an organisation; None while too few of them worked."""

    organisation: str
    form: str
    people: int
    total: Share | None

    @property
    def unsocial_share(self) -> Fraction | None:
        """The share of evening, night and weekend in the hours worked."""
        return None if self.total is None else _part(self.total.unsocial, self.total.minutes)

    @property
    def in_time_share(self) -> Fraction | None:
        """The share of the given shifts that was known in time."""
        return None if self.total is None else _part(self.total.in_time, self.total.given)

    @property
    def training_each(self) -> int | None:
        """Minutes of training per person."""
        return None if self.total is None else self.total.training // self.people


def distribution(shares: Iterable[Share]) -> list[Group]:
    """Give the groups in order of organisation and form; there is no sum to subtract from."""
    found: dict[tuple[str, str], list[Share]] = defaultdict(list)
    for one in shares:
        found[one.organisation, one.form].append(one)
    return [_group(where, rows) for where, rows in sorted(found.items())]


def _group(where: tuple[str, str], rows: list[Share]) -> Group:
    organisation, form = where
    # Who was only taken off shifts adds no hours: counted along, the sum would be about the rest.
    people = len({one.person for one in rows if one.minutes})
    if people < LEAST_PEOPLE:
        return Group(organisation, form, people, None)
    total = Share(
        organisation=organisation,
        form=form,
        person=0,
        minutes=sum(one.minutes for one in rows),
        unsocial=sum(one.unsocial for one in rows),
        given=sum(one.given for one in rows),
        in_time=sum(one.in_time for one in rows),
        late_by_employer=sum(one.late_by_employer for one in rows),
        late_by_worker=sum(one.late_by_worker for one in rows),
        training=sum(one.training for one in rows),
    )
    return Group(organisation, form, people, total)


def _part(some: int, every: int) -> Fraction | None:
    return Fraction(some, every) if every else None
