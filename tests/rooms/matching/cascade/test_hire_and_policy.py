"""Hire comes last, shows its price, and needs its own role; policies are kept per version."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.cascade import bureau, make_policy, offers_in, rings_of
from factories.contracts import make_supplier, make_supplier_agreement
from factories.demand import make_shift
from factories.identity import make_account, make_role, signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.contracts import actions as contracts
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.matching import actions, permissions, queries
from rondstroom.rooms.matching.models import Cascade, CascadePolicy
from rondstroom.rooms.matching.queries.cascade.policies import least_notice
from rondstroom.rooms.matching.states import CascadeState, Choosing, Ring, StepState, Urgency
from rondstroom.rooms.organisations.models import Pool

pytestmark = pytest.mark.django_db
NOBODY_HAS = "Orthopedagoog"


def later(minutes: float) -> dict[str, Any]:
    """Sign so many minutes from now."""
    return signed() | {"at": NOW + timedelta(minutes=minutes)}


@pytest.fixture
def ivo(cast: Cast) -> Account:
    """Who may hire for De Linde."""
    return make_role(make_account("Ivo"), RoleKind.HIRER, cast.de_linde)


@pytest.fixture
def shift(cast: Cast) -> Shift:
    """Two places of eight hours of work, with a function that nobody of one's own has."""
    make_policy(cast.de_linde, suppliers=[bureau(6000)], own_hour_cents=4150)
    return make_shift(cast.vlinder, places=2, start="15:00", end="23:30", function=NOBODY_HAS)


@pytest.fixture
def cascade(shift: Shift) -> Cascade:
    """A cascade that waits for somebody who may hire."""
    return actions.start_cascade(shift=shift, **signed())


@pytest.mark.parametrize("whose", ["organisation", "pool"])
def test_the_database_itself_holds_a_version_once(cast: Cast, whose: str) -> None:
    pool = Pool.objects.get(memberships__organisation=cast.de_linde)
    owner = {"organisation": cast.de_linde} if whose == "organisation" else {"pool": pool}
    kept = {"version": 7, "made_at": NOW, "made_by": "Pia"}
    CascadePolicy.objects.create(**owner, **kept)
    with pytest.raises(IntegrityError), transaction.atomic():
        CascadePolicy.objects.create(**owner, **kept)
    CascadePolicy.objects.create(**owner, **kept | {"version": 8})
    CascadePolicy.objects.create(organisation=cast.molenpoort, **kept)
    assert CascadePolicy.objects.filter(**owner, version=7).count() == 1


def test_hire_waits_for_a_person(cascade: Cascade) -> None:
    assert rings_of(cascade)[-1] == (Ring.AGENCY, StepState.TO_CONFIRM)
    actions.advance_cascades(**later(600))
    assert rings_of(cascade)[-1] == (Ring.AGENCY, StepState.TO_CONFIRM)
    left_out = cascade.steps.get(ring=Ring.OWN_TEAM)
    assert (left_out.state, left_out.reason) == (
        StepState.SKIPPED,
        "niemand in deze ring heeft de functie",
    )


def test_the_price_is_seen_before_it_is_confirmed(cascade: Cascade) -> None:
    price = queries.hire_price(cascade, "Bureau Zuid", 2)
    assert price.minutes == 2 * 8 * 60
    assert price.hire_cents == 16 * 6000
    assert price.extra_cents == 16 * (6000 - 4150)


def test_who_may_hire_confirms_and_the_price_is_kept(cascade: Cascade, ivo: Account) -> None:
    step = cascade.steps.get(ring=Ring.AGENCY)
    asked = actions.confirm_hire(step=step, **later(5) | {"by": ivo})
    assert (asked.state, asked.confirmed_by) == (StepState.OPEN, "Ivo")
    assert (asked.hire_cents, asked.extra_cents) == (96_000, 29_600)
    line = journal.entries_about(f"shift:{cascade.shift_id}").last()
    assert line is not None
    assert (line.event, line.data["extra_cents"]) == ("matching.hire.confirmed", 29_600)


