"""Solve today: every kind of thing that waits, in its place, with the one next step."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from desks.planner.reading import text_of
from factories.cascade import make_policy
from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from factories.settlement import make_hours, make_worked
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching.models import Cascade, Request
from rondstroom.rooms.messages.models import Question
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import PlanningRun
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.rooms.skills import actions as skills
from rondstroom.rooms.skills.models import Proof
from rondstroom.rooms.skills.states import ProofKind, WithdrawalReason
from rondstroom.web.planner.queue.gathering import gathered
from rondstroom.web.planner.queue.lines import Action, Kind, Line, Risk, by_band, in_order

HOME = reverse("planner:home")


def waits(cast: Cast) -> list[Line]:
    """Give what waits for Pia, in order."""
    return gathered([cast.de_linde.pk], NOW).lines


def only(cast: Cast, kind: Kind) -> Line:
    """Give the one line of a kind."""
    (line,) = [one for one in waits(cast) if one.kind == kind]
    return line


def ask(cast: Cast, shift: Shift | None = None) -> Question:
    """Let Niels ask about a shift."""
    about = shift or make_night_shift(cast.vlinder)
    return rosters.ask_about(
        shift=about, text="Waar ligt de sleutel?", by=cast.niels.account, at=NOW
    )


def line(hours: float, risk: Risk = Risk.PAPER, title: str = "") -> Line:
    """Give a line that is due in so many hours."""
    due = NOW + timedelta(hours=hours)
    return Line(Kind.OPEN, risk, due, title, "/", "", Action("", "/"))


def test_near_goes_before_grave_and_grave_before_the_moment() -> None:
    far, near = line(80, Risk.CARE_OR_LAW, "far"), line(1, Risk.PAPER, "near")
    grave, late = line(20, Risk.CARE_OR_LAW, "grave"), line(-1, Risk.PAPER, "late")
    ordered = in_order([far, near, grave, late], NOW)
    assert [one.title for one in ordered] == ["late", "grave", "near", "far"]
    assert [name for name, _rows in by_band(ordered, NOW)] == ["late", "urgent", "later"]


def test_an_open_shift_is_asked_around_for(cast: Cast) -> None:
    shift = make_shift(cast.vlinder, places=2, reason="ziekte")
    found = only(cast, Kind.OPEN)
    assert found.risk is Risk.CARE_OR_LAW  # nobody at all would be there
    assert found.title.endswith("×2")
    assert "ziekte" in found.detail
    assert found.action.href == reverse("planner:ask", args=[shift.pk])
    assert found.mark == f"ask:{shift.pk}"


def test_a_shift_with_somebody_on_it_weighs_less(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder, places=2)
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    found = only(cast, Kind.OPEN)
    assert found.risk is Risk.PERSON_WAITS
    assert "1 plaats is bezet" in found.detail


def test_what_is_asked_around_for_already_is_followed(cast: Cast) -> None:
    make_policy(cast.de_linde)
    make_worker("Tess", team=cast.vlinder)
    shift = make_shift(cast.vlinder)
    asking = matching.start_cascade(shift=shift, **signed())
    found = only(cast, Kind.OPEN)
    assert "uitvraag loopt: eigen team" in found.detail
    assert found.action.href == reverse("planner:cascade", args=[asking.pk])
    assert found.mark == ""


def test_a_request_is_given_with_one_button(pia: Client, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    matching.sign_up(worker=cast.niels, shift=shift, by=cast.niels.account, at=NOW)
    asked = Request.objects.get()
    found = only(cast, Kind.REQUEST)
    assert found.due == asked.answer_due_at
    assert found.action.is_write
    page = pia.get(HOME).content.decode()
    assert f'formaction="{found.action.href}"' in page
    pia.post(found.action.href, {"next": HOME})
    assert [one for one in waits(cast) if one.kind in {Kind.REQUEST, Kind.OPEN}] == []


def test_a_request_that_was_given_can_be_taken_back(pia: Client, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    matching.sign_up(worker=cast.niels, shift=shift, by=cast.niels.account, at=NOW)
    pia.post(reverse("planner:accept", args=[Request.objects.get().pk]))
    assert "Maak ongedaan" in text_of(pia.get(HOME))
    pia.post(reverse("planner:undo"))
    assert only(cast, Kind.OPEN).href == reverse("planner:shift", args=[shift.pk])


def test_a_question_leads_to_its_thread(pia: Client, cast: Cast) -> None:
    question = ask(cast)
    found = only(cast, Kind.QUESTION)
    assert found.due == question.answer_by
    assert found.title == "Niels: ma 23 nov, 23:00 – di 07:15"
    answer = pia.post(found.action.href, {"text": "Bij de receptie"})
    assert answer["Location"] == HOME
    assert not [one for one in waits(cast) if one.kind == Kind.QUESTION]


def test_who_may_not_work_stands_with_the_cure(cast: Cast) -> None:
    rosters.assign(worker=cast.niels, shift=make_night_shift(cast.vlinder), **signed())
    proof = Proof.objects.get(worker=cast.niels, kind=ProofKind.CONDUCT)
    skills.withdraw_proof(proof=proof, reason=WithdrawalReason.REVOKED, **signed())
    found = only(cast, Kind.GATE)
    assert found.risk is Risk.CARE_OR_LAW
    assert any("VOG" in text + cure for text, cure in found.reasons)


def test_the_law_points_to_the_first_shift_that_can_still_change(cast: Cast) -> None:
    nights = [make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=n)) for n in range(8)]
    for night in nights:
        rosters.assign(worker=cast.niels, shift=night, override_reason="nood", **signed())
    found = [one for one in waits(cast) if one.kind == Kind.LAW]
    assert found
    assert all(one.due >= NOW for one in found)
    assert {one.href for one in found} <= {
        reverse("planner:shift", args=[night.pk]) for night in nights
    }


def test_people_who_do_not_know_yet_are_one_line_per_team(cast: Cast) -> None:
    planned = AssignmentState.PLANNED
    for n in range(2):
        night = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=3 * n))
        rosters.assign(worker=cast.niels, shift=night, state=planned, **signed())
    found = only(cast, Kind.UNKNOWN)
    assert found.detail == "1 collega weet nog niet van een dienst"
    assert found.action.href.endswith(f"?team={cast.vlinder.pk}&day={MONDAY.isoformat()}")


def test_a_proposal_waits_until_its_days_begin(cast: Cast) -> None:
    days = {"starts_on": MONDAY, "ends_on": MONDAY + timedelta(days=6)}
    told: dict[str, Any] = {"asked_by": cast.pia, "asked_at": NOW, "state": "proposed", **days}
    run = PlanningRun.objects.create(organisation=cast.de_linde, **told)
    found = only(cast, Kind.PROPOSAL)
    assert found.title == "hele organisatie, ma 23 nov – zo 29 nov"
    assert found.action.href == reverse("planner:run", args=[run.pk])


def test_hours_wait_one_by_one_and_untold_ones_together(cast: Cast) -> None:
    make_hours(make_worked(cast.niels, cast.vlinder))
    for n in (2, 3):
        make_worked(cast.niels, cast.vlinder, day=MONDAY - timedelta(days=n))
    found = [one for one in waits(cast) if one.kind == Kind.HOURS]
    assert "2 diensten zonder uren" in [one.title for one in found]
    (told,) = [
        one for one in gathered([cast.de_linde.pk], NOW + timedelta(days=6)).lines if one.mark
    ]
    assert told.mark.startswith("agree:")


def test_one_kind_is_shown_alone(pia: Client, cast: Cast) -> None:
    ask(cast)
    text = text_of(pia.get(HOME, {"kind": "question"}))
    assert "“Waar ligt de sleutel?”" in text
    assert "Vraag rond" not in text
    assert "Open dienst (1)" in text
    assert "Vraag rond" in text_of(pia.get(HOME))


def test_who_has_nothing_waiting_reads_that(bas: Client, cast: Cast) -> None:
    ask(cast)
    assert "0 dingen wachten op je Alles is bezet en beantwoord" in text_of(bas.get(HOME))


def test_asking_around_from_the_list_can_be_stopped_again(pia: Client, cast: Cast) -> None:
    make_policy(cast.de_linde)
    make_worker("Tess", team=cast.vlinder)
    pia.post(reverse("planner:ask", args=[make_shift(cast.vlinder).pk]))
    assert Cascade.objects.get().state == "running"
    pia.post(reverse("planner:undo"))
    assert Cascade.objects.get().state == "stopped"
