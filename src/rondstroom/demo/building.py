"""Building the demo region in the database: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import connection, transaction

from rondstroom.demo.asking import ask_around
from rondstroom.demo.claiming import claim_evidence
from rondstroom.demo.founding import Founded, arrange, draw_up_code, found_region
from rondstroom.demo.hiring import hire, open_accounts
from rondstroom.demo.lending import agree, name_suppliers
from rondstroom.demo.needing import lay_down_demand
from rondstroom.demo.opening import ask_for_places, lay_rosters, open_shifts, publish_rosters
from rondstroom.demo.posting import post_vacancies
from rondstroom.demo.region.cover import DAYS, first_day
from rondstroom.demo.region.history import make_history
from rondstroom.demo.region.plan import RegionPlan, plan_region
from rondstroom.demo.welcoming import welcome_people
from rondstroom.demo.wishing.choosing import offer_swaps, open_round, want_more_hours
from rondstroom.demo.wishing.flowing import let_people_flow
from rondstroom.demo.wishing.talking import ask_about_shifts
from rondstroom.demo.working import work
from rondstroom.demo.writing import Writer
from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.journal import queries as journal_queries

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker

SUBJECT = "demo:region"
FINANCE = "ruben@voorbeeld.invalid"
"""Who decides on what the platform's own account proposes to organisations."""


def built_for() -> date | None:
    """Give the day for which the demo region was built, or None when it was not."""
    entry = journal_queries.entries_about(SUBJECT).last()
    return date.fromisoformat(entry.data["today"]) if entry else None


def is_over(built: date, today: date) -> bool:
    """Tell whether the demo's weeks lie behind."""
    return today >= first_day(built) + timedelta(days=DAYS)


@transaction.atomic
def build_region(seed: int, today: date, tell: Callable[[str], None]) -> None:
    """Write the whole demo region down for the six weeks from the Monday of `today`."""
    plan = plan_region(seed, today)
    writer = Writer(identity.machine_account(), today)
    tell("  organisations, pool and functions")
    founded = found_region(writer)
    tell(f"  {arrange(founded, writer)} works councils that answered on the arrangement")
    accounts, workers = _bring_people_in(plan, founded, writer, tell)
    tell(f"  a work code at {draw_up_code(founded, accounts, writer)}")
    finance = accounts[FINANCE]
    agree(founded, finance, writer)
    name_suppliers(list(workers.values()), finance, writer)
    history = make_history(plan)
    tell(f"  {len(history)} shifts of the months before, with hours and invoices")
    _let_the_database_count()
    work(history, founded, workers, accounts, writer)
    tell(f"  {len(plan.slots)} places in six weeks, {len(plan.taken)} of them filled")
    shifts = open_shifts(plan, founded, writer, seed)
    lay_rosters(plan, shifts, workers, writer)
    _let_the_database_count()
    publish_rosters(plan, founded, writer)
    ask_for_places(plan, shifts, workers, writer)
    tell(f"  {len(plan.asking)} requests that wait for an answer")
    tell(f"  {len(ask_around(founded, writer))} shifts that are asked around")
    tell(f"  {ask_about_shifts(founded, writer)} questions about shifts")
    tell(f"  {welcome_people(founded, writer)} locations that welcome people")
    tell(f"  {lay_down_demand(founded, writer)} teams that say what they need")
    _let_people_choose(founded, workers, writer, tell)
    _let_the_database_count()
    _write_down(seed, writer)


def _let_the_database_count() -> None:
    """Let PostgreSQL see how full tables became: by itself it counts committed rows only.

    Without, it searches each table from front to back for every row of another.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _write_down(seed: int, writer: Writer) -> None:
    journal.record(
        event="demo.region.built",
        subject=SUBJECT,
        seed=seed,
        today=writer.today.isoformat(),
        **writer.this_morning,
    )


def _let_people_choose(
    founded: Founded, workers: dict[str, Worker], writer: Writer, tell: Callable[[str], None]
) -> None:
    """Write down what people ask for themselves."""
    tell(f"  {offer_swaps(founded, writer)} shifts offered to swap")
    tell(f"  {open_round(founded, writer)} wishes in a round of self-rostering")
    tell(f"  {want_more_hours(workers, writer)} people who want more hours")
    tell(f"  {let_people_flow(founded, workers, writer)} side entrants in the pool or out of it")
    tell(f"  {post_vacancies(founded, workers, writer)} vacancies and longer assignments")


def _bring_people_in(
    plan: RegionPlan, founded: Founded, writer: Writer, tell: Callable[[str], None]
) -> tuple[dict[str, Account], dict[str, Worker]]:
    """Give accounts and workers; some of them claim what they can show."""
    tell(f"  {len(plan.people)} workers")
    accounts = open_accounts(founded, writer)
    workers = hire(plan, founded, accounts, writer)
    tell(f"  {claim_evidence(founded, workers, writer)} claims that HR still has to look at")
    return accounts, workers