@pytest.mark.parametrize("who", ["pia", "bas", "coen", "otto", "petra"])
def test_nobody_else_hires_not_even_the_planner(who: str, cascade: Cascade, cast: Cast) -> None:
    step = cascade.steps.get(ring=Ring.AGENCY)
    account = getattr(cast, who)
    assert not permissions.may_hire(account, cast.de_linde.pk)
    for action in (actions.confirm_hire, actions.refuse_hire):
        more = {"reason": ""} if action is actions.refuse_hire else {}
        with pytest.raises(actions.UnableToHire, match="mag niet inhuren") as refusal:
            action(step=step, **more, **later(5) | {"by": account})
        assert refusal.value.code == "permission"


def test_the_hirer_of_another_organisation_does_not_hire_here(cast: Cast) -> None:
    noor = make_role(make_account("Noor"), RoleKind.HIRER, cast.molenpoort)
    assert permissions.may_hire(noor, cast.molenpoort.pk)
    assert not permissions.may_hire(noor, cast.de_linde.pk)


def test_confirming_twice_says_that_nothing_waits(cascade: Cascade, ivo: Account) -> None:
    step = cascade.steps.get(ring=Ring.AGENCY)
    actions.confirm_hire(step=step, **later(5) | {"by": ivo})
    with pytest.raises(actions.UnableToHire, match="wacht geen inhuur bij Bureau Zuid"):
        actions.confirm_hire(step=step, **later(6) | {"by": ivo})


def test_hire_that_is_refused_ends_the_asking(cascade: Cascade, ivo: Account) -> None:
    step = cascade.steps.get(ring=Ring.AGENCY)
    refused = actions.refuse_hire(step=step, reason="Te duur", **later(5) | {"by": ivo})
    assert (refused.state, refused.reason) == (StepState.SKIPPED, "Te duur")
    cascade.refresh_from_db()
    assert cascade.state == CascadeState.EXHAUSTED


def test_each_supplier_is_asked_after_the_other(cast: Cast, ivo: Account) -> None:
    suppliers = [bureau(), queries.Supplier("Flexhuis", 6400)]
    make_policy(cast.de_linde, suppliers=suppliers)
    cascade = actions.start_cascade(shift=make_shift(cast.vlinder, function=NOBODY_HAS), **signed())
    first = cascade.steps.get(state=StepState.TO_CONFIRM)
    assert actions.confirm_hire(step=first, **later(1) | {"by": ivo}).extra_cents is None
    gone = actions.supplier_declined(step=first, **later(9))
    assert (gone.state, gone.reason) == (StepState.CLOSED, "heeft niemand")
    assert cascade.steps.get(state=StepState.TO_CONFIRM).supplier == "Flexhuis"


def test_a_supplier_that_is_silent_is_passed_when_its_time_is_over(
    cascade: Cascade, ivo: Account
) -> None:
    step = cascade.steps.get(ring=Ring.AGENCY)
    actions.confirm_hire(step=step, **later(0) | {"by": ivo})
    actions.advance_cascades(**later(59))
    cascade.refresh_from_db()
    assert cascade.state == CascadeState.RUNNING
    actions.advance_cascades(**later(60))
    cascade.refresh_from_db()
    assert cascade.state == CascadeState.EXHAUSTED


def test_a_draw_can_be_done_again(cast: Cast) -> None:
    make_policy(cast.de_linde, rings=(Ring.OWN_TEAM,), choosing=Choosing.DRAW)
    for number in range(8):
        make_worker(f"Trekking {number}", team=cast.vlinder)
    orders = []
    for seed, day in ((7, 0), (7, 1), (8, 2)):
        shift = make_shift(cast.vlinder, day=MONDAY + timedelta(days=day))
        cascade = actions.start_cascade(shift=shift, seed=seed, **signed())
        assert cascade.seed == seed
        rows = offers_in(cascade, Ring.OWN_TEAM)
        drawn = [one.position for one in actions.cascade.choosing.in_turn(cascade, 1, rows)]
        orders.append(drawn)
    assert orders[0] == orders[1]
    assert orders[0] != orders[2]
    assert sorted(orders[0]) == list(range(1, len(orders[0]) + 1))


