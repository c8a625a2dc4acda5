"""A hundred thousand worked shifts: charged, numbered on invoices, and closed.

    ./run python benchmarks/settlement.py [--shifts 100000]

Runs on the database of the settings: SQLite, or PostgreSQL when RONDSTROOM_DATABASE names one.
Then breaks a second settlement off half-way, goes on, and compares. Writes
benchmarks/results/settlement.md.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date, timedelta
from time import perf_counter
from typing import Any

from stage import database, write_part

TITLE = "A hundred thousand worked shifts settled and invoiced"
DAYS = 50
LAST = date(2026, 11, 29)
TIMES = [("07:00", "15:30"), ("15:00", "23:00"), ("23:00", "07:15"), ("09:00", "13:30")]
BATCH = 5_000


def main() -> None:
    """Settle, measure, compare and write the figures."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--shifts", type=int, default=100_000)
    shifts = reader.parse_args().shifts
    with database() as vendor:
        seller = _region(shifts)
        whole = _settled(seller, 0)
        _forget()
        broken = _settled(seller, shifts // 2_000)
        assert whole[1:] == broken[1:], "broken off and gone on, it ended differently"
        again = f"the same amounts and numbers, {broken[0]:.1f} s"
        lines = [
            "| shifts | invoices | VAT included | seconds | broken off half-way and gone on |",
            "| --- | --- | --- | --- | --- |",
            f"| {whole[1]} | {whole[2]} | {whole[3] / 100:.2f} euro | {whole[0]:.1f} | {again} |",
        ]
        print("\n".join(lines))
        write_part("settlement.md", TITLE, vendor, lines)


def _region(shifts: int) -> Any:
    """Let people of a hospital work at two nursing homes on fifty days; all is agreed to."""
    from factories.organisations import make_organisation, make_team
    from factories.settlement import make_billing, make_lending
    from flexpool.contracts.vat.grounds import Ground
    from rondstroom.rooms.organisations.states import Branch

    seller = make_organisation("Rijnzicht", Branch.HOSPITAL)
    homes = [make_organisation("De Linde"), make_organisation("Molenpoort")]
    make_billing(seller, *homes)
    make_lending(seller, homes[0])
    make_lending(seller, homes[1], Ground.CLOSELY_RELATED)
    people = list(_people(seller, shifts // DAYS))
    teams = [make_team(f"Team {home.pk}", home) for home in homes]
    _work(seller, people, teams)
    return seller


def _people(seller: Any, count: int) -> Iterator[Any]:
    from factories.moments import SINCE
    from rondstroom.rooms.people.models import Engagement, Worker

    rows = Worker.objects.bulk_create(Worker(name=f"Zorg {n}") for n in range(count))
    Engagement.objects.bulk_create(
        Engagement(
            worker=row,
            organisation=seller,
            form="permanent",
            personnel_number=str(row.pk),
            starts_on=SINCE,
        )
        for row in rows
    )
    yield from rows


def _work(seller: Any, people: list[Any], teams: list[Any]) -> None:
    from factories.demand import make_shift
    from factories.rosters import MADE_AT
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.rosters.models import Assignment

    for number in range(DAYS):
        day = LAST - timedelta(days=number)
        shifts = [
            make_shift(team, day=day, start=start, end=end)
            for team in teams
            for start, end in TIMES
        ]
        # More places than a planner may ask for: it is the number of people that counts here.
        Shift.objects.filter(pk__in=[shift.pk for shift in shifts]).update(places=len(people))
        rows = [
            Assignment(
                worker=worker,
                shift=shifts[place % len(shifts)],
                place=place + 1,
                state="worked",
                starts_at=shifts[place % len(shifts)].starts_at,
                ends_at=shifts[place % len(shifts)].ends_at,
                blocked_until=shifts[place % len(shifts)].ends_at,
                made_at=MADE_AT,
            )
            for place, worker in enumerate(people)
        ]
        _agreed(seller, Assignment.objects.bulk_create(rows, batch_size=BATCH), day)


def _agreed(seller: Any, assignments: list[Any], day: date) -> None:
    from factories.moments import NOW
    from rondstroom.rooms.settlement.models import Hours, HoursVersion

    rows = Hours.objects.bulk_create(
        (
            Hours(
                assignment=one,
                worker_id=one.worker_id,
                lender=seller,
                borrower_id=one.shift.organisation_id,
                team_id=one.shift.team_id,
                function_id=one.shift.function_id,
                form="permanent",
                on_day=day,
                state="approved",
                answer_due_at=NOW,
                approved_at=NOW,
            )
            for one in assignments
        ),
        batch_size=BATCH,
    )
    HoursVersion.objects.bulk_create(
        (
            HoursVersion(
                hours=row,
                number=1,
                kind="worked",
                starts_at=one.starts_at,
                ends_at=one.ends_at,
                break_minutes=30,
                made_by=one.worker.name,
                made_at=NOW,
            )
            for row, one in zip(rows, assignments, strict=True)
        ),
        batch_size=BATCH,
    )


def _settled(seller: Any, break_after: int) -> tuple[float, int, int, int, list[Any]]:
    """Close November; give seconds, charges, invoices, the sum and every number with amounts."""
    from django.db.models import Sum

    from factories.identity import signed
    from factories.moments import NOW
    from rondstroom.rooms.settlement import actions
    from rondstroom.rooms.settlement.models import Charge, Invoice

    by, at = signed()["by"], NOW + timedelta(days=31)
    since = perf_counter()
    run = actions.close_period(seller=seller, month=LAST, by=by, at=at)
    if break_after:
        _broken_off(run, by, at, break_after)
    actions.perform_run(run=run, by=by, at=at)
    seconds = perf_counter() - since
    sent = list(
        Invoice.objects.order_by("sequence").values_list("number", "net_cents", "vat_cents")
    )
    gross = Invoice.objects.aggregate(sum=Sum("gross_cents"))["sum"]
    return seconds, Charge.objects.count(), len(sent), gross, sent


def _broken_off(run: Any, by: Any, at: Any, steps: int) -> None:
    from rondstroom.rooms.settlement import actions

    left = [steps]

    def plug(_step: str) -> None:
        left[0] -= 1
        if not left[0]:
            raise KeyboardInterrupt

    try:
        actions.perform_run(run=run, by=by, at=at, after_step=plug)
    except KeyboardInterrupt:
        return


def _forget() -> None:
    """Take away what was settled, so that the same can be settled again."""
    from rondstroom.rooms.settlement.models import Charge, Invoice, InvoiceCounter, Run

    for model in (Charge, Invoice, InvoiceCounter, Run):
        model.objects.all()._raw_delete("default")


if __name__ == "__main__":
    main()
