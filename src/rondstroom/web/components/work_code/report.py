"""The real distribution of work as a table on a page and as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from flexpool.contracts.calendar import months_later
from flexpool.contracts.work_code.distribution import LEAST_PEOPLE, Group
from rondstroom.integrations.spreadsheets.exports import Cell, Page
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters.queries import work_code
from rondstroom.web.components.days import day_in
from rondstroom.web.components.tables.download import download

MONTHS = 6
MOST_MONTHS = 24
MINUTES_HOUR = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """Which organisations, from a day up to a day, and as which kind of file; empty for a page."""

    houses: Sequence[Any]
    first: date
    after: date
    kind: str


def asked(request: HttpRequest, houses: Sequence[Any]) -> Asked:
    """Read months from the address; half a year up to now when they are not right."""
    today = timezone.localdate()
    first, after = (day_in(request.GET.get(name, "")) for name in ("from", "until"))
    if first is None or after is None or not first < after <= months_later(first, MOST_MONTHS):
        after = months_later(today.replace(day=1), 1)
        first = months_later(after, -MONTHS)
    return Asked(houses, first, after, request.GET.get("format", ""))


def shown(asked: Asked) -> dict[str, Any]:
    """Give what the page shows."""
    groups = work_code.shared_out(asked.houses, asked.first, asked.after)
    return {
        "groups": [(one, form_name(one.form)) for one in groups],
        "first": asked.first,
        "after": asked.after,
        "least": LEAST_PEOPLE,
        "question": f"from={asked.first.isoformat()}&until={asked.after.isoformat()}",
    }


def file(asked: Asked) -> HttpResponse:
    """Give the same as a file; a group that is too small holds no figures there either."""
    groups = work_code.shared_out(asked.houses, asked.first, asked.after)
    head: list[Cell] = [_("Organisatie"), _("Contractvorm"), _("Mensen"), _("Uren")]
    head += [_("Deel avond, nacht en weekend"), _("Opgelegde diensten"), _("Op tijd bekend")]
    head += [_("Laat afgezegd door werkgever"), _("Laat afgezegd door medewerker")]
    head += [_("Uren scholing per persoon")]
    rows = [head, *(_row(one) for one in groups)]
    return download(asked.kind, "verdeling", [Page(_("Verdeling"), rows)])


def _row(one: Group) -> list[Cell]:
    where: list[Cell] = [one.organisation, form_name(one.form)]
    if one.total is None:
        few = _("minder dan %(least)d") % {"least": LEAST_PEOPLE}
        return [*where, few, *([None] * 7)]
    return [
        *where,
        one.people,
        _number(Fraction(one.total.minutes, MINUTES_HOUR)),
        _number(one.unsocial_share, 4),
        one.total.given,
        _number(one.in_time_share, 4),
        one.total.late_by_employer,
        one.total.late_by_worker,
        _number(Fraction(one.training_each or 0, MINUTES_HOUR)),
    ]


def form_name(form: str) -> str:
    """Give what a form of contract is called; who is lent has none here."""
    if form in EngagementForm.values:
        return str(EngagementForm(form).label)
    return _("geleend van een ander")


def _number(value: Fraction | None, digits: int = 2) -> float | None:
    return None if value is None else round(float(value), digits)
