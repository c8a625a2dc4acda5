"""What limits a worker over the days that are planned, and what came before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from flexpool.contracts.annual import AnnualHours
from flexpool.periods import week_start
from flexpool.planning import History
from flexpool.planning.problem import Contract, Limit
from rondstroom.rooms.rosters.actions.plan import preferences
from rondstroom.rooms.rosters.actions.plan.question import Question
from rondstroom.rooms.rosters.queries.placement import Judge

A_DAY = timedelta(days=1)


def terms_of(question: Question, pk: int, judge: Judge) -> tuple[Contract, History]:
    """Give the limits of a worker and what came before: hours a week, or a balance of the year."""
    agreed = agreed_minutes(question, judge)
    first_week, last_week = week_start(question.starts_on), week_start(question.ends_on)
    weekends = (last_week - first_week).days // 7 + 1
    contract = preferences.contract(agreed, question.days, weekends)
    history = History(minutes=_rostered_minutes(question, judge))
    year = question.annual.agreed.get(pk)
    if year is None or not year.starts_on <= question.starts_on < year.ends_on:
        return contract, history
    houses, first = question.organisation_ids, question.starts_on
    so_far = question.annual.so_far(pk, judge.worker.work, houses, first)
    return in_corridor(contract, history, year, (first, question.ends_on), so_far)


def agreed_minutes(question: Question, judge: Judge) -> int:
    """Give the minutes a week agreed with the organisations that plan."""
    return sum(
        tie.minutes_per_week
        for tie in judge.worker.ties_on(question.starts_on)
        if tie.organisation_id in question.organisation_ids
    )


def _rostered_minutes(question: Question, judge: Judge) -> int:
    return sum(
        busy.as_work.work_minutes
        for busy in judge.worker.work
        if busy.organisation_id in question.organisation_ids
        and question.span.contains(busy.starts_at)
    )


def in_corridor(
    contract: Contract, history: History, agreed: AnnualHours, days: tuple[date, date], so_far: int
) -> tuple[Contract, History]:
    """Put the corridor of annual hours in the place of hours a week.

    `days` are the first and the last. The balance after them stays in the corridor, at the price
    of the hours of any contract; what is rostered on the days (`history.minutes`) counts.
    """
    first, last = days
    goal = preferences.annual_goal()
    corridor = Limit(
        minimum=-agreed.minus,
        maximum=agreed.plus,
        under_weight=goal.under_weight,
        over_weight=goal.over_weight,
    )
    after = last + A_DAY
    owed = agreed.due(after) - agreed.due(first)
    if agreed.ends_on == date(first.year + 1, 1, 1) < after:  # goes on in the next year
        owed += round((after - agreed.ends_on).days * agreed.per_day)
    return (
        replace(contract, minutes=None, owed_minutes=owed, balance=corridor),
        replace(history, balance=so_far + history.minutes),
    )
