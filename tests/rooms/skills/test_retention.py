"""PRIV-04: what is kept of people goes after its term, not a day sooner, and only numbers stay."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from factories.identity import signed
from factories.moments import NOW
from factories.people import make_engagement, make_worker
from factories.skills import make_proof
from people import Cast
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.models import Engagement, Worker
from rondstroom.rooms.skills import actions, queries
from rondstroom.rooms.skills.actions import Answered
from rondstroom.rooms.skills.models import Claim, Decision, Proof, Reading, Registration, Share
from rondstroom.rooms.skills.states import (
    DeclineReason,
    Matter,
    ProofKind,
    RegisterOutcome,
    RegisterSource,
)

pytestmark = pytest.mark.django_db

LEFT = date(2026, 11, 23)
TERM_OVER = date(2028, 11, 23)
DAY = timedelta(days=1)


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def forgotten(moment: datetime) -> dict[str, int]:
    found = actions.forget_files(**{**signed(), "at": moment})
    return {name: count for name, count in found.items() if count}


def leave(worker: Worker, on: date = LEFT) -> None:
    Engagement.objects.filter(worker=worker).update(ends_on=on)


@pytest.fixture
def niels(cast: Cast) -> Worker:
    """Give who left, with a number in the register that was asked and a decision."""
    make_proof(cast.niels, ProofKind.REGISTER, reference="12345678901")
    actions.record_registrations(
        answers=[
            Answered(
                worker_id=cast.niels.pk,
                number="12345678901",
                code="30",
                outcome=RegisterOutcome.ACTIVE,
            )
        ],
        source=RegisterSource.FILE,
        **signed(),
    )
    actions.decide(
        worker=cast.niels,
        organisation=cast.de_linde,
        matter=Matter.CONDUCT,
        about="conduct:1",
        is_allowed=True,
        valid_from=NOW.date(),
        **signed(),
    )
    leave(cast.niels)
    return cast.niels


def of(worker: Worker) -> list[int]:
    kinds = (Proof, Registration, Decision)
    return [kind._default_manager.filter(worker=worker).count() for kind in kinds]


def test_what_was_seen_goes_two_years_after_the_last_day(cast: Cast, niels: Worker) -> None:
    before, others = of(niels), Proof.objects.exclude(worker=niels).count()
    assert forgotten(at(TERM_OVER - DAY)) == {}
    assert of(niels) == before
    assert not journal.entries_about("retention").exists()
    told = {"proofs": before[0], "registrations": 1, "decisions": 1}
    due = queries.past_their_term(at(TERM_OVER))
    assert {name: rows.count() for name, rows in due.items() if rows.exists()} == told
    assert forgotten(at(TERM_OVER)) == told
    assert of(niels) == [0, 0, 0]
    assert Proof.objects.exclude(worker=niels).count() == others
    line = journal.entries_about("retention").get()
    assert line.event == "skills.files.forgotten"
    assert {name: count for name, count in line.data.items() if count} == told
    assert line.worker_id is None
    assert forgotten(at(TERM_OVER)) == {}  # the same day again deletes and writes nothing
    assert journal.entries_about("retention").count() == 1


def came_back(cast: Cast) -> None:
    make_engagement(cast.niels, cast.molenpoort, starts_on=TERM_OVER + DAY)


def works_elsewhere(cast: Cast) -> None:
    made = make_engagement(cast.niels, cast.molenpoort, starts_on=date(2026, 1, 1))
    Engagement.objects.filter(pk=made.pk).update(ends_on=LEFT + DAY)


def never_left(cast: Cast) -> None:
    Engagement.objects.filter(worker=cast.niels).update(ends_on=None)


def not_yet_in_service(cast: Cast) -> None:
    Engagement.objects.filter(worker=cast.niels).delete()


@pytest.mark.parametrize("happened", [came_back, works_elsewhere, never_left, not_yet_in_service])
def test_who_has_not_left_everywhere_keeps_everything(
    happened: Callable[[Cast], None], cast: Cast, niels: Worker
) -> None:
    before = of(niels)
    happened(cast)
    assert not people.workers_who_left(LEFT).filter(pk=niels.pk).exists()
    assert forgotten(at(TERM_OVER)) == {}
    assert of(niels) == before


def test_what_was_seen_after_leaving_has_its_own_term(cast: Cast, niels: Worker) -> None:
    back = {**signed(), "at": at(LEFT + 30 * DAY)}
    actions.record_proof(
        worker=niels,
        kind=ProofKind.REGISTER,
        valid_from=LEFT,
        reference="12345678901",
        **back,
    )
    assert set(forgotten(at(TERM_OVER))) == {"proofs", "decisions"}
    assert of(niels) == [1, 1, 0]  # with a number, the answer to it stays too
    assert forgotten(at(TERM_OVER + 31 * DAY)) == {"proofs": 1, "registrations": 1}


def claimed(cast: Cast) -> Claim:
    return actions.make_claim(
        worker=cast.ruud,
        organisation=cast.molenpoort,
        kind=ProofKind.CONDUCT,
        valid_from=NOW.date(),
        **signed(),
    )


ANSWERS: dict[str, Callable[[Claim], Any]] = {
    "declined": lambda one: actions.decline_claim(
        claim=one, reason=DeclineReason.EXPIRED, **signed()
    ),
    "withdrawn": lambda one: actions.withdraw_claim(claim=one, **signed()),
    "confirmed": lambda one: actions.confirm_claim(claim=one, **signed()),
    "waits": lambda _one: None,
}


@pytest.mark.parametrize(
    ("answer", "weeks"), [("declined", 4), ("withdrawn", 4), ("confirmed", 13), ("waits", None)]
)
def test_an_answered_claim_goes_and_the_proof_stays(
    answer: str, weeks: int | None, cast: Cast
) -> None:
    ANSWERS[answer](claimed(cast))
    proofs = Proof.objects.count()
    last = NOW + timedelta(weeks=weeks or 500)
    assert forgotten(last) == {}
    assert forgotten(last + DAY) == ({"claims": 1} if weeks else {})
    assert Claim.objects.exists() is (weeks is None)
    assert Proof.objects.count() == proofs


def test_who_read_whose_file_is_kept_two_years(cast: Cast) -> None:
    actions.note_reading(worker=cast.ruud, organisation=cast.rijnzicht, what="passport", **signed())
    on = queries.months_later(NOW.date(), 24)
    assert forgotten(at(on)) == {}
    assert forgotten(at(on + DAY)) == {"readings": 1}
    assert not Reading.objects.exists()


@pytest.mark.parametrize("is_withdrawn", [True, False])
def test_a_share_that_is_over_is_kept_two_years(is_withdrawn: bool, cast: Cast) -> None:
    wound = make_proof(cast.ruud, ProofKind.SKILL, skill="wond")
    through = NOW.date() + 100 * DAY
    row = actions.share_passport(
        worker=cast.ruud, organisation=cast.rijnzicht, proofs=[wound], through=through, **signed()
    )
    if is_withdrawn:
        actions.stop_sharing(share=row, **signed())
    on = queries.months_later(NOW.date() if is_withdrawn else through, 24)
    assert forgotten(at(on)) == {}
    assert forgotten(at(on + DAY)) == {"shares": 1}
    assert not Share.objects.exists()
    assert Proof.objects.filter(pk=wound.pk).exists()


def test_a_living_share_loses_the_proof_only(cast: Cast, niels: Worker) -> None:
    wound = make_proof(niels, ProofKind.SKILL, skill="wond")
    row = actions.share_passport(
        worker=niels,
        organisation=cast.rijnzicht,
        proofs=[wound],
        through=TERM_OVER,
        **{**signed(), "at": at(TERM_OVER - 90 * DAY)},
    )
    forgotten(at(TERM_OVER))
    assert Share.objects.get() == row
    assert not queries.shared_proofs(row)


def test_nobody_leaves_without_ever_having_come(cast: Cast) -> None:
    fresh = make_worker("Nieuw")
    leave(cast.niels)
    assert set(people.workers_who_left(LEFT)) == {cast.niels.pk}
    assert not set(people.workers_who_left(LEFT - DAY))
    assert not people.workers_who_left(LEFT).filter(pk=fresh.pk).exists()
