"""How fast, over which channel, and when people want to be told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import time
from typing import TYPE_CHECKING

from rondstroom.rooms.messages.models import Preference, PushAddress, Rhythm
from rondstroom.rooms.messages.states import (
    DIGEST_AT,
    QUIET_FROM,
    QUIET_UNTIL,
    Channel,
    MessageKind,
    Pace,
    default_pace,
)

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one account wants: the pace per kind and channel, quiet hours, the day's mail."""

    paces: Mapping[tuple[str, str], str] = field(default_factory=dict)
    quiet_from: time = QUIET_FROM
    quiet_until: time = QUIET_UNTIL
    digest_at: time = DIGEST_AT
    has_push: bool = False

    def pace(self, kind: str, channel: str) -> Pace:
        """Give how fast a kind of message may come; a push only where a browser asked for it."""
        if channel == Channel.PUSH and not self.has_push:
            return Pace.OFF
        said = self.paces.get((kind, channel))
        return Pace(said) if said else default_pace(kind, channel)

    def said_pace(self, kind: MessageKind, channel: Channel) -> Pace:
        """Give what the account said, or the default, whether a browser can be reached or not."""
        return Pace(self.paces.get((kind, channel)) or default_pace(kind, channel))


def wanted_by(account_ids: Iterable[int]) -> dict[int, Wanted]:
    """Give what each account wants; three queries however many."""
    wanted = list(account_ids)
    paces: dict[int, dict[tuple[str, str], str]] = {one: {} for one in wanted}
    for said in Preference.objects.filter(account_id__in=wanted):
        paces[said.account_id][said.kind, said.channel] = said.pace
    rhythms = {one.account_id: one for one in Rhythm.objects.filter(account_id__in=wanted)}
    reached = set(
        PushAddress.objects.filter(account_id__in=wanted).values_list("account_id", flat=True)
    )
    return {one: _wanted(paces[one], rhythms.get(one), one in reached) for one in wanted}


def _wanted(paces: dict[tuple[str, str], str], rhythm: Rhythm | None, has_push: bool) -> Wanted:
    if rhythm is None:
        return Wanted(paces, has_push=has_push)
    return Wanted(paces, rhythm.quiet_from, rhythm.quiet_until, rhythm.digest_at, has_push)


def has_push(account: Account) -> bool:
    """Tell whether any browser of this account asked to be told."""
    return PushAddress.objects.filter(account=account).exists()
