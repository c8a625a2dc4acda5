"""Who follows an organisation's hire: who does its money, and nobody else."""

from __future__ import annotations

import pytest

from people import Cast
from rondstroom.rooms.settlement import permissions

pytestmark = pytest.mark.django_db


def test_only_who_does_the_money_follows_hire(cast: Cast) -> None:
    assert permissions.may_control_hire(cast.petra, cast.de_linde.pk)
    assert not permissions.may_control_hire(cast.petra, cast.molenpoort.pk)
    for other in (cast.pia, cast.bas, cast.otto, cast.niels.account):
        assert not permissions.may_control_hire(other, cast.de_linde.pk)
