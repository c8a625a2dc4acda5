"""Balances of annual hours in words: for planners, HR and the worker alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from flexpool.contracts.annual import Balance, annual_findings
from flexpool.contracts.rule import Finding
from flexpool.contracts.wording import MINUTES_HOUR, hours, signed_hours
from rondstroom.integrations.spreadsheets.exports.file import Page, as_csv
from rondstroom.rooms.settlement.queries import YearBalance, annual_after, annual_balances
from rondstroom.web.components.words import said


@dataclass(frozen=True, slots=True)
class Row:
    """One engagement, ready to be shown."""

    engagement: Any
    balance: Balance

    @property
    def minutes(self) -> tuple[int, ...]:
        """Minutes of the year: agreed, worked, absent, planned, still to plan."""
        one, spent = self.balance, self.balance.spent
        ahead = one.filled - one.absence - spent.worked
        return one.agreed.owed, spent.worked, one.absence, ahead, one.to_fill

    @property
    def cells(self) -> list[str]:
        """The same in hours, in words."""
        return [said(hours(minutes)) for minutes in self.minutes]

    @property
    def so_far(self) -> str:
        """The balance until today, with its sign."""
        return said(signed_hours(self.balance.so_far))

    @property
    def forecast(self) -> str:
        """Where the year ends, with its sign."""
        return said(signed_hours(self.balance.forecast))

    @property
    def corridor(self) -> str:
        """From minus to plus."""
        agreed = self.balance.agreed
        return f"{said(signed_hours(-agreed.minus))} / {said(signed_hours(agreed.plus))}"

    @property
    def finding(self) -> Finding | None:
        """What asks for attention, when the year ends outside the corridor."""
        return next(iter(annual_findings(self.balance)), None)


def rows_of(now: datetime, **asked: Any) -> list[Row]:
    """Give the rows of a page; who leaves the corridor furthest on top, then by name."""
    found = [_row(one) for one in annual_balances(now, **asked)]
    return sorted(found, key=lambda row: -abs(row.balance.beyond))


def _row(one: YearBalance) -> Row:
    return Row(one.engagement, one.balance)


def titles() -> list[str]:
    """Give what each column of a table is called."""
    return [
        _("Wie"),
        _("Jaaruren"),
        _("Gewerkt"),
        _("Afwezig geteld"),
        _("Gepland"),
        _("Nog te plannen"),
        _("Saldo tot vandaag"),
        _("Verwacht eind van het jaar"),
        _("Ruimte"),
    ]


def file_of(rows: list[Row], today: date) -> HttpResponse:
    """Give the rows as CSV with hours as numbers, as Dutch Excel opens it."""
    *names, _corridor = titles()
    table: list[list[str | float]] = [[*names, _("Ruimte eronder"), _("Ruimte erboven")]]
    for row in rows:
        one, agreed = row.balance, row.balance.agreed
        told = (*row.minutes, one.so_far, one.forecast, -agreed.minus, agreed.plus)
        hours_told = [round(minutes / MINUTES_HOUR, 2) for minutes in told]
        table.append([row.engagement.worker.name, *hours_told])
    answer = HttpResponse(as_csv([Page("", table)]), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="jaaruren-{today.isoformat()}.csv"'
    return answer


@dataclass(frozen=True, slots=True)
class After:
    """What a shift more does to somebody with annual hours."""

    text: str
    severity: str


def told_after(shift: Any, worker_ids: list[int], now: datetime) -> dict[int, After]:
    """Give by worker what the year would end at with this shift; only of who has annual hours."""
    return {pk: _after(one) for pk, one in annual_after(shift, worker_ids, now).items()}


def _after(balance: Balance) -> After:
    room = balance.agreed.plus if balance.forecast >= 0 else balance.agreed.minus
    words = {"ends": said(signed_hours(balance.forecast)), "room": said(hours(room))}
    if balance.beyond:
        words["beyond"] = said(hours(abs(balance.beyond)))
        text = _("Jaaruren: komt op %(ends)s uur, %(beyond)s buiten de ruimte van %(room)s.")
        return After(text % words, "warning")
    return After(_("Jaaruren: komt op %(ends)s uur; de ruimte is %(room)s.") % words, "info")
