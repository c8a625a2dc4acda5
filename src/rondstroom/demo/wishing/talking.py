"""Writing down what workers ask about their coming shifts, and one answer."""

from __future__ import annotations

from datetime import timedelta

from rondstroom.demo.founding import Founded
from rondstroom.demo.writing import Writer
from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.messages import actions as messages
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries

WHERE = "De Linde"
ASKED = (
    "Waar kan ik mijn auto laten staan?",
    "Is er iemand die mij de eerste ronde meeneemt?",
    "Heb ik voor deze dienst een eigen tag nodig?",
)
ANSWER = "Achter het gebouw; de slagboom gaat open met de bel."


def ask_about_shifts(founded: Founded, writer: Writer) -> int:
    """Let people who work at De Linde next days ask something; the first is answered."""
    organisation = founded.organisations[WHERE]
    now = writer.this_morning["at"]
    coming = queries.assignments_at(
        organisation.pk, now + timedelta(days=1), now + timedelta(days=35)
    )
    rows = [row for row in coming.select_related("worker__account") if row.worker.account]
    askers = [*{row.worker_id: row for row in rows}.values(), *rows[1:]][: len(ASKED)]
    planners = identity.accounts_with_role(RoleKind.PLANNER, organisation.pk)
    for number, (row, text) in enumerate(zip(askers, ASKED, strict=False)):
        account = row.worker.account
        if account is None:
            continue
        asked = rosters.ask_about(shift=row.shift, text=text, by=account, at=now)
        if number == 0 and planners:
            messages.reply(question=asked, text=ANSWER, by=planners[0], at=now)
    return len(askers)
