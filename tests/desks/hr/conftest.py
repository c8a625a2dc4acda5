"""Who sits at HR's desk of De Linde, and what lies there."""

from __future__ import annotations

from typing import Any

import pytest

from factories.identity import make_hr
from factories.moments import NOW, SINCE
from factories.skills import make_skill
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.skills import actions
from rondstroom.rooms.skills.models import Claim
from rondstroom.rooms.skills.states import ProofKind
from snapshot import once


@pytest.fixture
@once
def hanna(cast: Cast) -> Account:
    """Give who checks evidence at De Linde."""
    return make_hr(cast.de_linde)


@pytest.fixture
@once
def claimed(cast: Cast) -> Claim:
    """Let Niels claim that he can inject."""
    return claim_of(cast)


def claim_of(cast: Cast, **more: Any) -> Claim:
    """Claim something of Niels at De Linde: that he can inject, unless told otherwise."""
    told = {"kind": ProofKind.SKILL, "skill": make_skill(), "valid_from": SINCE, **more}
    account = cast.niels.account
    assert account is not None
    return actions.make_claim(
        worker=cast.niels, organisation=cast.de_linde, **told, by=account, at=NOW
    )
