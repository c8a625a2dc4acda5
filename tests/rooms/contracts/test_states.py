"""The lives of agreements, rates and grounds: every state is reached, and none is left open."""

from __future__ import annotations

from typing import Any

import pytest

from rondstroom.rooms.contracts import states

LIVES = [
    (states.AgreementState, states.AGREEMENT_TRANSITIONS),
    (states.RateState, states.RATE_TRANSITIONS),
    (states.VatState, states.VAT_TRANSITIONS),
]


@pytest.mark.parametrize(("choices", "table"), LIVES)
def test_every_state_has_its_row_and_is_reached(choices: Any, table: dict[Any, Any]) -> None:
    assert set(table) == set(choices)
    reached = {later for following in table.values() for later in following}
    assert reached == set(choices) - {choices.PROPOSED}
    assert all(state not in following for state, following in table.items())


def test_every_basis_is_agreed_between_organisations_or_with_a_supplier_or_neither() -> None:
    apart = {states.Basis.OWN, states.Basis.UNKNOWN}
    assert states.BETWEEN_ORGANISATIONS | states.OF_SUPPLIERS | apart == set(states.Basis)
    assert not states.BETWEEN_ORGANISATIONS & states.OF_SUPPLIERS
    assert set(states.BASIS_OF_SUPPLIER) == set(states.SupplierKind)
    assert set(states.BASIS_OF_SUPPLIER.values()) <= states.OF_SUPPLIERS


@pytest.mark.parametrize("missing", states.Missing)
def test_what_is_missing_says_what_to_do(missing: states.Missing) -> None:
    assert str(missing.label).count(".") == 2
