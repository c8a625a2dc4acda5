"""A roster explained: what binds each candidate, what it would cost, and what would help."""

from dataclasses import replace

import pytest

from factories.wards import large_ward
from flexpool.planning import (
    Contract,
    Demand,
    Kind,
    Limit,
    Problem,
    Request,
    Roster,
    Worker,
    judge,
)
from flexpool.planning.explanation import Explainer, NotInTheRoster, What
from flexpool.planning.explanation.words import BUSY

EARLY = Kind("E", 480, 420, 900, organisation="Linde", skill="vig")
NIGHT = Kind("N", 540, 1380, 1920, organisation="Molen", is_night=True)
DAY_HOURS = Contract("8 hours", minutes=Limit(maximum=480))
VIG = frozenset({"vig"})


def team() -> tuple[Problem, Roster]:
    """Two days. Monday early is open: each of seven people is kept off by something else."""
    workers = (
        Worker("able", skills=VIG, kind_cost={"E": 700}),
        Worker("busy", skills=VIG),
        Worker("no skill"),
        Worker("not here", skills=VIG, kinds=frozenset({"N"})),
        Worker("away", skills=VIG, days_off=frozenset({1})),
        Worker("full", DAY_HOURS, VIG),
        Worker("tired", skills=VIG),
    )
    problem = Problem(
        "team", 2, (EARLY, NIGHT), workers,
        (
            Demand(0, "E", optimum=1, under_weight=500),
            Demand(0, "N", optimum=1, under_weight=500),
            Demand(1, "N", optimum=1, under_weight=500),
            Demand(1, "E", optimum=1, under_weight=500),
        ),
        rest_minutes=660,
    )  # fmt: skip
    cells = {
        ("full", 0): ("E", ""), ("tired", 0): ("N", ""), ("busy", 1): ("N", ""),
    }  # fmt: skip
    return problem, Roster.from_cells(problem, cells)


def test_for_every_candidate_the_binding_constraint_is_named() -> None:
    """Each of those who cannot is kept off by what was laid on them, and by nothing else."""
    found = Explainer(*team()).open_place(1, "E")
    assert {one.worker: one.hindered_by for one in found.candidates} == {
        "able": (),
        "busy": (BUSY,),
        "no skill": ("placement.eligible",),
        "not here": ("placement.eligible",),
        "away": ("placement.available",),
        "full": ("totals.minutes",),
        "tired": ("succession.next-day",),
    }
    assert found.kept_off == {
        BUSY: 1, "placement.eligible": 2, "placement.available": 1, "totals.minutes": 1,
        "succession.next-day": 1,
    }  # fmt: skip
    assert len(found.nearly) == 6


def test_who_could_but_costs_more_than_an_open_place_is_told_with_the_price() -> None:
    """The open place costs 500, this placement 700: 200 points more."""
    found = Explainer(*team()).open_place(1, "E")
    assert (found.candidates[0].cost, dict(found.candidates[0].because)) == (
        200, {"placement.cost": 700},
    )  # fmt: skip
    assert found.text.nl.startswith(
        "1 kunnen wel, maar dat kost meer dan een open plaats: able 200 punten meer "
        "(prijs van de inzet +700). Niet: 2 mag deze dienst niet doen"
    )
    assert "1 too little rest between shifts" in found.text.en


def test_a_way_with_others_moving_is_given() -> None:
    """Busy leaves her night to somebody free, and takes the early."""
    found = Explainer(*team()).open_place(1, "E")
    assert found.way is not None
    assert found.way.cost == -500
    assert found.way.workers[0] == "busy"


def test_open_places_are_found_with_how_many_are_short() -> None:
    """Only where being short costs."""
    problem, roster = team()
    assert list(Explainer(problem, roster).open_places()) == [(1, "E", "", 1)]
    empty = Explainer(problem, Roster.empty(problem))
    assert [(day, kind, short) for day, kind, _, short in empty.open_places()] == [
        (0, "E", 1), (0, "N", 1), (1, "E", 1), (1, "N", 1),
    ]  # fmt: skip


