"""Ranking by declared criteria: what counts, how much, by whose version; what never counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.matching import actions, permissions, queries
from rondstroom.rooms.matching.models import RankingWeights
from rondstroom.rooms.matching.queries.proposing import proposal
from rondstroom.rooms.matching.queries.ranking import ranked
from rondstroom.rooms.matching.queries.weighed import weigh_everybody
from rondstroom.rooms.matching.states import Decided
from rondstroom.rooms.organisations.models import Pool
from rondstroom.rooms.people.models import Engagement, Worker
from rondstroom.rooms.people.states import EngagementForm, Wish
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.queries import placement
from rondstroom.rooms.rosters.queries.placement import OWN_TEAM, POOL, Numbers

pytestmark = pytest.mark.django_db
SHIFT_MINUTES = 480
USUAL = Numbers(tier=OWN_TEAM, travel_minutes=45, times_here=2, wish="", owed_minutes=240)
EVEN = dict.fromkeys((one.key for one in queries.CRITERIA), 1)
anybody = some.builds(
    Numbers,
    tier=some.integers(0, 2),
    travel_minutes=some.none() | some.integers(0, 300),
    times_here=some.integers(0, 50),
    wish=some.sampled_from(["", *Wish]),
    owed_minutes=some.integers(0, 2400),
    anw_share=some.none() | some.integers(0, 100),
)


def points(numbers: Numbers) -> dict[str, int]:
    """Give what each criterion comes to."""
    return {p.criterion.key: p.points for p in ranked(numbers, SHIFT_MINUTES, EVEN).parts}


def test_each_criterion_measures_what_it_says() -> None:
    assert points(USUAL) == {
        "ring": 100,
        "wish": 60,
        "owed": 50,
        "history": 40,
        "travel": 50,
        "anw": 0,
    }
    other = Numbers(POOL, None, 9, Wish.RATHER_NOT, 900, anw_share=30)
    assert list(points(other).values()) == [0, 20, 100, 100, 0, 70]


@given(anybody)
def test_points_stay_between_none_and_full(numbers: Numbers) -> None:
    one = ranked(numbers, SHIFT_MINUTES, EVEN)
    assert all(0 <= part.points <= 100 for part in one.parts)
    assert one.total == sum(part.counted for part in one.parts)
    assert 0 <= one.of_hundred <= 100


@given(anybody, some.sampled_from(sorted(EVEN)), some.integers(1, 20))
def test_what_does_not_count_changes_nothing(numbers: Numbers, key: str, weight: int) -> None:
    """A weight of nought takes a criterion out, whatever the others count."""
    only = {**dict.fromkeys(EVEN, 0), key: weight}
    assert ranked(numbers, SHIFT_MINUTES, only).total == points(numbers)[key] * weight


@given(anybody, some.integers(1, 20))
def test_nearer_more_familiar_or_more_owed_is_never_worse(numbers: Numbers, more: int) -> None:
    better = [replace(numbers, times_here=numbers.times_here + more)]
    better.append(replace(numbers, owed_minutes=numbers.owed_minutes + more))
    if numbers.travel_minutes is not None:
        better.append(replace(numbers, travel_minutes=max(0, numbers.travel_minutes - more)))
    before = ranked(numbers, SHIFT_MINUTES, EVEN).total
    assert all(ranked(one, SHIFT_MINUTES, EVEN).total >= before for one in better)


def pool_of(cast: Cast) -> Pool:
    """Give the pool that De Linde is in."""
    return Pool.objects.get(memberships__organisation=cast.de_linde)


def first(cast: Cast, **weights: int) -> str:
    """Set weights, and give the name of the first candidate for a day at PG Vlinder."""
    if weights:
        asked = {**dict.fromkeys(EVEN, 0), **weights}
        actions.set_ranking_weights(pool=pool_of(cast), weights=asked, **signed())
    shift = make_shift(cast.vlinder, day=MONDAY + timedelta(days=1))
    return queries.candidates(shift, NOW).eligible[0].name


def test_a_pool_decides_what_counts(cast: Cast) -> None:
    make_worker("Ver", team=cast.vlinder, home_pc4="6711", minutes_per_week=40 * 60)
    make_worker("Dichtbij", organisation=cast.molenpoort, willing_for=[cast.de_linde])
    assert first(cast, travel=5) == "Dichtbij"
    # Who of the own team is owed a whole shift, or more, is as good as the other: by lot.
    assert first(cast, ring=5, owed=5) in {"Ver", "Fatima"}
    assert queries.weights_for(cast.de_linde.pk, MONDAY).version == 2
    assert queries.weights_of_pool(pool_of(cast).pk).values["travel"] == 0


def test_without_a_pool_the_house_decides(cast: Cast) -> None:
    actions.set_ranking_weights(pool=pool_of(cast), weights=EVEN, **signed())
    assert queries.weights_for(cast.zonder_pool.pk, MONDAY).version == 0
    assert queries.weights_for(cast.molenpoort.pk, MONDAY).version == 1
    (line,) = journal.entries_about(f"pool:{pool_of(cast).pk}").filter(event="matching.weights.set")
    assert line.data["version"] == 1


@pytest.mark.parametrize(
    ("weights", "code"),
    [
        ({"ring": 3}, "criteria"),
        ({**EVEN, "age": 1}, "criteria"),
        ({**EVEN, "ring": 21}, "weight"),
        ({**EVEN, "ring": -1}, "weight"),
        (dict.fromkeys(EVEN, 0), "nothing"),
    ],
)
def test_weights_that_cannot_be_are_refused(weights: Any, code: str, cast: Cast) -> None:
    with pytest.raises(actions.UnableToSetWeights) as refused:
        actions.set_ranking_weights(pool=pool_of(cast), weights=weights, **signed())
    assert refused.value.code == code
    assert not RankingWeights.objects.exists()


def change_name(rows: Any) -> None:
    """Call people otherwise: a name may suggest sex or origin."""
    for number, row in enumerate(rows):
        row.name = f"{['Mohammed', 'Anna'][number % 2]} {number}"
        row.save(update_fields=["name"])


CHANGES = {
    "age": lambda rows: rows.update(youth_until=date(2027, 1, 1)),
    "name, and what it suggests of sex and origin": change_name,
    "form of contract": lambda rows: Engagement.objects.filter(worker__in=rows).update(
        form=EngagementForm.TEMPORARY
    ),
}


@pytest.mark.parametrize("what", sorted(CHANGES))
def test_changing_it_changes_no_place_and_no_number(what: str, cast: Cast) -> None:
    """Metamorphic: the same people otherwise called, older or otherwise engaged."""
    for n in range(6):
        make_worker(f"Tess {n}", team=cast.vlinder, minutes_per_week=480 * n)
    facts = placement.facts_of_shift(make_night_shift(cast.vlinder))
    rows = Worker.objects.filter(name__startswith="Tess")
    chosen = Worker.objects.filter(pk__in=list(rows.values_list("pk", flat=True)[::2]))

    def seen() -> list[tuple[int, int, dict[str, Any]]]:
        found = sorted(weigh_everybody(facts), key=lambda one: one.place)
        return [(one.worker.pk, one.ranked.total, one.numbers_kept) for one in found]

    before = seen()
    assert len({total for _pk, total, _numbers in before}) > 3  # there is an order to disturb
    CHANGES[what](chosen)
    assert seen() == before


def test_the_reasons_shown_are_the_numbers_used(cast: Cast) -> None:
    rosters.assign(worker=cast.niels, shift=make_night_shift(cast.vlinder), **signed())
    shift = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=2))
    (niels,) = [one for one in queries.candidates(shift, NOW).eligible if one.name == "Niels"]
    parts = {part.criterion.key: part.points for part in niels.ranked.parts}
    assert "100% avond, nacht of weekend in de dagen eromheen" in niels.why
    assert parts["anw"] == 0
    assert "1 keer op dit team" in niels.why
    assert parts["history"] == 20


def test_choosing_somebody_keeps_what_it_rested_on(cast: Cast) -> None:
    no_proof = make_worker("Toon", team=cast.vlinder, without="conduct")
    shift = make_night_shift(cast.vlinder)
    actions.book_on_behalf(worker=cast.niels, shift=shift, by=cast.pia, at=NOW)
    (kept,) = queries.decisions_of(shift.pk)
    assert (kept.kind, kept.decided_by, kept.decided_at) == (Decided.CHOSEN, "Pia", NOW)
    assert (kept.criteria_version, kept.weights_version) == (queries.CRITERIA_VERSION, 0)
    assert kept.chosen_worker_id == cast.niels.pk
    assert kept.chosen_worker_id in [one["worker"] for one in kept.candidates]
    assert kept.considered == len(kept.candidates) + sum(kept.excluded.values())
    assert [no_proof.pk, next(iter(kept.excluded))] in kept.kept_out
    assert set(kept.candidates[0]) == {"worker", "numbers", "points", "total"}
    found = queries.decision(kept.pk)
    assert found is not None
    assert found.shift.team.location.organisation_id == cast.de_linde.pk


def test_asking_a_ring_keeps_what_it_rested_on(cast: Cast) -> None:
    make_worker("Tess", team=cast.vlinder)
    shift = make_shift(cast.vlinder)
    actions.start_cascade(shift=shift, **signed())
    kept = queries.decisions_of(shift.pk)[0]
    assert (kept.kind, kept.chosen_worker_id) == (Decided.ASKED, None)
    assert len(kept.candidates) >= 1


def test_the_fingerprint_tells_whether_the_inputs_were_the_same(cast: Cast) -> None:
    facts = placement.facts_of_shift(make_night_shift(cast.vlinder))
    weights = queries.weights_for(cast.de_linde.pk, MONDAY)

    def print_of(by: queries.Weights) -> str:
        return proposal(facts, by, weigh_everybody(facts)).inputs_hash

    before = print_of(weights)
    assert print_of(weights) == before
    Worker.objects.filter(pk=cast.niels.pk).update(name="Anders")
    assert print_of(weights) == before
    assert print_of(queries.Weights(1, "Pool", EVEN)) != before
    Worker.objects.filter(pk=cast.niels.pk).update(home_pc4="6711")
    assert print_of(weights) != before


def test_a_decision_can_be_kept_by_itself(cast: Cast) -> None:
    facts = placement.facts_of_shift(make_night_shift(cast.vlinder))
    kept = actions.keep_decision(shift=facts, found=[], kind=Decided.ASKED, by=cast.pia, at=NOW)
    assert (kept.considered, kept.candidates, kept.excluded) == (0, [], {})


def test_who_sets_weights(cast: Cast) -> None:
    assert permissions.may_set_weights(cast.pia, cast.de_linde.pk)
    for outsider in (cast.bas, cast.otto, cast.coen, cast.petra, cast.niels.account):
        assert not permissions.may_set_weights(outsider, cast.de_linde.pk)
