"""Who does what under supervision, who may supervise, and how a level is set."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import translation

from factories.identity import make_account, make_hr, make_role, signed
from factories.moments import MONDAY, NOW
from factories.skills import make_proof, make_skill
from flexpool.periods import Period
from people import Cast
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.skills import actions, permissions, queries
from rondstroom.rooms.skills.models import Proof
from rondstroom.rooms.skills.queries.gate.answer import Condition
from rondstroom.rooms.skills.queries.gate.view import Place
from rondstroom.rooms.skills.queries.requirements import AskedSkill
from rondstroom.rooms.skills.states import Level, ProofKind, SupervisedBy, WithdrawalReason

pytestmark = pytest.mark.django_db
WEEK = Period(NOW, NOW + timedelta(days=7))


def shown(cast: Cast, worker: Worker, level: Level, by: SupervisedBy | str = "") -> Proof:
    return make_proof(
        worker,
        ProofKind.SKILL,
        skill="wond",
        issuer=cast.de_linde,
        level=level,
        supervised_by=by,
    )


def set_to(cast: Cast, proof: Proof, level: Level, by: SupervisedBy | str = "") -> Proof:
    return actions.set_level(
        proof=proof, organisation=cast.de_linde, level=level, supervised_by=by, **signed()
    )


def test_a_level_is_set_and_the_journal_keeps_the_one_before(cast: Cast) -> None:
    proof = shown(cast, cast.niels, Level.INDEPENDENT)
    row = set_to(cast, proof, Level.SUPERVISED, SupervisedBy.SUPERVISES)
    assert (row.level, row.supervised_by) == (Level.SUPERVISED, SupervisedBy.SUPERVISES)
    about = journal.entries_about(f"worker:{cast.niels.pk}")
    assert about.filter(event="skills.level.set").count() == 1
    set_to(cast, row, Level.SUPERVISED, SupervisedBy.SUPERVISES)
    assert about.filter(event="skills.level.set").count() == 1, "the same changes nothing"


def test_what_another_house_saw_is_not_ours_to_change(cast: Cast) -> None:
    proof = shown(cast, cast.niels, Level.INDEPENDENT)
    with pytest.raises(actions.UnableToRecordProof, match="niet \\(meer\\) van jullie"):
        actions.set_level(
            proof=proof, organisation=cast.molenpoort, level=Level.SUPERVISES, **signed()
        )


def test_a_level_under_supervision_names_who_must_be_there(cast: Cast) -> None:
    proof = shown(cast, cast.niels, Level.INDEPENDENT)
    with pytest.raises(actions.UnableToRecordProof, match="Kies wie er begeleidt"):
        set_to(cast, proof, Level.SUPERVISED)


def test_who_learns_and_who_holds_it_until_it_is_withdrawn(cast: Cast) -> None:
    learning = shown(cast, cast.sanne, Level.SUPERVISED, SupervisedBy.INDEPENDENT)
    shown(cast, cast.niels, Level.INDEPENDENT)
    wound = make_skill("wond").pk
    assert set(queries.supervised_workers()) == {cast.sanne.pk}
    assert set(queries.skill_holders([wound])) == {cast.sanne.pk, cast.niels.pk}
    assert not queries.skill_holders([wound + 1]).exists()
    actions.withdraw_proof(proof=learning, reason=WithdrawalReason.MISTAKE, **signed())
    assert not queries.supervised_workers().exists()
    assert set(queries.skill_holders([wound])) == {cast.niels.pk}


@pytest.mark.parametrize(
    ("level", "asked", "may"),
    [
        (Level.INDEPENDENT, SupervisedBy.INDEPENDENT, True),
        (Level.INDEPENDENT, SupervisedBy.SUPERVISES, False),
        (Level.SUPERVISES, SupervisedBy.INDEPENDENT, True),
        (Level.SUPERVISES, SupervisedBy.SUPERVISES, True),
        (Level.SUPERVISED, SupervisedBy.INDEPENDENT, False),
        (None, SupervisedBy.INDEPENDENT, False),
    ],
)
def test_who_may_supervise(level: Level | None, asked: SupervisedBy, may: bool, cast: Cast) -> None:
    if level is not None:
        by = SupervisedBy.INDEPENDENT if level == Level.SUPERVISED else ""
        shown(cast, cast.niels, level, by)
    files = queries.files_of([cast.niels.pk])
    houses, catalogue = queries.houses_asked(WEEK, MONDAY).now()
    assert catalogue.functions
    place = Place(cast.de_linde.pk, (MONDAY,))
    condition = Condition(AskedSkill(make_skill("wond").pk, "Wond"), asked)
    assert queries.may_supervise(files[cast.niels.pk], condition, place, houses) is may


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Wond onder begeleiding: de hele dienst is er in het team iemand die dit"),
        ("en", "Wond under supervision"),
    ],
)
def test_everybody_reads_the_same_words(language: str, words: str) -> None:
    with translation.override(language):
        assert words in queries.condition_text("Wond", SupervisedBy.INDEPENDENT)


def test_the_region_keeps_what_is_of_everybody(cast: Cast) -> None:
    region = make_role(make_account("Ada"), RoleKind.ADMINISTRATOR, None)
    hanna = make_hr(cast.de_linde)
    may = permissions.may_keep_catalogue
    assert may(region, None)
    assert may(cast.coen, None)
    assert may(hanna, cast.de_linde.pk)
    assert not may(hanna, None)
    assert not may(hanna, cast.molenpoort.pk)
    assert not may(cast.otto, cast.de_linde.pk)


def test_a_line_that_cannot_be_is_refused_and_the_others_are_kept(cast: Cast) -> None:
    lines = [
        actions.Line(number=2, kind="skill", code="wond", fields={"name": "Wondzorg"}),
        actions.Line(number=3, kind="skill", code="", fields={"name": "Niets"}),
        actions.Line(
            number=4, kind="work_package", code="och", organisation="De Linde",
            fields={"name": "Ochtend"},
        ),
    ]  # fmt: skip
    tried = actions.bring_in_catalogue(lines=lines, only_try=True, **signed())
    assert (tried.created, len(tried.refused)) == (2, 1)
    assert not queries.catalogue_skills().filter(code="wond").exists()
    actions.bring_in_catalogue(lines=lines, **signed())
    assert queries.catalogue_skills().get(code="wond").name == "Wondzorg"
    assert [one.name for one in queries.all_packages()] == ["Ochtend"]
    again = actions.bring_in_catalogue(lines=lines, **signed())
    assert (again.created, again.updated, again.unchanged) == (0, 0, 2)
