"""Why a place is proposed or stays open, on the planner's page and in words."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from desks.planner.reading import text_of
from desks.planner.test_planning import make_proposal
from factories.demand import make_shift
from factories.moments import MONDAY
from people import Cast
from rondstroom.rooms.rosters.models import PlanningRun, ProposalLine
from rondstroom.rooms.rosters.states import LineState
from rondstroom.web.planner.planning.why import WORDS, Why, next_in_line

COUNTS = {"matching.unavailable": 2, "gate.conduct": 5, "worktime.lawful": 1}
OPEN = {"short": 1, "kept_off": COUNTS, "nearly": {}, "with_hours": 0, "others": 0}


@pytest.fixture
def explained(cast: Cast) -> PlanningRun:
    """Give a proposal that was explained: a line, and a shift that stays open."""
    run = make_proposal(cast)
    line = ProposalLine.objects.filter(run=run, worker=cast.niels).get()
    left = make_shift(cast.vlinder, day=MONDAY)
    run.result["explained"] = {
        "lines": {
            f"{line.shift_id}-{line.worker_id}": {
                "others": 3, "next": cast.fatima.pk, "more": 340, "kept_off": COUNTS,
                "because": {"totals.minutes": -9, "placement.cost": 300, "wishes.off": 40},
            }
        },
        "open": [
            OPEN | {"shift": left.pk, "nearly": {"gate.conduct": 4}, "with_hours": 2},
        ],
    }  # fmt: skip
    run.save()
    return run


def page_of(browser: Client, run: PlanningRun) -> str:
    """Read the page of a run."""
    return text_of(browser.get(reverse("planner:run", args=[run.pk])))


def test_a_proposed_place_says_who_else_could_and_why_not_the_rest(
    pia: Client, explained: PlanningRun
) -> None:
    text = page_of(pia, explained)
    assert "Er kunnen nog 3 anderen. Fatima komt daarna; ertegen: ring, reistijd" in text
    assert "en bekendheid, werkt dan liever niet. Ervoor: uren van het contract." in text
    assert "Vraag het, en plan pas in na een ja." not in text
    assert "Kan niet: 5 geen geldige VOG, 2 niet beschikbaar, 1 de Arbeidstijdenwet." in text


def test_a_place_that_stays_open_says_why_and_what_would_help(
    pia: Client, explained: PlanningRun
) -> None:
    text = page_of(pia, explained)
    assert "Waarom deze plaatsen open blijven" in text
    assert "Niemand kan deze dienst werken." in text
    assert "Mist alleen dit: 4 geen geldige VOG." in text
    assert "Met meer uren in de week kunnen er 2 wel." in text


def test_a_run_from_before_explanations_shows_what_it_has(pia: Client, cast: Cast) -> None:
    text = page_of(pia, make_proposal(cast))
    assert text.count("Waarom?") == 3
    assert "Waarom deze plaatsen open blijven" not in text


def test_somebody_of_another_organisation_does_not_see_it(
    explained: PlanningRun, client: Client
) -> None:
    """Signed in nowhere: the door stays shut."""
    answer = client.get(reverse("planner:run", args=[explained.pk]))
    assert answer.status_code in (302, 403, 404)
    assert "Er kunnen nog" not in answer.content.decode()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"others": 0}, "Niemand anders kan deze dienst werken."),
        (
            {"others": 1, "next": 7, "more": 0, "because": {}},
            "Er kan nog 1 ander. Bo was even goed.",
        ),
        (
            {"others": 2, "next": 7, "more": -5, "because": {"runs.work": -5}},
            "Met Bo wordt het beter: te veel of te weinig dagen achter elkaar.",
        ),
        (
            {"others": 2, "next": 7, "more": -5, "because": {"runs.work": -9, "wishes.off": 4}},
            "achter elkaar. Ertegen: werkt dan liever niet.",
        ),
        (
            {"others": 1, "next": 8, "more": 5, "because": {}},
            "Een collega komt daarna; ertegen: hoe het past in het hele rooster.",
        ),
    ],
)  # fmt: skip
def test_a_line_in_words(changed: dict[str, Any], said: str) -> None:
    class Line:
        shift_id, worker_id = 1, 2

    why = Why({"lines": {"1-2": {"kept_off": {}, **changed}}}, {7: "Bo"})
    assert said in " ".join(why.line(Line()))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (200, "Bo kan wel, maar dat weegt zwaarder dan een open plaats: werkt dan liever niet."),
        (-200, "Bo kan wel. Het zoeken stopte voordat dat gevonden was."),
    ],
)
def test_an_open_place_somebody_could_fill_says_why_it_is_open(more: int, said: str) -> None:
    class Shift:
        pk, starts_at = 1, 0

    one = OPEN | {"shift": 1, "others": 1, "next": 7, "more": more, "because": {"wishes.off": 500}}
    (left,) = Why({"open": [one]}, {7: "Bo"}).left_open([Shift()])
    assert left.sentences[0] == said


def test_a_planner_reads_no_points_but_what_to_ask_first(
    pia: Client, explained: PlanningRun
) -> None:
    """Of a place outside the agreed days and hours, as long as it waits."""
    (key,) = explained.result["explained"]["lines"]
    explained.result["explained"]["lines"][key]["may_refuse"] = True
    explained.save()
    text = page_of(pia, explained)
    assert text.count("Vraag het, en plan pas in na een ja.") == 1
    assert "buiten de afgesproken dagen en uren: weigeren mag" in text
    line = ProposalLine.objects.filter(run=explained, shift_id=int(key.split("-")[0])).get()
    line.state = LineState.REJECTED
    line.save()
    assert "Vraag het, en plan pas in na een ja." not in page_of(pia, explained)


def test_a_shift_that_is_gone_is_left_out() -> None:
    assert Why({"open": [OPEN | {"shift": 1}]}, {}).left_open([]) == []


def test_whoever_is_spoken_of_is_named() -> None:
    kept = {"lines": {"1-2": {"next": 7}, "3-4": {}}, "open": [{"next": 9}]}
    assert next_in_line(kept) == {7, 9}


def test_every_word_is_there_in_english() -> None:
    """The engine's words come from the library, the rooms' from the catalogue."""
    with translation.override("en"):
        for words in WORDS.values():
            assert str(words)

        class Line:
            shift_id, worker_id = 1, 2

        kept = {"lines": {"1-2": {"others": 0, "kept_off": {"worktime.lawful": 1}}}}
        said = Why(kept, {}).line(Line())
        assert "the working-time law" in said[1]
