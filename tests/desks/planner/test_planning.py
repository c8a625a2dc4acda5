"""Asking for a plan, following it, stopping it, and deciding on what it proposes."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from desks.planner.conftest import sign_in
from desks.planner.reading import said, text_of
from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.organisations import make_team
from factories.people import make_worker
from people import Cast, build_cast
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment, PlanningRun, ProposalLine

PLAN = reverse("planner:plan")
FIGURES = {"places": 4, "filled": 1, "own_team": 8.0, "own_organisation": 0.0, "pool": 0.0}
FIGURES |= {"anw_share": 0.25, "findings": 0, "unmet_hours": {"Verzorgende IG": 24.0}}


def asked(**changes: Any) -> dict[str, Any]:
    """Give the form filled in for the coming week."""
    form = {
        "starts_on": MONDAY,
        "last_on": MONDAY + timedelta(days=6),
        "seconds": 10,
        "team": "whole",
    }
    return {name: str(value) for name, value in (form | changes).items()}


def address(name: str, run: PlanningRun) -> str:
    """Give the address of a page about a run."""
    return reverse(f"planner:{name}", args=[run.pk])


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("", 0, 6),  # nothing asked: the week from today
        ("?day={monday}", 2, 6),  # the days behind cannot be filled any more
        ("?day={next}", 7, 13),
        ("?day={before}", 0, 6),  # over: the week from today
    ],
)
def test_what_is_proposed_to_plan_lies_ahead(
    pia: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch, query: str, first: int, last: int
) -> None:
    wednesday = MONDAY + timedelta(days=2)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: wednesday)
    query = query.format(
        monday=MONDAY, next=MONDAY + timedelta(days=7), before=MONDAY - timedelta(days=7)
    )
    begins = wednesday if first < 2 else MONDAY
    proposed = pia.get(PLAN + query).context["form"].initial
    assert proposed["starts_on"] == begins + timedelta(days=first)
    assert proposed["last_on"] == begins + timedelta(days=last)


@pytest.fixture
def searching(cast: Cast) -> PlanningRun:
    """Give a run that has searched for four seconds."""
    history = [[0.4, None, 20.0], [1.2, 90, 20.0], [4.0, 60, 45.0]]
    return PlanningRun.objects.create(
        organisation=cast.de_linde,
        team=cast.vlinder,
        starts_on=MONDAY,
        ends_on=MONDAY + timedelta(days=6),
        asked_by=cast.pia,
        asked_at=NOW,
        seconds=30,
        state="running",
        progress={"seconds": 4.2, "history": history, "beat_at": NOW.isoformat()},
    )


@pytest.fixture
def proposed(cast: Cast) -> PlanningRun:
    """Give a run with a proposal."""
    return make_proposal(cast)


def make_proposal(cast: Cast) -> PlanningRun:
    """Make a proposal: Niels and Fatima for two nights, Sanne in another team."""
    other = make_team("Somatiek", cast.de_linde)
    evening = {"start": "15:00", "end": "22:00", "function": "Helpende"}
    late = make_shift(other, day=MONDAY + timedelta(days=2), **evening)
    run = PlanningRun.objects.create(
        organisation=cast.de_linde,
        starts_on=MONDAY,
        ends_on=MONDAY + timedelta(days=6),
        asked_by=cast.pia,
        asked_at=NOW,
        state="proposed",
        progress={"seconds": 10, "history": [[1.0, 90, 20.0], [9.0, 60, 60.0]]},
        result={
            "before": FIGURES,
            "after": FIGURES | {"filled": 4, "unmet_hours": {}, "pool": 8.0},
        },
    )
    night = make_night_shift(cast.vlinder)
    next_night = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=1))
    for shift, worker in ((night, cast.niels), (next_night, cast.fatima), (late, cast.sanne)):
        ProposalLine.objects.create(
            run=run, shift=shift, worker=worker, reasons=["eigen team", "8 keer op dit team"]
        )
    return run


def states(run: PlanningRun) -> list[str]:
    """Give the states of the lines, in order of time."""
    lines = ProposalLine.objects.filter(run=run).order_by("shift__starts_at")
    return list(lines.values_list("state", flat=True))


def test_asking_starts_a_run_and_leads_to_its_page(pia: Client, cast: Cast) -> None:
    make_night_shift(cast.vlinder)
    answer = pia.post(PLAN, asked(team=cast.vlinder.pk))
    run = PlanningRun.objects.get()
    assert answer["Location"] == address("run", run)
    assert (run.team_id, run.seconds, run.asked_by_id) == (cast.vlinder.pk, 10, cast.pia.pk)
    assert run.ends_on == MONDAY + timedelta(days=6)
    assert Entry.objects.filter(event="rosters.plan.asked").count() == 1


def test_the_whole_organisation_can_be_planned_at_once(pia: Client, cast: Cast) -> None:
    make_night_shift(cast.vlinder)
    pia.post(PLAN, asked())
    assert PlanningRun.objects.get().team is None
    assert "hele organisatie" in text_of(pia.get(PLAN))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"last_on": "2026-11-01"}, "De laatste dag ligt vóór de eerste."),
        ({"last_on": "2027-03-01"}, "Plan ten hoogste zes weken tegelijk."),
        ({"seconds": "100000"}, "Hoe lang zoeken"),
        ({"starts_on": "ooit"}, "Van"),
        ({"team": "0"}, "Voor"),
    ],
)
def test_what_cannot_be_asked_is_told(
    changes: dict[str, str], told: str, pia: Client, cast: Cast
) -> None:
    make_night_shift(cast.vlinder)
    text = text_of(pia.post(PLAN, asked(**changes)))
    assert "Kijk dit na" in text
    assert told in text
    assert not PlanningRun.objects.exists()


def test_nothing_open_is_told(pia: Client, cast: Cast) -> None:
    assert "staat niets meer open" in text_of(pia.post(PLAN, asked()))


def test_a_second_question_beside_a_running_one_is_refused(pia: Client, cast: Cast) -> None:
    make_night_shift(cast.vlinder)
    pia.post(PLAN, asked())
    assert "Er loopt al een planning" in text_of(pia.post(PLAN, asked()))
    assert PlanningRun.objects.count() == 1


def test_a_running_search_shows_how_far_it_is(pia: Client, searching: PlanningRun) -> None:
    answer = pia.get(address("run", searching))
    page, text = answer.content.decode(), text_of(answer)
    assert "4 van 30 seconden" in text
    assert "60 strafpunten" in text
    assert "45 strafpunten" in text
    assert "25,0 %" in text
    assert "polyline" in page
    assert '<meta http-equiv="refresh"' in page
    assert "Stop en houd het beste tot nu toe" in text


def test_only_the_part_is_fetched_while_it_runs_and_the_page_when_done(
    pia: Client, searching: PlanningRun
) -> None:
    part = {"HX-Request": "true"}
    running = pia.get(address("run", searching), headers=part)
    assert "<html" not in running.content.decode()
    assert "HX-Refresh" not in running
    PlanningRun.objects.update(state="proposed")
    assert pia.get(address("run", searching), headers=part)["HX-Refresh"] == "true"


def test_before_the_first_roster_it_says_so(pia: Client, searching: PlanningRun) -> None:
    PlanningRun.objects.update(progress={"seconds": 0.5, "history": [[0.4, None, 20.0]]})
    assert "nog geen rooster" in text_of(pia.get(address("run", searching)))
    PlanningRun.objects.update(state="queued", progress={})
    assert "Wacht tot er plaats is" in text_of(pia.get(address("run", searching)))


def test_a_search_is_stopped_by_a_button(pia: Client, searching: PlanningRun) -> None:
    assert "stopt" in said(pia.post(address("run_stop", searching)))
    searching.refresh_from_db()
    assert searching.stop_asked
    assert "nog even" in text_of(pia.get(address("run", searching)))


def test_a_failed_search_says_why_and_changes_nothing(pia: Client, searching: PlanningRun) -> None:
    PlanningRun.objects.update(state="failed", failure="De planning is door een fout gestopt.")
    text = text_of(pia.get(address("run", searching)))
    assert "Er is niets veranderd aan je rooster." in text
    assert "door een fout gestopt" in text


def test_a_proposal_stands_beside_the_present_roster(pia: Client, proposed: PlanningRun) -> None:
    text = text_of(pia.get(address("run", proposed)))
    assert "Plaatsen bezet 1 4 +3" in text
    assert "Ring 3: pool 0 u 8 u +8 u" in text
    assert "Deel in avond, nacht en weekend 25,0 % 25,0 % –" in text
    assert "Overtredingen van de Arbeidstijdenwet 0 0 –" in text
    assert "Verzorgende IG 24 u 0 u" in text
    assert "3 regels wachten op je besluit" in text


def test_every_line_says_why(pia: Client, proposed: PlanningRun) -> None:
    text = text_of(pia.get(address("run", proposed)))
    assert text.count("Waarom?") == 3
    assert "8 keer op dit team" in text


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (lambda lines: {"all": "yes"}, ["accepted", "accepted", "accepted"]),
        (lambda lines: {"team": lines[2].shift.team_id}, ["open", "open", "accepted"]),
        (lambda lines: {"day": MONDAY.isoformat()}, ["accepted", "open", "open"]),
        (lambda lines: {"single": lines[1].pk}, ["open", "accepted", "open"]),
        (
            lambda lines: {"line": [lines[0].pk, lines[2].pk], "ticked": "yes"},
            ["accepted", "open", "accepted"],
        ),
    ],
    ids=["all", "team", "day", "one", "ticked"],
)
def test_a_person_takes_over_what_is_chosen_and_no_more(
    chosen: Any, expected: list[str], pia: Client, proposed: PlanningRun
) -> None:
    lines = list(ProposalLine.objects.filter(run=proposed).order_by("shift__starts_at"))
    pia.post(address("run_accept", proposed), chosen(lines))
    assert states(proposed) == expected
    planned = set(Assignment.objects.values_list("state", flat=True))
    assert planned == {"planned"}
    assert Assignment.objects.count() == expected.count("accepted")
    made = Entry.objects.filter(event="rosters.assignment.made", actor_name="Pia")
    assert made.count() == expected.count("accepted")


def test_what_can_no_longer_be_done_says_why(
    pia: Client, cast: Cast, proposed: PlanningRun
) -> None:
    line = ProposalLine.objects.get(run=proposed, worker=cast.niels)
    rosters.assign(worker=cast.fatima, shift=line.shift, **signed())
    answer = pia.post(address("run_accept", proposed), {"single": line.pk})
    assert "1 kon niet meer. Bij de regel staat waarom." in said(answer)
    text = text_of(pia.get(address("run", proposed)))
    assert "kon niet meer" in text
    assert "is vol" in text


def test_lines_are_put_aside(pia: Client, proposed: PlanningRun) -> None:
    answer = pia.post(address("run_reject", proposed), {"all": "yes"})
    assert said(answer) == "3 voorstellen niet overgenomen."
    assert set(states(proposed)) == {"rejected"}
    assert not Assignment.objects.exists()
    proposed.refresh_from_db()
    assert proposed.state == "closed"


def test_deciding_twice_changes_nothing(pia: Client, proposed: PlanningRun) -> None:
    for _time in range(2):
        answer = pia.post(address("run_accept", proposed), {"all": "yes"})
    assert "niets gekozen" in said(answer)
    assert Assignment.objects.count() == 3


@pytest.mark.parametrize("chosen", [{}, {"line": "zomaar"}, {"team": "0"}, {"day": "ooit"}])
def test_choosing_nothing_is_told(
    chosen: dict[str, str], pia: Client, proposed: PlanningRun
) -> None:
    for name in ("run_accept", "run_reject"):
        assert "niets gekozen" in said(pia.post(address(name, proposed), chosen))
    assert set(states(proposed)) == {"open"}


def test_the_engine_plans_and_the_planner_decides(pia: Client, cast: Cast) -> None:
    for n in range(3):
        make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=n))
    pia.post(PLAN, asked(team=cast.vlinder.pk, seconds=10))
    run = rosters.perform_plan(PlanningRun.objects.get().pk)
    assert run.state == "proposed"
    page = pia.get(address("run", run))
    assert page.context["proposal"].open == 3
    assert pia.post(address("run_accept", run), {"all": "yes"}).status_code == 302
    assert Assignment.objects.filter(state="planned").count() == 3


def test_queries_of_a_proposal_do_not_grow_with_its_lines(
    pia: Client, cast: Cast, proposed: PlanningRun
) -> None:
    with CaptureQueriesContext(connection) as few:
        pia.get(address("run", proposed))
    for name in ("Anna", "Bert", "Cor"):
        ProposalLine.objects.create(
            run=proposed,
            shift=make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=3)),
            worker=make_worker(name, team=cast.vlinder),
        )
    with CaptureQueriesContext(connection) as many:
        pia.get(address("run", proposed))
    assert len(many) == len(few)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_planners_take_everything_over_at_once_and_nothing_happens_twice() -> None:
    cast = build_cast()
    run = make_proposal(cast)
    together = threading.Barrier(2)

    def press() -> None:
        browser = sign_in(cast.pia)
        together.wait()
        assert browser.post(address("run_accept", run), {"all": "yes"}).status_code == 302
        connections.close_all()

    threads = [threading.Thread(target=press) for _planner in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert set(states(run)) == {"accepted"}
    assert Assignment.objects.count() == 3
    assert Entry.objects.filter(event="rosters.assignment.made").count() == 3
