"""Show who did the work by month and function, and give it as an Excel file."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from flexpool.contracts.calendar import months_later
from rondstroom.integrations.spreadsheets.exports import Cell, Page, as_workbook
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.settlement import queries
from rondstroom.rooms.settlement.states import StaffKind
from rondstroom.rooms.skills import queries as skills
from rondstroom.web.finance import access
from rondstroom.web.finance.comparing import compared

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MONTHS = 6
Counted = dict[queries.Where, queries.Staffed]
SECTIONS = [
    ("month", gettext_lazy("Per maand"), gettext_lazy("Maand")),
    ("function", gettext_lazy("Per functie"), gettext_lazy("Functie")),
    ("team", gettext_lazy("Per team"), gettext_lazy("Team")),
    ("reason", gettext_lazy("Per reden"), gettext_lazy("Reden van de dienst")),
    ("supplier", gettext_lazy("Per leverancier"), gettext_lazy("Leverancier")),
]


@require_safe
@access.for_finance
def staffing(request: HttpRequest) -> HttpResponse:
    """Show the months that are over and this one so far."""
    organisation = access.chosen_organisation(request)
    counted = _counted(organisation.pk)
    context = {
        "organisation": organisation,
        "organisations": access.organisations_of(request),
        "whole": queries.together(counted.values()),
        "kinds": StaffKind.choices,
        "sections": [(part, title, head, _rows(counted, part)) for part, title, head in SECTIONS],
        "is_empty": not counted,
    }
    return render(request, "finance/staffing/staffing.html", context)


@require_safe
@access.for_finance
def export(request: HttpRequest) -> HttpResponse:
    """Give every month, function, team, reason, supplier and kind of staff as a row."""
    organisation = access.chosen_organisation(request)
    head: list[Cell] = [_("Maand"), _("Functie"), _("Team"), _("Reden van de dienst")]
    head += [_("Leverancier"), _("Wie"), _("Uren"), _("Kosten (euro)")]
    rows: list[list[Cell]] = [
        [
            where.month.isoformat(),
            *where[1:],
            str(label),
            one.minutes[kind] / 60,
            one.cents[kind] / 100,
        ]
        for where, one in _counted(organisation.pk).items()
        for kind, label in StaffKind.choices
        if one.minutes[kind]
    ]
    answer = HttpResponse(as_workbook([Page(_("Wie deed het werk"), [head, *rows])]))
    answer["Content-Type"] = EXCEL
    answer["Content-Disposition"] = f'attachment; filename="pnil-{timezone.localdate()}.xlsx"'
    return answer


def _counted(organisation_id: int) -> Counted:
    """Give what was counted since the first day of the month, half a year ago."""
    now = timezone.now()
    first = months_later(timezone.localdate(now).replace(day=1), -MONTHS)
    starts_at = timezone.make_aware(datetime.combine(first, time()))
    return queries.staffing_of(organisation_id, starts_at, now, _own_hours(organisation_id, now))


def _own_hours(organisation_id: int, now: datetime) -> dict[str, int]:
    """Give what an own hour costs by function, of the organisation's own figures or the example."""
    kept = organisations.cost_estimates_of(organisation_id)
    year = timezone.localdate(now).year
    example = compared(None, year).hour_prices
    prices: dict[str, Any] = {
        row.code: (compared(kept[row.code], year).hour_prices if row.code in kept else example)
        for row in skills.functions()
    }
    return {code: found["own"] for code, found in prices.items() if "own" in found}


def _rows(counted: Counted, part: str) -> list[tuple[Any, queries.Staffed, list[tuple[int, int]]]]:
    """Give the rows of a section; of suppliers only those that are one."""
    found = queries.grouped(counted, part)
    return [(key, one, _shown(one)) for (key,), one in found.items() if key or part != "supplier"]


def _shown(one: queries.Staffed) -> list[tuple[int, int]]:
    """Give minutes and cents of each kind, in the order of the heads."""
    return [(one.minutes[kind], one.cents[kind]) for kind in StaffKind.values]
