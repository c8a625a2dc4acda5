"""Who may see and decide what: the cast against every question of this room."""

from __future__ import annotations

from typing import Any

import pytest

from factories.contracts import (
    make_agreement,
    make_finance,
    make_rate,
    make_supplier,
    make_supplier_agreement,
    make_vat,
)
from factories.identity import make_account, make_role
from people import Cast
from rondstroom.rooms.contracts import permissions
from rondstroom.rooms.identity.states import RoleKind

pytestmark = pytest.mark.django_db

OUTSIDERS = ["pia", "bas", "coen", "otto", "niels", "hr", "board", "elsewhere"]
INSIDERS = ["petra", "lender", "region", "administrator"]


@pytest.fixture
def people(cast: Cast) -> dict[str, Any]:
    """Give every kind of account by name."""
    made = {
        "hr": (RoleKind.HR, cast.de_linde),
        "board": (RoleKind.BOARD, cast.de_linde),
        "administrator": (RoleKind.ADMINISTRATOR, cast.de_linde),
        "region": (RoleKind.FINANCE, None),
    }
    return {
        **{name: getattr(cast, name) for name in ("pia", "bas", "coen", "otto", "petra")},
        "niels": cast.niels.account,
        "elsewhere": make_finance(cast.rijnzicht, "Rosa"),
        "lender": make_finance(cast.molenpoort, "Mo"),
        **{
            name: make_role(make_account(name.capitalize()), kind, where)
            for name, (kind, where) in made.items()
        },
    }


@pytest.mark.parametrize("who", OUTSIDERS + INSIDERS)
def test_agreements_with_their_rates_and_vat(who: str, people: dict[str, Any]) -> None:
    agreement = make_agreement()
    card, decision = make_rate(agreement, approved=False), make_vat(agreement, approved=False)
    account, inside = people[who], who in INSIDERS
    assert permissions.may_see_agreement(account, agreement) is inside
    assert permissions.may_decide_rate(account, card) is inside
    assert permissions.may_decide_vat(account, decision) is inside


@pytest.mark.parametrize("who", OUTSIDERS + INSIDERS)
def test_only_the_other_side_signs(who: str, people: dict[str, Any]) -> None:
    agreement = make_agreement(signed_by_both=False)
    may = permissions.may_decide_agreement(people[who], agreement)
    assert may is (who in {"petra", "region", "administrator"})


@pytest.mark.parametrize("who", OUTSIDERS + INSIDERS)
def test_a_supplier_is_of_one_organisation(who: str, people: dict[str, Any], cast: Cast) -> None:
    supplier = make_supplier(cast.de_linde)
    agreement = make_supplier_agreement(supplier)
    inside = who in {"petra", "region", "administrator"}
    assert permissions.may_see_supplier(people[who], supplier) is inside
    assert permissions.may_see_agreement(people[who], agreement) is inside
    assert permissions.may_propose(people[who], cast.de_linde.pk) is inside


def test_who_proposed_is_not_the_second_pair_of_eyes(people: dict[str, Any]) -> None:
    agreement = make_agreement(signed_by_both=False)
    for row in (agreement, make_rate(agreement, approved=False)):
        row.proposed_by = people["region"]
    card = make_rate(agreement, approved=False)
    decision = make_vat(agreement, approved=False)
    for row in (card, decision):
        row.proposed_by = people["region"]
    assert not permissions.may_decide_agreement(people["region"], agreement)
    assert not permissions.may_decide_rate(people["region"], card)
    assert not permissions.may_decide_vat(people["region"], decision)
