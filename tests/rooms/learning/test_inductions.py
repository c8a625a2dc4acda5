"""What is shown at a location, step by step, up to the proof that the gate asks."""

from __future__ import annotations

from typing import Any

import pytest

from factories.demand import make_shift
from factories.identity import make_account, make_hr, signed
from factories.learning import STEPS, make_checklist
from factories.moments import NOW
from factories.organisations import make_location
from factories.skills import make_policy, make_proof
from people import Cast
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.learning import actions, permissions, queries
from rondstroom.rooms.learning.actions import UnableToCompose, UnableToName, UnableToShow
from rondstroom.rooms.learning.models import Checklist, Mentor, Step, Tick
from rondstroom.rooms.learning.states import StepKind
from rondstroom.rooms.organisations.models import Location
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.actions import UnableToAssign
from rondstroom.rooms.skills.models import Proof
from rondstroom.rooms.skills.states import ProofKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(cast: Cast) -> Location:
    """Give the location of PG Vlinder, with a list of three steps."""
    make_checklist(cast.vlinder.location)
    return cast.vlinder.location


def step_ids(location: Location) -> list[int]:
    asked = queries.checklist_of(location.pk)
    assert asked is not None
    return sorted(asked.steps.values_list("pk", flat=True))


def proven(cast: Cast) -> list[Any]:
    rows = Proof.objects.filter(worker=cast.niels, kind=ProofKind.INDUCTION, withdrawn_on=None)
    return list(rows)


def events() -> list[str]:
    rows = Entry.objects.filter(event__startswith="learning.").order_by("pk")
    return list(rows.values_list("event", flat=True))


def test_a_list_has_versions_and_the_same_steps_make_no_new_one(here: Location) -> None:
    assert make_checklist(here).version == 1
    again = make_checklist(here, (*STEPS, (StepKind.CONTACT, "Weet wie de oudste is")))
    assert again.version == 2
    assert queries.checklist_of(here.pk) == again
    assert Step.objects.count() == 4
    assert events() == ["learning.checklist.set"] * 2


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((), "minstens één"),
        (((StepKind.WORK, "   "),), "minstens één"),
        (tuple((StepKind.WORK, f"stap {n}") for n in range(41)), "hoogstens 40"),
        (((StepKind.WORK, "lang " * 40),), "te lang"),
    ],
)
def test_a_list_that_shows_nothing_or_too_much(steps: Any, words: str, here: Location) -> None:
    with pytest.raises(UnableToCompose, match=words):
        make_checklist(here, steps)
    assert Checklist.objects.count() == 1


def test_doubles_and_spaces_are_one_step(here: Location) -> None:
    twice = (
        (StepKind.WORK, "Overdracht  om half drie"),
        (StepKind.WORK, "Overdracht om half drie"),
    )
    assert make_checklist(here, twice).steps.count() == 1


def test_the_last_step_makes_the_proof_and_says_who_showed_what(cast: Cast, here: Location) -> None:
    first, *rest = step_ids(here)
    far = actions.show_steps(
        worker=cast.niels, location=here, step_ids=[first], by=cast.pia, at=NOW
    )
    assert (far.done, far.is_finished, proven(cast)) == (1, False, [])
    tick = next(line.tick for line in far.lines if line.step.pk == first)
    assert tick is not None
    assert (tick.shown_by, tick.shown_at) == ("Pia", NOW)
    far = actions.show_steps(worker=cast.niels, location=here, step_ids=rest, **signed())
    assert far.is_finished
    (proof,) = proven(cast)
    assert (proof.location, proof.issuer, proof.valid_from) == (here, cast.de_linde, NOW.date())
    assert events()[-1] == "learning.induction.finished"


def test_the_same_step_twice_is_shown_once(cast: Cast, here: Location) -> None:
    for who in (cast.pia, make_account("Ria")):
        actions.show_steps(
            worker=cast.niels, location=here, step_ids=step_ids(here), by=who, at=NOW
        )
    assert set(Tick.objects.values_list("shown_by", flat=True)) == {"Pia"}
    assert len(proven(cast)) == 1
    assert events().count("learning.step.shown") == 3


def test_a_new_version_asks_only_what_is_new_and_leaves_the_proof(
    cast: Cast, here: Location
) -> None:
    actions.show_steps(worker=cast.niels, location=here, step_ids=step_ids(here), **signed())
    make_checklist(here, (*STEPS[1:], (StepKind.ACCESS, "Pas gehaald")))
    far = queries.induction(cast.niels.pk, here.pk)
    assert (far.version, far.done, len(far.lines), far.is_finished) == (2, 2, 3, False)
    assert [line.step.kind for line in far.lines] == ["access", "systems", "medication"]
    assert len(proven(cast)) == 1


