"""PRIV-04: who said no or was not needed is forgotten after thirteen weeks; the counts stay."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from factories.cascade import make_policy
from factories.demand import make_shift
from factories.identity import signed
from factories.moments import NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.matching.models import Cascade, Decision, Offer, Step
from rondstroom.rooms.matching.states import OfferState, Ring
from rondstroom.web.planner.cascade.words import told

pytestmark = pytest.mark.django_db
TERM = timedelta(weeks=13)
SECOND = timedelta(seconds=1)


@pytest.fixture
def asked(cast: Cast) -> Cascade:
    """Give a ring of three: one works, one said no, one did not answer."""
    make_policy(cast.de_linde, rings=(Ring.OWN_TEAM,))
    keen, no, _silent = (make_worker(name, team=cast.vlinder) for name in ("Ja", "Nee", "Stil"))
    cascade = actions.start_cascade(shift=make_shift(cast.vlinder), **signed())
    for worker, wants in ((no, False), (keen, True)):
        row = Offer.objects.get(cascade=cascade, worker=worker)
        actions.answer_offer(offer=row, wants=wants, by=worker.account, at=NOW)
    actions.advance_cascades(by=signed()["by"], at=NOW + timedelta(hours=1))
    return cascade


def over(cascade: Cascade) -> datetime:
    """Give when the term of every offer of it ends."""
    return max(one.answer_due_at for one in cascade.offers.all()) + TERM


def forget(at: datetime) -> int:
    return actions.forget_offers(**{**signed(), "at": at})


def test_only_who_works_it_is_kept_after_the_term(asked: Cascade) -> None:
    told = dict(asked.offers.values_list("worker__name", "state"))
    assert told["Ja"] == OfferState.BOOKED
    assert {told["Nee"], told["Stil"]} <= {OfferState.DECLINED, OfferState.EXPIRED, "withdrawn"}
    assert forget(over(asked)) == 0
    lost = asked.offers.exclude(state=OfferState.BOOKED).count()
    assert forget(over(asked) + SECOND) == lost >= 2
    assert [one.worker.name for one in asked.offers.all()] == ["Ja"]


def test_the_ring_keeps_how_many_said_what_also_after_a_second_time(asked: Cascade) -> None:
    step = Step.objects.get(cascade=asked, ring=Ring.OWN_TEAM)
    before = list(asked.offers.exclude(state=OfferState.BOOKED).values_list("state", flat=True))
    forget(over(asked) + SECOND)
    step.refresh_from_db()
    assert step.forgotten == {state: before.count(state) for state in set(before)}
    again = make_worker("Later")
    Offer.objects.create(
        step=step, cascade=asked, worker=again, state=OfferState.DECLINED, position=9,
        made_at=NOW, answer_due_at=NOW,
    )  # fmt: skip
    forget(over(asked) + SECOND)
    step.refresh_from_db()
    assert step.forgotten[OfferState.DECLINED] == before.count(OfferState.DECLINED) + 1


def test_what_was_decided_and_why_stays(asked: Cascade) -> None:
    """The log of the decision is kept longer: it says which numbers were used."""
    forget(over(asked) + SECOND)
    assert Decision.objects.filter(shift=asked.shift).exists()


def test_an_offer_that_may_still_be_answered_stays(cast: Cast) -> None:
    make_policy(cast.de_linde, rings=(Ring.OWN_TEAM,))
    make_worker("Tess", team=cast.vlinder)
    cascade = actions.start_cascade(shift=make_shift(cast.vlinder), **signed())
    assert forget(over(cascade) + SECOND) == 0
    assert cascade.offers.get(worker__name="Tess").state == OfferState.OFFERED


def test_the_journal_says_how_many_and_never_whose(asked: Cascade) -> None:
    number = forget(over(asked) + SECOND)
    line = journal.entries_about("retention").get(event="matching.offer.forgotten")
    assert line.data == {"count": number}


def test_the_planner_still_reads_the_counts(asked: Cascade, cast: Cast) -> None:
    forget(over(asked) + SECOND)
    client = Client()
    client.force_login(cast.pia)
    page = client.get(reverse("planner:cascade", args=[asked.pk])).content.decode()
    assert "Van 3 antwoorden zijn de namen na de bewaartermijn gewist." in page
    assert "Ja</th>" in page
    assert "Nee</th>" not in page
    again = queries.one_cascade(asked.pk)
    ring = next(one for one in told(again) if one.step.ring == Ring.OWN_TEAM)
    assert (ring.step.reached, ring.yes, ring.no) == (4, 1, 1)
