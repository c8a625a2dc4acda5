"""Somebody of the team puts in a wish, within the rules, or takes it back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.actions.rounds.opening import UnableToRound, write_down
from rondstroom.rooms.rosters.models import Round, RoundWish
from rondstroom.rooms.rosters.queries import placement, wording
from rondstroom.rooms.rosters.queries import rounds as queries
from rondstroom.rooms.rosters.queries.work import breaches
from rondstroom.rooms.rosters.states import RoundState

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker


@transaction.atomic
def wish_for(
    *, round_: Round, worker: Worker, shift: Shift, by: Account, at: datetime
) -> RoundWish:
    """Put in a wish for a shift, judged with the roster and with one's other wishes together.

    Proof, work at the same time and the working-time law are judged as for a booking. More wishes
    than places are no fault: everybody sees it, and the engine divides. Journal:
    `rosters.round.wished`.
    """
    _check_open(round_, worker, shift, at)
    person = people.locked_worker(worker.pk)
    known = RoundWish.objects.filter(round=round_, worker=person, shift=shift).first()
    if known is not None:
        return known
    facts = placement.facts_of_shift(shift)
    judge = placement.placing(person, facts, at)
    blocking = [one for one in (*judge.overlap(facts), *judge.proofs(facts)) if one.is_blocking]
    if blocking:
        raise _refused(shift, wording.told(blocking), "rules")
    _check_others(round_, person, shift, facts, judge)
    made = RoundWish.objects.create(round=round_, worker=person, shift=shift, said_at=at)
    write_down("wished", made.round, by, at)
    return made


def _check_others(
    round_: Round, person: Worker, shift: Shift, facts: placement.ShiftFacts, judge: placement.Judge
) -> None:
    """Refuse what clashes with, or together with the other wishes breaks the law."""
    others = queries.wished_shifts(round_, person.pk)
    if clash := next((one for one in others if _clash(one, shift)), None):
        when = wording.span(clash.starts_at, clash.ends_at)
        raise _refused(shift, _("Je wilt ook al %(when)s.") % {"when": when}, "clash")
    record = judge.record(facts)
    for one in placement.facts_of_shifts(queries.as_rows(others)):
        record = record.with_shift(one.as_work)
    if against := breaches(record.findings_if_added(facts.as_work)):
        raise _refused(shift, " ".join(one.message.nl for one in against), "law")


@transaction.atomic
def take_back_wish(
    *, round_: Round, worker: Worker, shift: Shift, by: Account, at: datetime
) -> None:
    """Take a wish back while the round is open. Journal: `rosters.round.unwished`."""
    _check_open(round_, worker, shift, at)
    if RoundWish.objects.filter(round=round_, worker=worker, shift=shift).delete()[0]:
        write_down("unwished", round_, by, at)


def _check_open(round_: Round, worker: Worker, shift: Shift, at: datetime) -> None:
    row = Round.objects.get(pk=round_.pk)
    if row.state != RoundState.OPEN or row.wishes_until <= at:
        text = _("Wensen doorgeven kon tot %(until)s. Vraag de roosteraar wat nog kan.")
        raise UnableToRound(text % {"until": wording.until(row.wishes_until)}, "closed")
    on = timezone.localdate(shift.starts_at)
    is_here = shift.team_id == row.team_id and row.starts_on <= on <= row.ends_on
    if not is_here or not rosters.is_of_team(worker, shift, on):
        raise UnableToRound(_("Deze dienst hoort niet bij jouw team in deze ronde."), "team")


def _clash(one: Shift, other: Shift) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


def _refused(shift: Shift, why: str, code: str) -> UnableToRound:
    when = wording.span(shift.starts_at, shift.ends_at)
    text = _("De dienst van %(when)s kun je niet wensen. %(why)s")
    return UnableToRound(text % {"when": when, "why": why}, code)
