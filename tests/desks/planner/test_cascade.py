"""The planner asks around: sees whom it reaches, begins, follows, hurries, stops, and hires."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from desks.planner.conftest import sign_in
from factories.cascade import bureau, make_policy, offer_to
from factories.contracts import make_agreement, make_rate, make_vat
from factories.demand import make_shift
from factories.identity import make_account, make_role, signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.matching import actions
from rondstroom.rooms.matching.models import Cascade, Step
from rondstroom.rooms.matching.states import CascadeState, Ring, StepState


@pytest.fixture
def shift(cast: Cast) -> Shift:
    """An open shift at PG Vlinder, and one more who may work it."""
    make_policy(cast.de_linde)
    make_worker("Tess", team=cast.vlinder)
    return make_shift(cast.vlinder)


@pytest.fixture
def cascade(shift: Shift) -> Cascade:
    """A cascade that runs."""
    return actions.start_cascade(shift=shift, **signed())


@pytest.fixture
def to_hire(cast: Cast) -> Step:
    """What waits for somebody who may hire."""
    make_policy(cast.de_linde, suppliers=[bureau(6000)], own_hour_cents=4000)
    cascade = actions.start_cascade(
        shift=make_shift(cast.vlinder, function="Orthopedagoog"), **signed()
    )
    return cascade.steps.get(state=StepState.TO_CONFIRM)


@pytest.fixture
def ivo(cast: Cast) -> Client:
    """The browser of who may hire for De Linde, and does nothing else."""
    return sign_in(make_role(make_account("Ivo"), RoleKind.HIRER, cast.de_linde))


def text(answer: Any) -> str:
    """Give a page as text with single spaces."""
    return " ".join(answer.content.decode().split())


def test_the_dry_run_shows_each_ring(pia: Client, shift: Shift) -> None:
    page = text(pia.get(reverse("planner:ask", args=[shift.pk])))
    assert "De ringen bereiken achter elkaar 2, 1 mensen of bureaus" in page
    assert "Beleid van De Linde, versie 1." in page
    assert "niet wie het snelst is" in page
    assert not Cascade.objects.exists()


def test_one_button_asks_around(pia: Client, shift: Shift) -> None:
    answer = pia.post(reverse("planner:ask", args=[shift.pk]), follow=True)
    assert "2 mensen zijn gevraagd (eigen team)" in text(answer)
    assert Cascade.objects.get().started_by.name == "Pia"
    assert "2 gevraagd · 0 ja · 0 nee" in text(answer)


def test_what_cannot_be_asked_is_said(pia: Client, cast: Cast) -> None:
    draft = make_shift(cast.vlinder, state=ShiftState.DRAFT)
    answer = pia.post(reverse("planner:ask", args=[draft.pk]), follow=True)
    assert "Publiceer hem eerst" in text(answer)


def test_a_planner_stops_and_hurries(pia: Client, cascade: Cascade) -> None:
    pia.post(reverse("planner:cascade_next", args=[cascade.pk]))
    assert cascade.steps.get(ring=Ring.OWN_TEAM).state == StepState.CLOSED
    answer = pia.post(reverse("planner:cascade_stop", args=[cascade.pk]), follow=True)
    assert "De uitvraag is gestopt." in text(answer)
    answer = pia.post(reverse("planner:cascade_stop", args=[cascade.pk]), follow=True)
    assert "al klaar: gestopt" in text(answer)


def test_everything_that_was_asked_can_be_read_back(
    pia: Client, cascade: Cascade, cast: Cast
) -> None:
    tess = next(one.worker for one in cascade.offers.all() if one.worker.name == "Tess")
    actions.answer_offer(
        offer=offer_to(cascade, tess), wants=False, by=tess.account, at=NOW + timedelta(minutes=5)
    )
    page = text(pia.get(reverse("planner:cascade", args=[cascade.pk])))
    for said in ("Begonnen door Rondstroom", "Tess", "Gevraagd zo 22 nov, 12:00", "kan dan niet"):
        assert said in page


def test_what_is_said_to_a_worker_is_not_said_to_the_planner(pia: Client, cascade: Cascade) -> None:
    pia.post(reverse("planner:cascade_next", args=[cascade.pk]))
    page = text(pia.get(reverse("planner:cascade", args=[cascade.pk])))
    assert "geen antwoord" in page
    assert "Je hebt niet geantwoord" not in page


def test_hire_shows_the_extra_cost_before_it_is_confirmed(ivo: Client, to_hire: Step) -> None:
    page = text(ivo.get(reverse("planner:hire")))
    assert "Bureau Zuid" in page
    assert "€\xa0480,00 (8 uur à €\xa060,00)" in page.replace("&nbsp;", "\xa0") or "480,00" in page
    assert "160,00" in page
    answer = ivo.post(
        reverse("planner:hire_decide", args=[to_hire.pk]), {"confirm": "yes"}, follow=True
    )
    assert "Bureau Zuid is gevraagd." in text(answer)
    to_hire.refresh_from_db()
    assert (to_hire.state, to_hire.confirmed_by, to_hire.extra_cents) == ("open", "Ivo", 16_000)


def test_hire_is_refused_with_a_reason(ivo: Client, to_hire: Step) -> None:
    ivo.post(reverse("planner:hire_decide", args=[to_hire.pk]), {"reason": "Te duur"})
    to_hire.refresh_from_db()
    assert to_hire.reason == "Te duur"
    again = ivo.post(
        reverse("planner:hire_decide", args=[to_hire.pk]), {"confirm": "yes"}, follow=True
    )
    assert "wacht geen inhuur" in text(again)


def test_a_supplier_without_anybody_is_written_down_by_the_planner(
    pia: Client, ivo: Client, to_hire: Step
) -> None:
    ivo.post(reverse("planner:hire_decide", args=[to_hire.pk]), {"confirm": "yes"})
    answer = pia.post(reverse("planner:hire_declined", args=[to_hire.pk]), follow=True)
    assert "heeft niemand" in text(answer)
    assert Cascade.objects.get().state == CascadeState.EXHAUSTED


def test_hiring_is_not_for_planners(pia: Client, to_hire: Step) -> None:
    assert pia.get(reverse("planner:hire")).status_code == 403
    assert pia.post(reverse("planner:hire_decide", args=[to_hire.pk])).status_code == 403
    to_hire.refresh_from_db()
    assert to_hire.state == StepState.TO_CONFIRM


@pytest.mark.parametrize("who", ["otto", "coen", "petra", "niels"])
def test_hire_is_closed_for_everybody_else(who: str, cast: Cast, to_hire: Step) -> None:
    account = getattr(cast, who)
    browser = sign_in(getattr(account, "account", account))
    assert browser.get(reverse("planner:hire")).status_code == 403
    assert browser.post(reverse("planner:hire_decide", args=[to_hire.pk])).status_code == 403
    assert Client().get(reverse("planner:hire")).status_code == 302


def test_the_hirer_of_another_organisation_sees_nothing_of_this(cast: Cast, to_hire: Step) -> None:
    noor = sign_in(make_role(make_account("Noor"), RoleKind.HIRER, cast.molenpoort))
    assert "Bureau Zuid" not in text(noor.get(reverse("planner:hire")))
    assert noor.post(reverse("planner:hire_decide", args=[to_hire.pk])).status_code == 404


def test_another_organisation_finds_no_step(bas: Client, to_hire: Step) -> None:
    assert bas.post(reverse("planner:hire_declined", args=[to_hire.pk])).status_code == 404


def test_a_day_in_words(shift: Shift) -> None:
    assert shift.starts_at.date() == MONDAY


def test_the_planner_sees_what_vat_does_before_asking(cast: Cast, shift: Shift) -> None:
    path = reverse("planner:ask", args=[shift.pk])
    pia = sign_in(cast.pia)
    assert "van buiten je organisatie" not in text(pia.get(path))
    agreement = make_agreement(cast.molenpoort, cast.de_linde)
    assert "geen tarief" in text(pia.get(path))
    make_rate(agreement)
    page = text(pia.get(path))
    assert "Molenpoort" in page
    assert "komt erbij" in page
    make_vat(agreement)
    page = text(pia.get(path))
    assert "geen btw, dat scheelt" in page
    assert "te bevestigen door de inspecteur" in page
    assert sign_in(cast.bas).get(path).status_code == 404
