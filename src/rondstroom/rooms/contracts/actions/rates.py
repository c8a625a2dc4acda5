"""Rates: one person proposes, another approves, and only then they hold."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from flexpool.contracts.price import PriceTerms
from rondstroom.rooms.contracts.actions.writing import record_under
from rondstroom.rooms.contracts.models import LendingAgreement, RateCard
from rondstroom.rooms.contracts.states import RATE_TRANSITIONS, Basis, RateKind, RateState
from rondstroom.rooms.contracts.translate import basis_points
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.organisations import queries as organisations

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.skills.models import Function

LEAST_CENTS, MOST_CENTS = 5_00, 300_00


class UnableToSetRate(journal.UnableToAct):
    """The rate cannot be proposed or decided like this."""


@transaction.atomic
def propose_rate(
    *,
    agreement: LendingAgreement,
    function: Function | None,
    kind: RateKind,
    terms: PriceTerms,
    pays_allowance: bool = True,
    starts_on: date,
    by: Account,
    at: datetime,
) -> RateCard:
    """Propose what an hour costs from a day on; somebody else approves.

    Journal: `contracts.rate.proposed`, without the amount.
    """
    _check(agreement, kind, terms, starts_on)
    card = RateCard(agreement=agreement, function=function, kind=RateKind(kind))
    _take_over(card, terms)
    card.pays_allowance, card.starts_on = pays_allowance, starts_on
    card.proposed_by, card.proposed_at = by, at
    card.save()
    _record(card, "proposed", by=by, at=at)
    return card


def _check(agreement: LendingAgreement, kind: RateKind, terms: PriceTerms, starts_on: date) -> None:
    """Refuse a price that cannot be, outside the agreement, or built up where none is known."""
    if not LEAST_CENTS <= terms.hour_cents <= MOST_CENTS:
        raise UnableToSetRate(
            _("Dit uurbedrag kan niet. Vul een bedrag in van %(least)d tot en met %(most)d euro.")
            % {"least": LEAST_CENTS // 100, "most": MOST_CENTS // 100}
        )
    if starts_on < agreement.starts_on or (agreement.ends_on and starts_on >= agreement.ends_on):
        raise UnableToSetRate(
            _("Op %(day)s geldt de overeenkomst niet. Kies een dag waarop die geldt.")
            % {"day": starts_on}
        )
    _check_fee(agreement, terms, starts_on)
    built_up = (terms.holiday_allowance, terms.year_end_bonus, terms.charges)
    if kind == RateKind.AGREED and any(built_up):
        raise UnableToSetRate(
            _("Een afgesproken uurprijs heeft geen opslagen. Vul alleen de prijs in.")
        )
    if agreement.basis == Basis.COLLEGIAL and kind != RateKind.COST:
        raise UnableToSetRate(
            _("Collegiale hulp gaat tegen kostprijs, zonder winst (Waadi art. 1 lid 3b)."),
            code="not-at-cost",
        )


def _check_fee(agreement: LendingAgreement, terms: PriceTerms, starts_on: date) -> None:
    """Refuse a fee above what the pool of both agreed."""
    if agreement.lender_id is None:
        return
    sharing = organisations.sharing_on(starts_on)
    most = sharing.most_fee_bp(agreement.lender_id, agreement.borrower_id)
    if most is not None and basis_points(terms.fee) > most:
        raise UnableToSetRate(
            _("De regeling van de pool staat hooguit %(most)s %% vergoeding toe. Vul minder in.")
            % {"most": f"{most / 100:g}".replace(".", ",")},
            code="above-arrangement",
        )


def _take_over(card: RateCard, terms: PriceTerms) -> None:
    """Write the terms on the card, shares as basis points."""
    card.hour_cents = terms.hour_cents
    for name in ("holiday_allowance", "year_end_bonus", "charges", "fee"):
        setattr(card, f"{name}_bp", basis_points(getattr(terms, name)))


@transaction.atomic
def approve_rate(*, card: RateCard, by: Account, at: datetime) -> None:
    """Be the second pair of eyes: the rate holds. Journal: `contracts.rate.approved`."""
    try:
        with transaction.atomic():
            _decide(card, RateState.APPROVED, by=by, at=at)
    except IntegrityError:
        raise UnableToSetRate(
            _("Voor deze functie begint op %(day)s al een ander tarief. Kies een andere dag.")
            % {"day": card.starts_on},
            code="taken",
        ) from None
    _record(card, "approved", by=by, at=at)


@transaction.atomic
def decline_rate(*, card: RateCard, by: Account, at: datetime) -> None:
    """Say no to a proposed rate; who proposed it may too. Journal: `contracts.rate.declined`."""
    _decide(card, RateState.DECLINED, by=by, at=at)
    _record(card, "declined", by=by, at=at)


def _decide(card: RateCard, state: RateState, *, by: Account, at: datetime) -> None:
    """Move a proposed rate to its decision, once and by somebody else."""
    row = RateCard.objects.select_for_update().get(pk=card.pk)
    if state not in RATE_TRANSITIONS[RateState(row.state)]:
        raise UnableToSetRate(
            _("Over dit tarief is al beslist: %(state)s.") % {"state": RateState(row.state).label},
            code="decided",
        )
    if state == RateState.APPROVED and row.proposed_by_id == by.pk:
        raise UnableToSetRate(
            _("Je hebt dit tarief zelf voorgesteld. Laat een collega of de andere kant kijken."),
            code="four-eyes",
        )
    row.state, row.decided_by, row.decided_at = state, by, at
    row.save(update_fields=["state", "decided_by", "decided_at"])
    card.state = state


def _record(card: RateCard, what: str, *, by: Account, at: datetime) -> None:
    """Write in the journal of both sides what happened to a rate."""
    event, subject = f"contracts.rate.{what}", f"rate:{card.pk}"
    record_under(card.agreement, event, subject, by=by, at=at, starts_on=card.starts_on)
