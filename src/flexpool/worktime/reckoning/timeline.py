"""All work of one person on a line of time, ready for the rules to look at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from copy import copy
from functools import cached_property
from operator import attrgetter

from flexpool.staffing import AgeGroup, Shift, ShiftKind
from flexpool.worktime.clock import FAR, day_of
from flexpool.worktime.law import Law
from flexpool.worktime.profile import Profile
from flexpool.worktime.reckoning.booked import Booked, Stretch, week_parts
from flexpool.worktime.reckoning.calls import joined_calls
from flexpool.worktime.reckoning.days import (
    starts_of_nights,
    sundays_with_work,
    weekends_with_work,
)
from flexpool.worktime.reckoning.spell import make_spell, spells_of
from flexpool.worktime.restriction import Restriction

Span = tuple[int, int]
EVER: Span = (-FAR, FAR)
"""A span that touches everything."""

_AT_WORK = frozenset({ShiftKind.WORK, ShiftKind.PRESENCE})
_DERIVED = ("call_work", "sundays", "night_starts", "late_night_starts", "worked_weekends")
_ORDER = attrgetter("start", "end", "shift.shift_id")


class Timeline:
    """One person's bookings, joined into spells, with totals per week.

    Parameters
    ----------
    shifts
        Every known shift of the person, at every organisation.
    profile
        The variant of the law.
    age_group, restriction
        What protects this person besides.
    worker
        How the caller names the person.
    law_binds
        False for people whom the Act does not bind, such as the self-employed.
    presence_consent
        True when the person consented in writing to longer presence diensten (ATB 4.8:2).
    """

    def __init__(
        self,
        shifts: Iterable[Shift],
        profile: Profile,
        age_group: AgeGroup = AgeGroup.ADULT,
        restriction: Restriction | None = None,
        *,
        worker: str = "",
        law_binds: bool = True,
        presence_consent: bool = False,
    ) -> None:
        self.profile, self.worker = profile, worker
        self.age_group, self.restriction = age_group, restriction
        self.law_binds, self.presence_consent = law_binds, presence_consent
        self.kinds: dict[ShiftKind, list[Booked]] = {kind: [] for kind in ShiftKind}
        self.absent: list[Booked] = []
        for booked in sorted(map(self._booked, shifts), key=_ORDER):
            self._list_for(booked.shift).append(booked)
        at_work = sorted((b for kind in _AT_WORK for b in self.kinds[kind]), key=_ORDER)
        self.spells = list(spells_of(at_work, self.definitions))
        self.starts, self.ends = [s.start for s in self.spells], [s.end for s in self.spells]
        self.week_totals: dict[int, int] = {}
        for spell in self.spells:
            self._count(spell.weeks)
        for booked in (*self.absent, *self.call_work):
            self._count(self._weeks_of(booked))

    @cached_property
    def definitions(self) -> Law:
        """The law at its latest: definitions and lengths of windows are taken from it."""
        return self.profile.book.laws[-1]

    def law_at(self, second: int) -> Law:
        """Give the law at a moment."""
        return self.profile.book.at(second)

    @property
    def is_adult(self) -> bool:
        """Whether the rules for adults apply."""
        return self.age_group is AgeGroup.ADULT

    def with_added(self, shift: Shift) -> tuple[Timeline, Span]:
        """Give the timeline with one more shift, and the span of time that it changes."""
        added = self._copy()
        booked = self._booked(shift)
        insort(added._list_for(shift), booked, key=_ORDER)
        if shift.kind in _AT_WORK and not shift.absent:
            return added, added._insert(booked)
        added._recount(self)
        return added, (booked.start, booked.end)

    def near(self, span: Span, reach: int) -> range:
        """Give the positions of spells that lie within `reach` of a span."""
        return range(
            bisect_right(self.ends, span[0] - reach), bisect_left(self.starts, span[1] + reach)
        )

    def rest_after(self, position: int) -> int | None:
        """Give the rest after a spell, or None when nothing is known to follow."""
        if position + 1 == len(self.spells):
            return None
        return self.starts[position + 1] - self.ends[position]

    def rests_within(self, position: int, until: int) -> Iterator[Stretch]:
        """Give the rests after a spell up to a moment; an unknown future is free."""
        last = len(self.spells) - 1
        while self.ends[position] < until:
            following = self.starts[position + 1] if position < last else until
            yield self.ends[position], min(following, until)
            if following >= until:
                return
            position += 1

    @cached_property
    def call_work(self) -> list[Booked]:
        """Work on calls: calls close together are one, and count for at least half an hour."""
        return joined_calls(self.kinds[ShiftKind.CALL], self.definitions)

    @cached_property
    def sundays(self) -> list[int]:
        """The Sundays with work, by ordinal, in order."""
        return sundays_with_work(self.spells, self.call_work)

    @cached_property
    def night_starts(self) -> list[int]:
        """When each night dienst starts; presence diensten have rules of their own."""
        apart = self.definitions["on_call.presence_allowed"]
        return starts_of_nights(self.spells, presence_apart=apart)

    @cached_property
    def late_night_starts(self) -> list[int]:
        """When each night dienst starts that ends after 02:00; presence as above."""
        apart = self.definitions["on_call.presence_allowed"]
        return starts_of_nights(self.spells, presence_apart=apart, late_only=True)

    @cached_property
    def worked_weekends(self) -> list[int]:
        """The Sunday of every weekend with work on Saturday or Sunday, in order."""
        return weekends_with_work(self.spells)

    def _copy(self) -> Timeline:
        added = copy(self)
        for name in _DERIVED:
            added.__dict__.pop(name, None)
        added.kinds = {kind: list(bookings) for kind, bookings in self.kinds.items()}
        added.absent = list(self.absent)
        for name in ("spells", "starts", "ends"):
            setattr(added, name, list(getattr(self, name)))
        added.week_totals = dict(self.week_totals)
        return added

    def _recount(self, before: Timeline) -> None:
        """Put leave and calls into the totals again."""
        for booked in (*before.absent, *before.call_work):
            self._count(self._weeks_of(booked), sign=-1)
        for booked in (*self.absent, *self.call_work):
            self._count(self._weeks_of(booked))

    def _insert(self, booked: Booked) -> Span:
        """Join a booking with the spells that lie too close to it; give the new spell's span."""
        split = self.definitions["definitions.split_rest_hours"]
        first = bisect_right(self.ends, booked.start - split)
        last = bisect_left(self.starts, booked.end + split)
        touched = self.spells[first:last]
        bookings = sorted([*(b for spell in touched for b in spell.bookings), booked], key=_ORDER)
        spell = make_spell(tuple(bookings), self.definitions)
        for old in touched:
            self._count(old.weeks, sign=-1)
        self._count(spell.weeks)
        self.spells[first:last] = [spell]
        self.starts[first:last], self.ends[first:last] = [spell.start], [spell.end]
        return spell.start, spell.end

    def _booked(self, shift: Shift) -> Booked:
        return Booked.of(shift, self.definitions)

    def _list_for(self, shift: Shift) -> list[Booked]:
        if not shift.absent:
            return self.kinds[shift.kind]
        return self.absent if shift.kind in _AT_WORK else []

    def _weeks_of(self, booked: Booked) -> tuple[tuple[int, int], ...]:
        starts_on = self.definitions["definitions.week_starts_on"]
        return week_parts((booked,), day_of(booked.start), day_of(booked.end - 1), starts_on)

    def _count(self, weeks: Iterable[tuple[int, int]], sign: int = 1) -> None:
        for week, length in weeks:
            self.week_totals[week] = self.week_totals.get(week, 0) + sign * length