def test_what_hr_saw_before_is_not_proven_twice(cast: Cast, here: Location) -> None:
    make_proof(cast.niels, ProofKind.INDUCTION, location=here, issuer=cast.de_linde)
    actions.show_steps(worker=cast.niels, location=here, step_ids=step_ids(here), **signed())
    assert len(proven(cast)) == 1


def test_a_step_of_elsewhere_or_of_an_old_list_is_refused(cast: Cast, here: Location) -> None:
    other = cast.wijkteam.location
    make_checklist(other)
    with pytest.raises(UnableToShow, match="intussen anders"):
        actions.show_steps(worker=cast.niels, location=here, step_ids=step_ids(other), **signed())
    assert not Tick.objects.exists()


def test_taken_back_the_proof_counts_no_more(cast: Cast, here: Location) -> None:
    ids = step_ids(here)
    actions.show_steps(worker=cast.niels, location=here, step_ids=ids, **signed())
    about = {"worker": cast.niels, "location": here, "step_id": ids[0]}
    assert actions.take_back_step(**about, **signed()).done == 2
    assert actions.take_back_step(**about, **signed()).done == 2
    assert proven(cast) == []
    assert events().count("learning.step.taken-back") == 1
    actions.show_steps(worker=cast.niels, location=here, step_ids=ids, **signed())
    assert len(proven(cast)) == 1


def test_the_gate_opens_with_the_last_step(cast: Cast, here: Location) -> None:
    make_policy(cast.de_linde, asks_induction=True)
    shift = make_shift(cast.vlinder, start="23:00", end="07:15")
    with pytest.raises(UnableToAssign, match="inwerken op deze locatie"):
        rosters.assign(worker=cast.niels, shift=shift, **signed())
    actions.show_steps(worker=cast.niels, location=here, step_ids=step_ids(here), **signed())
    assert rosters.assign(worker=cast.niels, shift=shift, **signed()).shift == shift


def test_a_place_without_a_list_finishes_nobody(cast: Cast) -> None:
    far = queries.induction(cast.niels.pk, make_location(cast.rijnzicht).pk)
    assert (far.version, far.done, far.is_finished) == (0, 0, False)


def test_many_are_read_in_three_queries(
    cast: Cast, here: Location, django_assert_num_queries: Any
) -> None:
    make_checklist(cast.wijkteam.location)
    places = [here.pk, cast.wijkteam.location_id, cast.intensive_care.location_id]
    pairs = [(one.pk, place) for one in (cast.niels, cast.sanne) for place in places]
    with django_assert_num_queries(3):
        far = queries.inductions(pairs)
    assert set(far) == set(pairs)
    assert set(queries.checklists_of(places)) == set(places[:2])


def test_a_mentor_is_of_the_house_and_one_at_a_time(cast: Cast, here: Location) -> None:
    about = {"worker": cast.joke, "location": here}
    first = actions.name_mentor(**about, mentor=cast.niels, **signed())
    assert actions.name_mentor(**about, mentor=cast.niels, **signed()) == first
    second = actions.name_mentor(**about, mentor=cast.fatima, **signed())
    assert queries.mentor_of(cast.joke.pk, here.pk) == second
    first.refresh_from_db()
    assert first.ended_on == NOW.date()
    actions.end_mentor(**about, **signed())
    actions.end_mentor(**about, **signed())
    assert queries.mentor_of(cast.joke.pk, here.pk) is None
    assert events() == [
        "learning.checklist.set",
        *["learning.mentor.named"] * 2,
        "learning.mentor.ended",
    ]


@pytest.mark.parametrize(("mentor", "words"), [("joke", "zichzelf"), ("ruud", "werkt hier niet")])
def test_who_cannot_guide(mentor: str, words: str, cast: Cast, here: Location) -> None:
    with pytest.raises(UnableToName, match=words):
        actions.name_mentor(
            worker=cast.joke, location=here, mentor=getattr(cast, mentor), **signed()
        )
    assert not Mentor.objects.exists()


def test_who_may_compose_and_guide(cast: Cast) -> None:
    hanna, niels = make_hr(cast.de_linde), cast.niels.account
    assert niels is not None
    for who, may in [(cast.pia, True), (hanna, True), (cast.bas, False), (cast.otto, False)]:
        assert permissions.may_compose(who, cast.de_linde.pk) is may
        assert permissions.may_guide(who, cast.niels.pk, cast.de_linde.pk) is may
    assert not permissions.may_compose(niels, cast.de_linde.pk)
    cast.niels.account = cast.pia
    cast.niels.save()
    assert not permissions.may_guide(cast.pia, cast.niels.pk, cast.de_linde.pk)
