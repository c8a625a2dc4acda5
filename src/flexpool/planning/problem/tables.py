"""The problem as arrays: what every constraint and solver computes with.

Index order is worker, day, slot. A slot is a kind together with the skill it is filled with; the
cell value `OFF` is a day off.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem.calendar import months_of, unsocial_of, weekends_of, weeks_of
from flexpool.planning.problem.costs import Costs
from flexpool.planning.problem.demand import MINUTES_PER_DAY, Demand
from flexpool.planning.problem.following import may_follow
from flexpool.planning.problem.notice import Clock, short_notice
from flexpool.planning.problem.placing import (
    available,
    close_short_notice,
    eligible,
    may_fill,
)
from flexpool.planning.problem.sites import SITE_RULES, site_of, site_prices
from flexpool.planning.problem.slots import SUPERNUMERARY, slots_of
from flexpool.planning.problem.team import Composition
from flexpool.planning.problem.worker import Worker

if TYPE_CHECKING:
    from flexpool.planning.problem.problem import Problem

OFF = -1
NO_MAXIMUM = 1_000_000

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


class Tables:
    """Arrays made once from a problem; read-only by agreement.

    Those of worker × slot and kind × kind are made when they are first asked for: of a region they
    would not fit in memory, and nobody asks.
    """

    def __init__(self, problem: Problem) -> None:
        self.days, self.kinds, self.workers = problem.days, problem.kinds, problem.workers
        self.first_weekday = problem.first_weekday
        self.kind_number = {kind.id: number for number, kind in enumerate(self.kinds)}
        self.slots = slots_of(self.kinds, self.workers, problem.demands, problem.compositions)
        self.slot_number = {slot: number for number, slot in enumerate(self.slots)}
        self.slot_kind = _whole([self.kind_number[kind] for kind, _ in self.slots])
        self.slot_minutes = _whole([self.kinds[number].minutes for number in self.slot_kind])
        self.kind_minutes = _whole([kind.minutes for kind in self.kinds])
        self.is_night: Bools = np.array([kind.is_night for kind in self.kinds], dtype=bool)
        self.runs_over = np.array([(kind.ends or 0) > MINUTES_PER_DAY for kind in self.kinds])
        self.sites = tuple(dict.fromkeys(site_of(kind) for kind in self.kinds))
        self.rest_minutes, self.terms = problem.rest_minutes, problem.terms
        self.only_demanded = problem.only_demanded
        self.late = _late(problem)
        self._cover(problem.demands, problem.compositions)
        self.weekends = weekends_of(self.days, self.first_weekday)
        self.weeks = weeks_of(self.days, self.first_weekday)
        self.months = months_of(self.days, problem.first_date)
        self.unsocial = unsocial_of(self.days, self.first_weekday, self.kinds)

    def _cover(self, demands: Sequence[Demand], compositions: Sequence[Composition]) -> None:
        shape = (self.days, len(self.slots))
        self.minimum: Ints = np.zeros(shape, dtype=np.int64)
        self.minimum_weight: Ints = np.full(shape, -1, dtype=np.int64)  # -1: must hold
        self.optimum: Ints = np.zeros(shape, dtype=np.int64)
        self.under_weight: Ints = np.zeros(shape, dtype=np.int64)
        self.over_weight: Ints = np.zeros(shape, dtype=np.int64)
        self.maximum: Ints = np.full(shape, NO_MAXIMUM, dtype=np.int64)
        self.asked: Bools = np.zeros(shape, dtype=bool)
        for demand in demands:
            cell = demand.day, self.slot_number[demand.kind, demand.skill]
            self.asked[cell] = True
            self.minimum[cell] = demand.minimum
            if demand.minimum_weight is not None:
                self.minimum_weight[cell] = demand.minimum_weight
            self.optimum[cell] = demand.optimum
            self.under_weight[cell] = demand.under_weight
            self.over_weight[cell] = demand.over_weight
            if demand.maximum is not None:
                self.maximum[cell] = demand.maximum
        for one in compositions:
            for slot in {slot for option in one.options for slot in option}:
                self.asked[one.day, self.slot_number[slot]] = True
        self._ask_for_training()

    def _ask_for_training(self) -> None:
        """A kind that is asked for on a day may also be worked to be trained."""
        for number, (_, skill) in enumerate(self.slots):
            if skill == SUPERNUMERARY:
                same = self.slot_kind == self.slot_kind[number]
                self.asked[:, number] |= self.asked[:, same].any(axis=1)

    @cached_property
    def may_follow(self) -> Bools:
        """Kind × kind: the second may be worked on the day after the first."""
        return may_follow(self.kinds, self.rest_minutes)

    @cached_property
    def eligible(self) -> Bools:
        """Worker × slot: holds the skills and may work the kind."""
        return eligible(self.workers, {kind.id: kind for kind in self.kinds}, self.slots)

    @property
    def is_open_to_all(self) -> bool:
        """Whether everybody is eligible everywhere: says so without the table."""
        kinds = {kind.id: kind for kind in self.kinds}
        return all(
            may_fill(worker, kinds[kind], skill)
            for worker in self.workers
            for kind, skill in self.slots
        )

    @property
    def available(self) -> Bools:
        """Worker × day × slot: may be worked that day, whoever is eligible."""
        return self._placed[0]

    @property
    def cost(self) -> Ints:
        """Worker × day × slot: what work costs by itself."""
        return self._placed[1].cost

    @property
    def off_cost(self) -> Ints:
        """Worker × day: what a day off costs by itself."""
        return self._placed[1].off_cost

    @cached_property
    def _placed(self) -> tuple[Bools, Costs]:
        """Who may work when, and at which price."""
        rules = any(one.applies(self.terms, self.workers) for one in SITE_RULES.values())
        costs = Costs(len(self.workers), self.days, self.slot_kind, self.kind_number)
        may = available(self.workers, self.days, self.slot_number, self.slot_kind, self.kind_number)
        if self.only_demanded:
            may &= self.asked
        for row, worker in enumerate(self.workers):
            costs.add_placements(row, worker, self.terms)
            costs.add_beyond_agreed(row, worker, self.terms.beyond_agreed)
            if worker.contract.notice:
                short = list(short_notice(worker, self.kinds, self.late_of(worker)))
                costs.add_short_notice(row, worker, short)
                close_short_notice(may, row, worker, short, self.slot_kind)
        if rules:
            at_site = site_prices(self.terms, self.workers, self.sites)[:, self._site_of_slot()]
            may &= (at_site >= 0)[:, None, :]
            costs.cost += np.maximum(at_site, 0)[:, None, :]
        return may, costs

    def _site_of_slot(self) -> Ints:
        number = {site: column for column, site in enumerate(self.sites)}
        return _whole([number[site_of(self.kinds[kind])] for kind in self.slot_kind])

    def late_of(self, worker: Worker) -> Bools:
        """Give day × kind that is short notice to a worker on call."""
        assert worker.contract.notice is not None
        return self.late[worker.contract.notice.hours]

    @property
    def cover_must_hold(self) -> bool:
        """Whether some minimum has no price."""
        return bool(((self.minimum > 0) & (self.minimum_weight < 0)).any())

    @property
    def allowed(self) -> Bools:
        """Worker × day × slot that may be used."""
        allowed: Bools = self.eligible[:, None, :] & self.available
        return allowed


def _whole(numbers: list[int]) -> Ints:
    return np.array(numbers, dtype=np.int64)


def _late(problem: Problem) -> dict[int, Bools]:
    """Give day × kind that is short notice, for each term that a contract has."""
    terms = {one.contract.notice.hours for one in problem.workers if one.contract.notice}
    if not terms:
        return {}
    assert problem.first_date is not None  # checked when the problem was made
    assert problem.planned_at is not None
    clock = Clock(problem.kinds, problem.days, problem.first_date, problem.planned_at)
    return {hours: clock.within(hours) for hours in sorted(terms)}