def test_nobody_can_is_said_in_so_many_words() -> None:
    """Without anybody able the sentence begins with that."""
    problem, roster = team()
    problem = replace(problem, workers=problem.workers[1:])
    found = Explainer(problem, Roster(roster.grid[1:])).open_place(1, "E")
    assert found.text.nl.startswith("Niemand kan: ")
    assert found.text.en.startswith("Nobody can: ")


def test_an_assignment_is_explained_by_who_else_could() -> None:
    """In the stead of who stands there: the price of each, and why not the rest."""
    found = Explainer(*team()).placed("full", 0)
    assert [(one.worker, one.cost) for one in found.able] == [
        ("away", 0), ("busy", 0), ("able", 700),
    ]  # fmt: skip
    assert found.if_open == 500
    assert found.breaks_if_open == ()
    assert found.kept_off == {"placement.eligible": 2, BUSY: 1}
    assert found.text.nl.startswith("3 kunnen ook; away kost evenveel")


def test_what_another_would_cost_is_what_the_judge_says() -> None:
    """For every assignment of a ward and each of the people able, two judgements differ so."""
    problem, roster = large_ward(24, 7, 2)
    requests = (Request(3, "", 90, is_on=False),)
    workers = tuple(replace(one, requests=requests) for one in problem.workers)
    problem = replace(problem, workers=workers)
    before = judge(problem, roster).objective
    explainer, cells = Explainer(problem, roster), roster.cells(problem)
    for (who, day), slot in list(cells.items())[::5]:
        for other in explainer.placed(who, day).able[:3]:
            after = {**cells, (other.worker, day): slot}
            del after[who, day]
            score = judge(problem, Roster.from_cells(problem, after))
            assert score.is_feasible
            assert score.objective - before == other.cost


def test_a_fixed_assignment_says_so() -> None:
    """Nobody chose it here."""
    problem, roster = team()
    fixed = replace(problem.workers[5], fixed={0: ("E", "")})
    problem = replace(problem, workers=(*problem.workers[:5], fixed, problem.workers[6]))
    assert Explainer(problem, roster).placed("full", 0).text.nl == "Stond al vast."


def test_what_one_thing_more_would_bring_is_tried_for_real() -> None:
    """One skill, one kind or organisation, some hours, a day: each opens it to somebody."""
    helps = {
        one.relaxation.what: (one.relaxation.about, one.workers, one.gain)
        for one in Explainer(*team()).helps(1, "E")
    }
    assert helps == {
        What.SKILL: ("vig", ("no skill",), 500),
        What.KIND: ("E", ("not here",), 500),
        What.ORGANISATION: ("Linde", ("not here",), 500),
        What.HOURS: ("480", ("full",), 500),
        What.AVAILABILITY: ("1", ("away",), 500),
    }


def test_a_help_reads_as_a_sentence() -> None:
    """What, how many, for example whom, and what it brings."""
    told = [one.text.nl for one in Explainer(*team()).helps(1, "E")]
    assert "Met 8 uur meer: 1 erbij die kunnen, zoals full; scheelt 500 punten." in told
    assert "Met de bekwaamheid vig: 1 erbij die kunnen, zoals no skill; scheelt 500 punten." in told


def test_one_thing_more_that_helps_nobody_is_not_told() -> None:
    """Where everybody is busy no skill helps."""
    problem, roster = team()
    only_busy = replace(problem, workers=(problem.workers[1],))
    assert Explainer(only_busy, Roster(roster.grid[1:2])).helps(1, "E") == ()


def test_the_price_of_a_place_is_what_more_or_fewer_would_change() -> None:
    """Open: one fewer saves its price. Filled: one more costs the cheapest taker."""
    explainer = Explainer(*team())
    assert (explainer.price(1, "E").fewer, explainer.price(1, "E").more) == (500, 0)
    assert (explainer.price(0, "E").fewer, explainer.price(0, "E").more) == (0, 0)


@pytest.mark.parametrize(
    "ask",
    [
        lambda one: one.open_place(1, "X"),
        lambda one: one.open_place(9, "E"),
        lambda one: one.placed("nobody", 0),
        lambda one: one.placed("able", 0),
        lambda one: one.helps(1, "E", "magic"),
    ],
)
def test_a_question_about_what_is_not_there_is_refused(ask: object) -> None:
    """With what was not found."""
    with pytest.raises(NotInTheRoster):
        ask(Explainer(*team()))  # type: ignore[operator]
