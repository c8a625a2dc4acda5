"""PlanningConstraints: when somebody can work. Out and in by parts of days, never with a reason.

Absence is no availability: it is not read here and never leaves.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM, at
from rondstroom.integrations.setu_planning import documents
from rondstroom.integrations.setu_planning.reading import (
    MessageNotAllowed,
    Part,
    Taken,
    UnableToReadMessage,
    message_of,
    require_planner,
)
from rondstroom.rooms.people import actions, permissions
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import Wish

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation

STATUS = {
    Wish.AVAILABLE: "Available",
    Wish.RATHER_NOT: "RatherNot",
    Wish.UNAVAILABLE: "NotAvailable",
}
SAID = {status: wish for wish, status in STATUS.items()}
PARTS = list(people.PARTS_START)
FURTHEST_DAYS = 370


def constraints_out(
    *, organisation: Organisation, starts_on: date, ends_on: date, by: Account
) -> list[dict[str, Any]]:
    """Give what own people said about these days; who said nothing is not there."""
    require_planner(by, organisation)
    numbers = {
        one.worker_id: number
        for number, one in people.engagements_by_number(organisation.pk).items()
    }
    engaged = set(
        people.workers_of_organisation(organisation.pk, starts_on).values_list("pk", flat=True)
    )
    said = people.wishes_for(engaged, starts_on, ends_on)
    return [_message(organisation, numbers[pk], pk, cells) for pk, cells in sorted(said.items())]


def _message(
    organisation: Organisation, number: str, worker_id: int, cells: dict[people.Cell, Wish]
) -> dict[str, Any]:
    return {
        "documentId": documents.named(f"PC-{organisation.pk}-{worker_id}"),
        "supplier": documents.party(organisation),
        "customer": documents.party(organisation),
        "worker": {"workerId": [documents.named(number)]},
        "singleAvailabilityLine": [
            _line(cell, cells[cell]) for cell in sorted(cells, key=_in_order)
        ],
    }


def _in_order(cell: people.Cell) -> tuple[date, int]:
    return cell[0], PARTS.index(cell[1])


def _line(cell: people.Cell, wish: Wish) -> dict[str, Any]:
    begin, end = _span(cell)
    return {
        "lineId": documents.named(f"{cell[0].isoformat()}-{cell[1].value}"),
        "singleAvailabilityType": "Occasional",
        "availabilityStatus": STATUS[wish],
        "startDateTime": documents.told(begin),
        "endDateTime": documents.told(end),
    }


def _span(cell: people.Cell) -> tuple[datetime, datetime]:
    """Give from when to when a part of a day lasts: up to the next part."""
    day, part = cell
    place = PARTS.index(part) + 1
    after = (day, PARTS[place]) if place < len(PARTS) else (day + timedelta(days=1), PARTS[0])
    begin, end = (at(on, people.PARTS_START[one]) for on, one in (cell, after))
    return begin, end


def take_constraints(
    message: Any, *, organisation: Organisation, by: Account, at: datetime
) -> Taken:
    """Lay down what a worker without an account told the organisation; twice changes nothing.

    Available and rather not hold for the parts of days that lie wholly inside a line, not available
    for every part that it touches. Words beside it are not read: nobody asks why. Raises as
    `take_request`.
    """
    require_planner(by, organisation)
    told = message_of(message)
    worker = _worker(told, organisation, by)
    if any(told.parts("periodicAvailabilityLine")):
        raise UnableToReadMessage(_("periodicAvailabilityLine: stuur elke periode als losse regel"))
    wanted: dict[people.Cell, Wish | None] = {}
    for line in told.parts("singleAvailabilityLine"):
        wish = None if told.is_deletion or line.is_deletion else _wish(line)
        wanted |= dict.fromkeys(_cells(line, wish), wish)
    return _lay_down(worker, wanted, {"by": by, "at": at}) if wanted else Taken()


def _lay_down(worker: Any, wanted: dict[people.Cell, Wish | None], how: dict[str, Any]) -> Taken:
    days = [day for day, _part in wanted]
    known = people.availability_of(worker.pk, min(days), max(days) + timedelta(days=1))
    differing = {cell: wish for cell, wish in wanted.items() if known.get(cell) != wish}
    new = sum(cell not in known for cell in differing)
    taken = Taken(new, len(differing) - new, len(wanted) - len(differing))
    if differing:
        with transaction.atomic():
            actions.set_availability(worker=worker, wishes=differing, **how)
    return taken


def _worker(told: Part, organisation: Organisation, by: Account) -> Any:
    known = people.engagements_by_number(organisation.pk)
    numbers = [one.text("value") for one in told.part("worker").parts("workerId")]
    found = next((known[number].worker for number in numbers if number in known), None)
    if found is None:
        raise UnableToReadMessage(_("workerId: “%s” is hier niet bekend") % ", ".join(numbers)[:40])
    may = permissions.may_pass_on_availability(found, by, organisation.pk)
    if not may and not (by.is_machine and found.account_id is None):
        raise MessageNotAllowed(
            _("%s heeft hier een account en zegt zelf wanneer het kan.") % found.name
        )
    return found


def _wish(line: Part) -> Wish:
    status = line.text("availabilityStatus")
    if status not in SAID:
        raise UnableToReadMessage(
            _("%(path)savailabilityStatus: “%(text)s” is niet bekend")
            % {"path": line.path, "text": status[:40]}
        )
    return SAID[status]


def _cells(line: Part, wish: Wish | None) -> list[people.Cell]:
    begin, end = line.moment("startDateTime"), line.moment("endDateTime")
    if not begin < end or (end - begin).days > FURTHEST_DAYS:
        raise UnableToReadMessage(_("%s: het einde hoort na het begin") % line.path.rstrip("."))
    first = begin.astimezone(AMSTERDAM).date() - timedelta(days=1)
    found = []
    for number in range((end - begin).days + 3):
        for part in PARTS:
            cell = (first + timedelta(days=number), part)
            starts, ends = _span(cell)
            touches = starts < end and begin < ends
            if touches and (wish == Wish.UNAVAILABLE or (begin <= starts and ends <= end)):
                found.append(cell)
    return found
