"""Agreed hours for payroll: what is in the file, what waits, and the file itself."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from flexpool.contracts.calendar import months_later
from rondstroom.integrations.setu_timecard import timecards_out
from rondstroom.integrations.spreadsheets.exports import Cell, Page
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.settlement import queries
from rondstroom.rooms.settlement.states import PayPart
from rondstroom.web.components.days import day_in
from rondstroom.web.components.guard import account_of
from rondstroom.web.components.tables.download import download
from rondstroom.web.finance import access

MONTHS = 12
MINUTES_HOUR = 60
PER_CENT = 100


@require_safe
@access.for_finance
def payroll(request: HttpRequest) -> HttpResponse:
    """Show per part of pay how much was agreed in a month, and how much is not agreed yet."""
    organisation, month = access.chosen_organisation(request), _month(request)
    after = months_later(month, 1)
    rows = queries.paid_parts(organisation, month, after)
    this = timezone.localdate().replace(day=1)
    context = {
        "organisation": organisation,
        "organisations": access.organisations_of(request),
        "month": month,
        "months": [months_later(this, -one) for one in range(MONTHS)],
        "parts": _summed(rows),
        "people": len({one.version.hours.worker_id for one in rows}),
        "shifts": len({one.version.hours_id for one in rows}),
        "unknown": sum(one.minutes is None for one in rows),
        "kinds": [("csv", "CSV"), ("xlsx", "Excel"), ("setu", "SETU Timecard v2")],
        "waiting": queries.waits_for_payroll(organisation, month, after),
    }
    return render(request, "finance/settlement/payroll.html", context)


@require_safe
@access.for_finance
def payroll_file(request: HttpRequest) -> HttpResponse:
    """Give the parts as CSV or Excel, or the timecards of the month as SETU messages."""
    organisation, month = access.chosen_organisation(request), _month(request)
    after, kind = months_later(month, 1), request.GET.get("format", "")
    if kind == "setu":
        cards = timecards_out(
            organisation=organisation, starts_on=month, ends_on=after, by=account_of(request)
        )
        text = json.dumps(cards, ensure_ascii=False, indent=1)
        answer = HttpResponse(text, content_type="application/json")
        name = f"timecards-{month:%Y-%m}.json"
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer
    rows = [_row(one) for one in queries.paid_parts(organisation, month, after)]
    return download(kind, f"uren-{month:%Y-%m}", [Page(_("Uren"), [_head(), *rows])])


def _month(request: HttpRequest) -> date:
    """Give the month in the address, or the last one that is over."""
    asked = day_in(f"{request.GET.get('month', '')}-01")
    return asked or months_later(timezone.localdate().replace(day=1), -1)


def _summed(rows: list[queries.PaidPart]) -> list[tuple[str, str, int]]:
    """Give the minutes of each part and share, with what they are called."""
    minutes: Counter[tuple[str, Any]] = Counter()
    for one in rows:
        minutes[one.part, one.share or 0] += one.minutes or 0
    order = list(PayPart)
    found = sorted(minutes.items(), key=lambda pair: (order.index(PayPart(pair[0][0])), pair[0][1]))
    return [
        (str(PayPart(part).label), f"{float(share * PER_CENT):g}" if share else "", total)
        for (part, share), total in found
        if total
    ]


def _head() -> list[Cell]:
    head: list[Cell] = [_("Personeelsnummer"), _("Naam"), _("Contractvorm"), _("Functie")]
    head += [_("Dag"), _("Van"), _("Tot"), _("Pauze (minuten)"), _("Code"), _("Onderdeel")]
    return [
        *head,
        _("Toeslag (%)"),
        _("Uren"),
        _("Waar"),
        _("Nummer"),
        _("Versie"),
        _("Akkoord op"),
    ]


def _row(one: queries.PaidPart) -> list[Cell]:
    version, hours = one.version, one.version.hours
    starts, ends = (timezone.localtime(at) for at in (version.starts_at, version.ends_at))
    where = f"{hours.team.location.organisation.name}, {hours.team.name}"
    return [
        one.personnel_number,
        hours.worker.name,
        str(EngagementForm(hours.form).label),
        hours.function.name if hours.function else "",
        hours.on_day,
        f"{starts:%H:%M}",
        f"{ends:%H:%M}",
        version.break_minutes,
        one.part.value,
        str(one.part.label),
        float(one.share * PER_CENT) if one.share is not None else None,
        _("niet bekend") if one.minutes is None else round(one.minutes / MINUTES_HOUR, 4),
        where,
        hours.pk,
        version.number,
        timezone.localdate(hours.approved_at) if hours.approved_at else None,
    ]
