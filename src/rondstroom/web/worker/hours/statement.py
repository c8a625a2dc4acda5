"""A statement of hours worked, to register again: the worker's own, as PDF."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from flexpool.parameters import lookup
from rondstroom.integrations.documents import Block, Document, Paragraph, Points, Table, typeset
from rondstroom.rooms.settlement import queries
from rondstroom.rooms.settlement.queries import Proven
from rondstroom.rooms.skills import queries as skills
from rondstroom.web.worker.access import for_worker

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker

MINUTES_PER_HOUR = 60


@require_safe
@for_worker
def statement(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Give the hours of the years over which one registers again, at all organisations here."""
    now, today = timezone.now(), timezone.localdate()
    years = int(lookup("verification.register.renewal_years", today).value)
    first = _years_before(today, years)
    found = queries.proven_hours(worker.pk, first, today)
    numbers = tuple(dict.fromkeys(one.number for one in skills.register_numbers([worker.pk])))
    paper = paper_of(worker.name, numbers, found, (first, today), now)
    response = HttpResponse(typeset(paper, now), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="urenverklaring.pdf"'
    return response


def paper_of(
    name: str,
    numbers: tuple[str, ...],
    found: list[Proven],
    span: tuple[date, date],
    now: datetime,
) -> Document:
    """Write the statement: who, over which days, hours per year, function and organisation."""
    days = {"first": date_format(span[0], "j F Y"), "last": date_format(span[1], "j F Y")}
    who = [_("Naam: %(name)s") % {"name": name}]
    who += [_("BIG-nummer: %(number)s") % {"number": number} for number in numbers]
    blocks: tuple[Block, ...] = (
        Points(tuple(who)),
        Paragraph(_("Gewerkt van %(first)s tot en met %(last)s, pauzes niet meegeteld.") % days),
        *_worked(found),
        Paragraph(_remark(span[1])),
    )
    made = _("Gemaakt op %(day)s") % {"day": date_format(timezone.localtime(now), "j F Y")}
    language = (get_language() or "nl")[:2]
    return Document(_("Verklaring van gewerkte uren"), language, made, blocks)


def _worked(found: list[Proven]) -> tuple[Block, ...]:
    if not found:
        none = _("In deze jaren zijn hier geen uren goedgekeurd.")
        return (Paragraph(none, is_notice=True),)
    total = _("Samen: %(hours)s uur.") % {"hours": _hours(sum(one.minutes for one in found))}
    return _table(found), Paragraph(total, is_notice=True)


def _table(found: list[Proven]) -> Table:
    rows = tuple(
        (f"{one.year}: {one.function or '–'}, {one.organisation}", _hours(one.minutes))
        for one in found
    )
    return Table(_("Uren per jaar, functie en organisatie"), (_("Jaar en werk"), _("Uren")), rows)


def _remark(on: date) -> str:
    """Say what the law asks, and what this does not tell."""
    words = {
        "hours": lookup("verification.register.renewal_hours", on).value,
        "years": lookup("verification.register.renewal_years", on).value,
    }
    return (
        _(
            "Voor herregistratie van verpleegkundigen vraagt het Besluit periodieke registratie "
            "%(hours)d uur in %(years)d jaar. Hier staan alleen uren die organisaties in "
            "Rondstroom goedkeurden; werk elders staat er niet bij."
        )
        % words
    )


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, MINUTES_PER_HOUR)
    return f"{hours}:{rest:02}"


def _years_before(day: date, years: int) -> date:
    """Give the same day so many years before; of 29 February the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
