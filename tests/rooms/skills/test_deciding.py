"""A person decides where no rule can: for one organisation, about exactly what was asked."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factories.identity import signed
from factories.moments import MONDAY, NOW, SINCE
from factories.organisations import make_organisation
from factories.people import make_engagement, make_worker
from factories.skills import make_function
from rondstroom.rooms.organisations.models import Organisation
from rondstroom.rooms.organisations.states import Branch
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.skills import actions, queries
from rondstroom.rooms.skills.models import Decision
from rondstroom.rooms.skills.states import Matter

pytestmark = pytest.mark.django_db


def asked(worker: Worker, organisation: Organisation) -> queries.Check:
    function = make_function("VIG").pk
    found = queries.checks_of(worker.pk, organisation.pk, MONDAY, function_id=function)
    return next(one for one in found if one.rule == "gate.conduct")


@pytest.fixture
def receiver() -> Organisation:
    return make_organisation("De Berk", Branch.VVT)


@pytest.fixture
def worker(receiver: Organisation) -> Worker:
    """Starts at De Berk this Monday with a VOG of January: too old for the law."""
    one = make_worker("Aylin")
    make_engagement(one, receiver, starts_on=MONDAY)
    return one


def test_a_yes_opens_here_and_only_here(worker: Worker, receiver: Organisation) -> None:
    before = asked(worker, receiver)
    assert before.state == "decide"
    block = before.blocks[0]
    assert block.matter == Matter.CONDUCT
    actions.decide(
        worker=worker,
        organisation=receiver,
        matter=block.matter,
        about=block.about,
        is_allowed=True,
        valid_from=SINCE,
        **signed(),
    )
    assert asked(worker, receiver).state == "ok"
    assert Decision.objects.get().organisation == receiver
    assert queries.decisions_of(worker.pk, receiver.pk).get().is_allowed
    assert not queries.decisions_of(worker.pk, make_organisation().pk).exists()


def test_the_law_bounds_the_age_of_a_vog_in_long_term_care_only() -> None:
    assert queries.conduct_months(MONDAY) == 3
    long_term = {one for one in Branch if queries.asks_fresh_conduct(one)}
    assert long_term == {Branch.VVT, Branch.GHZ, Branch.GGZ}


def test_a_no_blocks_and_a_later_word_replaces_it(worker: Worker, receiver: Organisation) -> None:
    block = asked(worker, receiver).blocks[0]
    for is_allowed in (True, False):
        actions.decide(
            worker=worker,
            organisation=receiver,
            matter=Matter.CONDUCT,
            about=block.about,
            is_allowed=is_allowed,
            valid_from=SINCE,
            **signed(),
        )
    after = asked(worker, receiver)
    assert after.state == "blocked"
    assert "niet hier" in after.blocks[0].text
    assert Decision.objects.count() == 1


def test_a_decision_about_nothing_or_of_no_day_is_refused(
    worker: Worker, receiver: Organisation
) -> None:
    told = {"worker": worker, "organisation": receiver, "matter": Matter.CONDUCT}
    with pytest.raises(actions.UnableToDecide, match="niets om over te besluiten"):
        actions.decide(**told, about=" ", is_allowed=True, valid_from=SINCE, **signed())
    with pytest.raises(actions.UnableToDecide, match="ligt voor"):
        actions.decide(
            **told,
            about="old:x",
            is_allowed=True,
            valid_from=SINCE,
            valid_through=SINCE - timedelta(days=1),
            **signed(),
        )


def test_who_of_elsewhere_read_is_kept_for_the_worker(
    worker: Worker, receiver: Organisation
) -> None:
    actions.note_reading(worker=worker, organisation=receiver, what="file", **signed())
    row = queries.readings_of(worker.pk).get()
    assert (row.organisation.name, row.read_at) == ("De Berk", NOW)


def test_several_organisations_are_judged_as_each_alone(
    worker: Worker, receiver: Organisation
) -> None:
    function = queries.highest_function(queries.proofs_of([worker.pk])[worker.pk])
    assert function == make_function("VIG")
    own = make_organisation()
    places = (receiver.pk, own.pk)
    found = queries.checks_at(worker.pk, places, MONDAY, function_id=function.pk)
    for pk in places:
        alone = queries.checks_of(worker.pk, pk, MONDAY, function_id=function.pk)
        assert [one.state for one in found[pk]] == [one.state for one in alone]
    assert found[receiver.pk] != found[own.pk]
