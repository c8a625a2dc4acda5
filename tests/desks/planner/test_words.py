"""The journal and the law in words."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import translation

from factories.demand import make_night_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from flexpool.worktime import Severity
from people import Cast
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries as roster_queries
from rondstroom.web.planner.findings import told as finding_told
from rondstroom.web.planner.findings import told_all
from rondstroom.web.planner.words import EVENTS, aside, told

pytestmark = pytest.mark.django_db


def entry(event: str, subject: str = "shift:12", **fields: Any) -> Any:
    """Make a line of the journal."""
    values = {"at": NOW, "actor_name": "Pia", "worker_id": None, "data": {}}
    return SimpleNamespace(event=event, subject=subject, **(values | fields))


def test_a_line_says_what_happened_to_whom_and_why() -> None:
    niels = make_worker("Niels")
    line = entry("rosters.assignment.cancelled", worker_id=niels.pk, data={"reason": "ruil"})
    (said,) = told([line])
    assert said.text == "van de dienst gehaald: Niels, ruil"
    assert (said.who, said.shift_id, said.run_id) == ("Pia", 12, None)


def test_names_are_asked_once(django_assert_num_queries: Any) -> None:
    people = [make_worker(name) for name in ("Anna", "Bert", "Cor")]
    lines = [entry("rosters.assignment.made", worker_id=worker.pk) for worker in people]
    with django_assert_num_queries(1):
        assert [line.text for line in told(lines)] == [
            "ingezet: Anna",
            "ingezet: Bert",
            "ingezet: Cor",
        ]


def test_a_line_about_a_plan_leads_to_it() -> None:
    assert told([entry("rosters.plan.asked", "run:7")])[0].run_id == 7
    assert told([entry("rosters.plan.asked", "team:7", data={"run_id": 9})])[0].run_id == 9


def test_an_event_without_words_shows_its_name_rather_than_nothing() -> None:
    assert told([entry("toekomst.ding.gebeurd", "ding:1")])[0].text == "toekomst.ding.gebeurd"


@pytest.mark.parametrize("subject", ["shift:", "shift:x", "shift", ""])
def test_a_line_about_nothing_leads_nowhere(subject: str) -> None:
    assert told([entry("demand.shift.created", subject)])[0].shift_id is None


def test_no_two_events_say_the_same() -> None:
    words = [str(text) for text in EVENTS.values()]
    assert len(set(words)) == len(words)


def test_a_reason_that_sets_something_aside_is_marked() -> None:
    reasons = ["eigen team", {"override": "nood", "rules": ["worktime.daily-rest"]}, {"rules": []}]
    assert list(aside(reasons)) == ["eigen team", "toch, omdat: nood"]


@pytest.fixture
def breached(cast: Cast) -> dict[int, Any]:
    """Give what the law finds when Niels works eight nights on end."""
    for n in range(8):
        shift = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=n))
        rosters.assign(worker=cast.niels, shift=shift, override_reason="nood", **signed())
    last = MONDAY + timedelta(days=13)
    return roster_queries.findings_of_team(cast.vlinder.pk, MONDAY, last)


def test_a_finding_names_person_measure_limit_and_article(breached: dict[int, Any]) -> None:
    lines = told_all(breached.values())
    assert lines
    for line in lines:
        assert line.name == "Niels"
        assert line.article
        assert line.measured
        assert line.limit
        assert line.text
    assert [line.is_breach for line in lines] == sorted(
        (line.is_breach for line in lines), reverse=True
    )


def test_a_finding_is_told_in_the_readers_language(breached: dict[int, Any]) -> None:
    finding = next(iter(breached.values()))[0]
    with translation.override("en"):
        assert finding_told(finding).text == finding.message.en
    with translation.override("nl"):
        assert finding_told(finding).text == finding.message.nl


@pytest.mark.parametrize(
    ("measured", "unit", "dutch"),
    [
        (7.5, "hours", "7,5 uur"),
        (11.0, "hours", "11 uur"),
        (1, "minutes", "1 minuut"),
        (30, "minutes", "30 minuten"),
        (8, "count", "8"),
        (36.254, "hours", "36,25 uur"),
    ],
)
def test_amounts_carry_their_unit(
    measured: float, unit: str, dutch: str, breached: dict[int, Any]
) -> None:
    finding = next(iter(breached.values()))[0]
    like = SimpleNamespace(
        worker="Niels",
        severity=Severity.WARNING,
        message=finding.message,
        cure=finding.cure,
        period=finding.period,
        measured=measured,
        limit=measured,
        unit=unit,
        article="ATW 5:3",
        rule="worktime.daily-rest",
    )
    with translation.override("nl"):
        assert finding_told(like).measured == dutch  # type: ignore[arg-type]  # shaped like one