def test_the_own_policy_goes_before_that_of_the_pool_and_of_the_house(cast: Cast) -> None:
    linde = cast.de_linde
    assert queries.cascade_policy(linde.pk, MONDAY).version == 0
    windows = {"own_team": dict.fromkeys(Urgency.values, 90)}
    actions.set_cascade_policy(pool=Pool.objects.get(), windows=windows, **signed())
    assert queries.cascade_policy(linde.pk, MONDAY).of == Pool.objects.get().name
    make_policy(linde)
    make_policy(linde, choosing=Choosing.DRAW)
    held = queries.cascade_policy(linde.pk, MONDAY)
    assert (held.version, held.of, held.choosing) == (2, "De Linde", Choosing.DRAW)
    assert CascadePolicy.objects.count() == 3
    assert queries.cascade_policy(cast.zonder_pool.pk, MONDAY).version == 0


def test_a_running_cascade_keeps_its_policy(cast: Cast) -> None:
    make_policy(cast.de_linde)
    make_worker("Tess", team=cast.vlinder)
    cascade = actions.start_cascade(shift=make_shift(cast.vlinder), **signed())
    make_policy(cast.de_linde, choosing=Choosing.DRAW)
    cascade.refresh_from_db()
    assert (cascade.policy["version"], cascade.policy["choosing"]) == (1, "order")


@pytest.mark.parametrize(
    ("windows", "why"),
    [
        ({}, "minstens één ring"),
        ({"friends": {"urgent": 60, "soon": 60, "later": 60}}, "minstens één ring"),
        ({"own_team": {"urgent": 60}}, "eigen team per haast tussen 10 en"),
        ({"own_team": {"urgent": 1, "soon": 60, "later": 60}}, "tussen 10 en"),
        ({"own_team": {"urgent": 60, "soon": 60, "later": 99_999}}, "en 20160 minuten"),
    ],
)
def test_a_policy_leaves_time_to_answer(
    windows: dict[str, dict[str, int]], why: str, cast: Cast
) -> None:
    with pytest.raises(actions.UnableToSetPolicy, match=why):
        actions.set_cascade_policy(organisation=cast.de_linde, windows=windows, **signed())


@pytest.mark.parametrize("left_out", [one for one in Ring if one != Ring.AGENCY])
def test_hire_is_refused_without_every_own_ring_before_it(left_out: Ring, cast: Cast) -> None:
    rings = tuple(one for one in Ring if one != left_out)
    with pytest.raises(actions.UnableToSetPolicy, match=f"Vraag ook: {left_out.label}") as refusal:
        make_policy(cast.de_linde, rings=rings)
    assert refusal.value.code == "own-first"
    assert make_policy(cast.de_linde, rings=rings[:-1]).version == 1


def test_a_policy_kept_from_before_that_rule_does_not_hire_first(cast: Cast) -> None:
    made = make_policy(cast.de_linde, suppliers=[bureau()])
    CascadePolicy.objects.filter(pk=made.pk).update(
        windows={Ring.AGENCY: made.windows[Ring.AGENCY]}
    )
    held = queries.cascade_policy(cast.de_linde.pk, MONDAY)
    assert held.rings == []


def test_a_dry_run_counts_nobody_in_a_ring_that_is_left_out(cast: Cast) -> None:
    make_policy(cast.de_linde, rings=(Ring.OWN_TEAM,))
    make_worker("Uit de pool", team=cast.wijkteam, willing_for=[cast.de_linde])
    seen = queries.cascade_forecast(make_shift(cast.vlinder), NOW)
    pool = next(one for one in seen.rings if one.ring == Ring.REGIONAL_POOL)
    assert (pool.is_asked, pool.reached, pool.kept_out) == (False, 0, {})
    assert seen.people == next(one for one in seen.rings if one.ring == Ring.OWN_TEAM).reached


def test_what_went_before_hire_can_be_read(cascade: Cascade) -> None:
    before = queries.rings_before([cascade.pk])[cascade.pk]
    assert [one.ring for one in before] == [one for one in Ring if one != Ring.AGENCY]
    assert all(one.reason for one in before)


