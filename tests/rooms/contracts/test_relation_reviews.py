"""Keeping the file on a labour relation: versions with author, never an outcome."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.contracts import make_finance
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_engagement, make_worker
from people import Cast
from rondstroom.rooms.contracts import actions, permissions, queries
from rondstroom.rooms.contracts.models import RelationReview
from rondstroom.rooms.contracts.states import Alternative
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people.models import Engagement
from rondstroom.rooms.people.states import EngagementForm

SAID = {"hours": "employment", "clients": "contractor", "loss": "unknown"}


@pytest.fixture
def tie(cast: Cast) -> Engagement:
    """Give the engagement of Zara, self-employed at De Linde."""
    form = EngagementForm.SELF_EMPLOYED
    return make_worker("Zara", organisation=cast.de_linde, form=form).engagements.get()


def keep(tie: Engagement, after: int = 0, **told: Any) -> RelationReview:
    reviewed = actions.Reviewed(**({"answers": SAID} | told))
    return actions.keep_review(engagement=tie, reviewed=reviewed, after=after, **signed())


def test_a_version_is_kept_with_its_author_and_without_answers_in_the_journal(
    tie: Engagement,
) -> None:
    row = keep(tie, remarks=" kijk in mei ", agreement_reference="map 4")
    assert (row.version, row.remarks, row.by) == (1, "kijk in mei", signed()["by"])
    assert row.answers == {"hours": "employment", "clients": "contractor"}
    line = journal.entries_about(f"engagement:{tie.pk}").last()
    assert line is not None
    assert (line.event, line.data) == ("contracts.relation.reviewed", {"version": 1})
    assert line.worker_id == tie.worker_id


def test_older_versions_stay_as_they_were(tie: Engagement) -> None:
    keep(tie)
    keep(tie, after=1, answers={"hours": "contractor"})
    rows = list(queries.reviews_of(tie.pk))
    assert [(one.version, one.answers["hours"]) for one in rows] == [
        (2, "contractor"),
        (1, "employment"),
    ]


def test_what_was_offered_keeps_the_figures_of_then(tie: Engagement) -> None:
    cents = {"own": 51_20, "secondment": 64_00}
    row = keep(tie, offered=[Alternative.SECONDMENT, Alternative.POOL], figures=cents)
    assert row.offered_in_words == [
        ("een contract in de flexpool", 51_20),
        ("detachering", 64_00),
    ]
    assert keep(tie, after=1, figures=cents).figures == {}


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"answers": {"mood": "employment"}}, "past niet"),
        ({"answers": {"hours": "sometimes"}}, "past niet"),
        ({"answers": {"hours": "unknown"}}, "leeg dossier"),
        ({"answers": {}}, "leeg dossier"),
        ({"agreement_reference": "x" * 201}, "200"),
        ({"after": 3}, "Iemand anders"),
    ],
    ids=["question", "answer", "unknown", "empty", "long", "newer"],
)
def test_what_cannot_be_kept_is_refused(tie: Engagement, told: dict[str, Any], why: str) -> None:
    with pytest.raises(actions.UnableToKeepReview, match=why):
        keep(tie, **told)
    assert not RelationReview.objects.exists()


def test_two_reviewers_at_once_do_not_lose_a_version(tie: Engagement) -> None:
    keep(tie)
    with pytest.raises(actions.UnableToKeepReview) as refusal:
        keep(tie)
    assert refusal.value.code == "newer"
    first = RelationReview.objects.get()
    first.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save()


def test_who_is_employed_has_no_such_file(cast: Cast) -> None:
    with pytest.raises(actions.UnableToKeepReview, match="zelfstandigen"):
        keep(cast.niels.engagements.get())


def test_the_list_names_own_self_employed_people_only(cast: Cast, tie: Engagement) -> None:
    make_engagement(tie.worker, cast.molenpoort, form=EngagementForm.SELF_EMPLOYED)
    (one,) = queries.relations_of(cast.de_linde.pk, MONDAY)
    assert (one.worker.name, one.last, one.is_old) == ("Zara", None, False)
    row = keep(tie)
    (one,) = queries.relations_of(cast.de_linde.pk, MONDAY)
    assert (one.last, one.is_old) == (row, False)
    (other,) = queries.relations_of(cast.molenpoort.pk, MONDAY)
    assert other.last is None
    assert queries.relations_of(cast.rijnzicht.pk, MONDAY) == []


def test_a_file_is_old_after_a_year(cast: Cast, tie: Engagement) -> None:
    keep(tie)
    day = (NOW + timedelta(days=364)).date()
    assert not queries.relations_of(cast.de_linde.pk, day)[0].is_old
    assert queries.relations_of(cast.de_linde.pk, date(2027, 11, 22))[0].is_old


def test_the_list_asks_as_often_however_many(cast: Cast, django_assert_num_queries: Any) -> None:
    for number in range(4):
        form = EngagementForm.SELF_EMPLOYED
        make_worker(f"Zz{number}", organisation=cast.de_linde, form=form)
    with django_assert_num_queries(4):
        assert len(queries.relations_of(cast.de_linde.pk, MONDAY)) == 4


def test_finance_of_the_organisation_may_review_and_nobody_else(cast: Cast) -> None:
    assert permissions.may_review_relation(cast.petra, cast.de_linde.pk)
    mo = make_finance(cast.molenpoort, "Mo")
    for account in (mo, cast.pia, cast.coen, cast.otto, cast.niels.account):
        assert not permissions.may_review_relation(account, cast.de_linde.pk)
