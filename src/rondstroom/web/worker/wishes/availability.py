"""When the worker can work: four weeks by day, evening and night; nobody asks why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from flexpool.periods import week_start
from rondstroom.rooms.people import actions
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.web.components.guard import account_of
from rondstroom.web.worker.access import for_worker
from rondstroom.web.worker.wishes import weeks

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker

FURTHEST = timedelta(weeks=52)
FAR = (4, 13, 26)
"""For how many weeks a pattern may be filled in."""


class NothingChosen(ValueError):
    """A pattern without a day or without a part says nothing; the text is for the worker."""


@require_http_methods(["GET", "HEAD", "POST"])
@for_worker
def availability(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show four weeks, and take what the worker says: by part, by pattern, or by copying."""
    today = timezone.localdate()
    monday = monday_asked(request.GET.get("from"), today)
    wishes = people.availability_of(worker.pk, monday, monday + timedelta(weeks=max(FAR)))
    refusal = ""
    if request.method == "POST":
        read = READERS.get(request.POST.get("do", "save"), _saved)
        try:
            changes = read(request, monday, today, wishes)
        except weeks.UnreadableWish:
            return HttpResponseBadRequest(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
        except NothingChosen as error:
            refusal = str(error)
        else:
            _save(request, worker, changes)
            return redirect(f"{reverse('worker:availability')}?from={monday.isoformat()}")
    context = {**_laid_out(monday, today, wishes), "refusal": refusal}
    return render(request, "worker/availability.html", context, status=422 if refusal else 200)


def _laid_out(monday: date, today: date, wishes: weeks.Wishes) -> dict[str, Any]:
    """Give everything that the page shows."""
    return {
        "weeks": weeks.laid_out(monday, today, wishes),
        "monday": monday,
        "earlier": monday - timedelta(weeks=weeks.WEEKS),
        "later": monday + timedelta(weeks=weeks.WEEKS),
        "is_first": monday <= week_start(today),
        "words": [("", _("geen antwoord")), *Wish.choices],
        "parts": DayPart.choices,
        "weekdays": list(WEEKDAYS.items()),
        "rhythms": weeks.rhythms(monday),
        "far": FAR,
    }


def monday_asked(text: str | None, today: date) -> date:
    """Read the first week to show; never before this one, nor further than a year ahead."""
    first = week_start(today)
    try:
        asked = week_start(date.fromisoformat(text or ""))
    except ValueError:
        return first
    return max(first, min(asked, first + FURTHEST))


def _saved(request: HttpRequest, monday: date, today: date, wishes: weeks.Wishes) -> weeks.Changes:
    """Read the parts one by one."""
    return weeks.changes_in(request.POST, monday, today, wishes)


def _pattern(
    request: HttpRequest, monday: date, today: date, wishes: weeks.Wishes
) -> weeks.Changes:
    """Read "every Tuesday evening"; exceptions that were filled in stay when asked."""
    weekdays = {int(text) for text in request.POST.getlist("weekday") if text in set("0123456")}
    parts = {DayPart(text) for text in request.POST.getlist("part") if text in DayPart.values}
    if not weekdays or not parts:
        raise NothingChosen(_("Kies minstens één dag en één deel van de dag."))
    far = next((n for n in FAR if str(n) == request.POST.get("far")), weeks.WEEKS)
    days = [day for day in weeks.days_from(monday, far) if day >= today]
    every = request.POST.get("every", "")
    if every not in {word for word, _first in weeks.rhythms(monday)}:
        raise weeks.UnreadableWish(every)
    wish = weeks.wish_of(request.POST.get("wish", ""))
    said = weeks.pattern(days, weekdays, parts, wish, every)
    if request.POST.get("keep"):
        said = {cell: wish for cell, wish in said.items() if cell not in wishes}
    return _really_new(said, wishes)


def _copied(request: HttpRequest, monday: date, today: date, wishes: weeks.Wishes) -> weeks.Changes:
    """Keep what the form says, and say in all weeks what it says of the first."""
    edited = weeks.changes_in(request.POST, monday, today, wishes)
    now_said = {cell: wish for cell, wish in {**wishes, **edited}.items() if wish is not None}
    return _really_new({**edited, **weeks.copied_forward(monday, now_said)}, wishes)


def _really_new(said: weeks.Changes, wishes: weeks.Wishes) -> weeks.Changes:
    """Leave out what was said already."""
    return {cell: wish for cell, wish in said.items() if wishes.get(cell) != wish}


READERS: dict[str, Callable[[HttpRequest, date, date, weeks.Wishes], weeks.Changes]] = {
    "save": _saved,
    "pattern": _pattern,
    "copy": _copied,
}


def _save(request: HttpRequest, worker: Worker, changes: weeks.Changes) -> None:
    """Write what changed, and say how much that was."""
    if not changes:
        messages.info(request, _("Er was niets veranderd."))
        return
    actions.set_availability(
        worker=worker, wishes=changes, by=account_of(request), at=timezone.now()
    )
    text = ngettext("Bewaard: %(n)s dagdeel.", "Bewaard: %(n)s dagdelen.", len(changes))
    messages.success(request, text % {"n": len(changes)})
