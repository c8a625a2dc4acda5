"""`rondstroom organisation` and `account`: from an empty database to somebody who can sign in."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from factories.identity import make_account, signed
from factories.people import make_worker
from rondstroom.cli import main
from rondstroom.cli.founding.organisation import BranchName
from rondstroom.cli.shortcomings import UnableToRun
from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.organisations import permissions, queries
from rondstroom.rooms.organisations.states import Branch
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people import queries as people_queries
from rondstroom.rooms.skills import queries as skills

pytestmark = pytest.mark.django_db

GOOD = "een lang wachtwoord\n"
LINDE = ["organisation", "De Linde", "--branch", "vvt", "--region", "RA0309"]
NAMED = ["--region-name", "Midden-Gelderland"]
INGRID = ["account", "ingrid@voorbeeld.invalid", "--name", "Ingrid Postma"]
PLANS = ["--role", "planner", "--organisation", "De Linde"]


def ask(*words: str, told: str = "") -> str:
    answer = CliRunner().invoke(main.app, words, input=told, catch_exceptions=False)
    assert answer.exit_code == 0, answer.output
    return answer.output


def refused(*words: str, told: str = "") -> str:
    with pytest.raises(UnableToRun) as refusal:
        CliRunner().invoke(main.app, words, input=told, catch_exceptions=False)
    return str(refusal.value)


def test_the_branches_are_those_of_the_platform() -> None:
    assert {branch.value for branch in BranchName} == set(Branch.values)


def test_an_organisation_takes_part_in_a_new_region_and_pool() -> None:
    assert "De Linde takes part" in ask(*LINDE, *NAMED, "--pool", "Pool", "--profile", "care")
    linde = queries.organisation_by_name("De Linde")
    assert (linde.branch, linde.worktime_profile) == ("vvt", "care")
    assert skills.all_packages().count() == 4  # a new region does not begin with nothing
    ask("organisation", "Rijnzicht", "--branch", "hospital", "--region", "RA0309", "--pool", "pool")
    partners = {linde.pk, queries.organisation_by_name("Rijnzicht").pk}
    membership = queries.pools_of(linde.pk, linde.memberships.get().starts_on)
    assert [pool.name for pool in membership] == ["Pool"]
    assert queries.pool_partner_ids(linde.pk, linde.memberships.get().starts_on) == partners


def test_a_region_that_is_new_needs_a_name() -> None:
    assert "--region-name" in refused(*LINDE)
    assert queries.organisation_by_name("De Linde") is None


def test_what_is_wrong_with_an_organisation_is_told() -> None:
    ask(*LINDE, *NAMED)
    assert "De Linde" in refused(*LINDE)
    assert "there is no profile 'soft'" in refused(*LINDE, "--profile", "soft")


def test_a_planner_can_sign_in_and_plan() -> None:
    ask(*LINDE, *NAMED)
    assert "Role: planner, De Linde" in ask(*INGRID, *PLANS, told=GOOD)
    ingrid = identity.account_by_email("ingrid@voorbeeld.invalid")
    assert ingrid.check_password("een lang wachtwoord")
    assert permissions.may_plan(ingrid, queries.organisation_by_name("De Linde").pk)


def test_a_second_role_asks_no_password() -> None:
    ask(*LINDE, *NAMED)
    ask(*INGRID, *PLANS, told=GOOD)
    assert "was there already" in ask(*INGRID, "--role", "coordinator")
    ingrid = identity.account_by_email("ingrid@voorbeeld.invalid")
    kinds = {role.kind for role in identity.roles_of(ingrid)}
    assert kinds == {RoleKind.PLANNER, RoleKind.COORDINATOR}


def test_what_is_wrong_with_an_account_is_told_and_nothing_is_kept() -> None:
    assert "no organisation 'De Linde'. Known: none yet" in refused(*INGRID, *PLANS, told=GOOD)
    assert "No password was given" in refused(*INGRID)
    assert refused(*INGRID, told="kort\n")
    assert "één organisatie" in refused(*INGRID, "--role", "planner", told=GOOD)
    assert identity.account_by_email("ingrid@voorbeeld.invalid") is None


def test_a_worker_who_was_brought_in_gets_the_account() -> None:
    aylin = make_worker("Aylin", with_account=False, email="aylin@voorbeeld.invalid")
    words = ["account", "Aylin@voorbeeld.invalid", "--name", "Aylin Kaya"]
    assert "the account of worker Aylin" in ask(*words, told=GOOD)
    account = identity.account_by_email("aylin@voorbeeld.invalid")
    assert people_queries.worker_of(account) == aylin
    assert "of worker" not in ask(*words)


def test_nobody_loses_an_account_to_somebody_else() -> None:
    aylin, bas = make_worker("Aylin"), make_worker("Bas")
    for worker, account in ((aylin, bas.account), (bas, aylin.account)):
        with pytest.raises(people.UnableToConnectAccount, match=worker.name):
            people.connect_account(worker=worker, account=account, **signed())
    people.connect_account(worker=aylin, account=aylin.account, **signed())
    nobody = make_worker("Carla", with_account=False)
    with pytest.raises(people.UnableToConnectAccount):
        people.connect_account(worker=nobody, account=bas.account, **signed())
    people.connect_account(worker=nobody, account=make_account("Carla"), **signed())
    assert people_queries.worker_of(nobody.account) == nobody