def test_a_dry_run_tells_whom_each_ring_reaches_and_writes_nothing(cast: Cast) -> None:
    make_policy(cast.de_linde, suppliers=[bureau()])
    for number in range(3):
        make_worker(f"Team {number}", team=cast.vlinder)
    for number in range(4):
        make_worker(f"Pool {number}", team=cast.wijkteam, willing_for=[cast.de_linde])
    shift = make_shift(cast.vlinder)
    seen = queries.cascade_forecast(shift, NOW)
    reached = {one.ring: one.reached for one in seen.rings}
    assert reached[Ring.OWN_TEAM] == 4  # three of the team, and Fatima who works there too
    assert reached[Ring.REGIONAL_POOL] == 4
    assert reached[Ring.AGENCY] == 1
    assert seen.people == 9  # and Joke of the reserve
    skipped = next(one for one in seen.rings if one.ring == Ring.FLEX_POOL)
    assert skipped.skipped
    opened = [one for one in seen.rings if not one.skipped]
    assert [one.opens_at for one in opened[1:]] == [one.closes_at for one in opened[:-1]]
    assert not Cascade.objects.exists()
    cascade = actions.start_cascade(shift=shift, **signed())
    assert cascade.steps.get(ring=Ring.OWN_TEAM).reached == reached[Ring.OWN_TEAM]


def test_a_dry_run_counts_nobody_whom_there_is_no_time_to_ask(cast: Cast) -> None:
    make_policy(cast.de_linde)
    make_worker("Uit de pool", team=cast.wijkteam, willing_for=[cast.de_linde])
    shift = make_shift(cast.vlinder)
    seen = queries.cascade_forecast(shift, shift.starts_at - least_notice() - timedelta(minutes=1))
    rings = {one.ring: one for one in seen.rings}
    assert not rings[Ring.OWN_TEAM].is_too_late
    assert rings[Ring.REGIONAL_POOL].is_too_late
    assert not rings[Ring.FLEX_POOL].is_too_late  # nobody there, however early
    assert seen.people == rings[Ring.OWN_TEAM].reached


def test_the_dry_run_says_how_many_each_rule_keeps_out(cast: Cast) -> None:
    shift = make_shift(cast.vlinder, start="08:00", end="14:00")
    own = queries.cascade_forecast(shift, NOW).rings[0]
    assert own.kept_out["matching.unavailable"] == 1  # Niels works nights only


def test_queries_do_not_grow_with_the_pool(cast: Cast, django_assert_max_num_queries: Any) -> None:
    shift = make_shift(cast.vlinder)
    for number in range(30):
        make_worker(f"Zo {number}", team=cast.vlinder, with_account=False)
    with django_assert_max_num_queries(31):
        queries.cascade_forecast(shift, NOW)
    with django_assert_max_num_queries(80):
        actions.start_cascade(shift=shift, **signed())


@pytest.mark.parametrize("hours", [(1, "urgent"), (24, "urgent"), (25, "soon"), (73, "later")])
def test_urgency_is_how_near_the_shift_is(hours: tuple[int, str]) -> None:
    assert queries.urgency_of(NOW + timedelta(hours=hours[0]), NOW) == hours[1]


def test_who_may_ask_around_and_who_answers(cast: Cast) -> None:
    for may in (permissions.may_ask_around, permissions.may_set_policy):
        assert may(cast.pia, cast.de_linde.pk)
        for outsider in (cast.bas, cast.otto, cast.coen, cast.petra, cast.niels.account):
            assert not may(outsider, cast.de_linde.pk)
    assert permissions.may_answer_offer(cast.niels.account, cast.niels.pk)
    assert not permissions.may_answer_offer(cast.pia, cast.niels.pk)


def test_what_waits_for_hire_is_listed_with_its_price(cascade: Cascade, cast: Cast) -> None:
    ((step, price),) = queries.hire_waiting([cast.de_linde.pk])
    assert (step.supplier, price.hire_cents) == ("Bureau Zuid", 96_000)
    assert queries.hire_waiting([cast.molenpoort.pk]) == []
    found = queries.cascade_step(step.pk)
    assert found is not None
    assert found.cascade.shift_id == cascade.shift_id


def test_a_lender_that_law_forbids_is_not_hired_from(cascade: Cascade, ivo: Account) -> None:
    supplier = make_supplier(cascade.shift.organisation, "Bureau Zuid")
    agreement = make_supplier_agreement(supplier)
    step = cascade.steps.get(ring=Ring.AGENCY)
    with pytest.raises(actions.UnableToHire, match="niemand leveren"):
        actions.confirm_hire(step=step, **later(5) | {"by": ivo})
    contracts.write_duty_seen(
        agreement=agreement,
        duty="lending.w1",
        reference="uittreksel KvK",
        seen_on=agreement.starts_on,
        **signed(),
    )
    assert actions.confirm_hire(step=step, **later(5) | {"by": ivo}).state == StepState.OPEN
