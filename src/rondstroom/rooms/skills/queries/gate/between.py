"""Checks 6, 7 and 9: earlier work asked after, an agreement in force, made at home here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext as _

from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.skills.queries.gate.answer import Block
from rondstroom.rooms.skills.queries.gate.view import Paper, View, judged
from rondstroom.rooms.skills.states import Owner, ProofKind

NOT_EMPLOYED = frozenset(
    {EngagementForm.AGENCY, EngagementForm.SELF_EMPLOYED, EngagementForm.SECONDED}
)
"""Who is not in service may only give care under a written agreement (Wkkgz art. 4(1)b)."""

PAST_WORK = Paper(
    "gate.past-work",
    ProofKind.PAST_WORK,
    lambda: _("eerder werk nagevraagd"),
    lambda: _("Laat personeelszaken navragen hoe het eerdere werk ging (vergewisplicht)."),
    owner=Owner.HR,
)


def past_work(view: View) -> Iterator[Block]:
    """Ask a record of earlier work, made here or by mandate (Wkkgz art. 4(1)a)."""
    block = judged(view, PAST_WORK)
    if block:
        since = view.terms.house.policy.past_work_from
        is_warning = since is not None and view.days[0] < since
        yield replace(block, is_warning=True) if is_warning else block


def agreement(view: View) -> Iterator[Block]:
    """Ask what somebody works here on: in service here or at a partner, or an agreement."""
    bare = next((day for day in view.days if not _in_service(view, day)), None)
    if bare is None:
        return
    house = view.terms.house
    if block := judged(view, _agreement(house.organisation_id, house.name)):
        yield block


def _in_service(view: View, day: date) -> bool:
    """Say whether somebody is employed here, or by a partner in the pool that lends."""
    here, partners = view.terms.house.organisation_id, view.terms.partners
    ties = view.file.ties_on(day)
    own = [tie for tie in ties if tie.organisation_id == here]
    if own:
        return any(tie.form not in NOT_EMPLOYED for tie in own)
    return any(tie.organisation_id in partners and tie.form not in NOT_EMPLOYED for tie in ties)


@lru_cache(maxsize=256)
def _agreement(organisation_id: int, name: str) -> Paper:
    words = {"house": name}
    return Paper(
        "gate.agreement",
        ProofKind.AGREEMENT,
        lambda: _("overeenkomst met %(house)s") % words,
        lambda: (
            _(
                "Laat personeelszaken van %(house)s de overeenkomst vastleggen: "
                "in dienst, uitleen of opdracht."
            )
            % words
        ),
        lambda proof: proof.organisation_id == organisation_id,
        organisation_id,
        Owner.HR,
    )


def induction(view: View) -> Iterator[Block]:
    """Ask that somebody was made at home at the location, where the organisation asks that."""
    if not view.terms.house.policy.asks_induction or view.place.location_id is None:
        return
    if block := judged(view, _induction(view.place.location_id)):
        yield block


@lru_cache(maxsize=1024)
def _induction(location_id: int) -> Paper:
    return Paper(
        "gate.induction",
        ProofKind.INDUCTION,
        lambda: _("inwerken op deze locatie"),
        lambda: _("Spreek met de roosteraar een inwerkmoment af; daarna legt die het vast."),
        lambda proof: proof.location_id == location_id,
        location_id,
        Owner.PLANNER,
    )
