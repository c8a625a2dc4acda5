"""HR sets how far somebody is with a competence; the worker reads the same words."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from desks.conftest import SignIn
from factories.demand import make_shift
from factories.identity import signed
from factories.skills import make_proof
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import GateTask
from rondstroom.rooms.skills.models import Proof
from rondstroom.rooms.skills.states import Level, ProofKind, SupervisedBy

pytestmark = pytest.mark.django_db

SUPERVISED = {"level": "supervised", "supervised_by": "independent"}


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def wound(cast: Cast, **more: Any) -> Proof:
    return make_proof(cast.niels, ProofKind.SKILL, skill="wond", issuer=cast.de_linde, **more)


def test_a_competence_is_written_down_with_its_level(
    cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    skill = wound(cast).skill
    assert skill is not None
    client, address = sign_in(hanna), reverse("hr:proof_new", args=[cast.sanne.pk, "skill"])
    told = {"skill": skill.pk, "method": "practice", "valid_from": "2026-11-20"}
    assert "onder begeleiding" in text(client.get(address))
    nobody = {**told, "level": "independent", "supervised_by": "supervises"}
    assert "Kies wie er begeleidt" in text(client.post(address, nobody))
    client.post(address, {**told, "level": "supervised", "supervised_by": "supervises"})
    row = Proof.objects.latest("pk")
    assert (row.level, row.supervised_by) == (Level.SUPERVISED, SupervisedBy.SUPERVISES)
    assert row.worker == cast.sanne


def test_the_level_is_set_anew_and_coming_shifts_are_judged(
    cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    row, client = wound(cast), sign_in(hanna)
    shift = make_shift(cast.vlinder, start="23:00", end="07:00", skills=["wond"])
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    address = reverse("hr:proof_level", args=[row.pk])
    assert "Kies een niveau" in text(client.post(address, {"level": "goed"}, follow=True))
    assert "Kies wie er begeleidt" in text(
        client.post(address, {"level": "supervised"}, follow=True)
    )
    page = text(client.post(address, SUPERVISED, follow=True))
    assert "Het niveau staat erin" in page
    assert "Onder begeleiding: iemand die dit zelfstandig mag" in page
    assert [task.rules for task in GateTask.objects.filter(closed_at=None)] == [
        ["gate.supervision"]
    ]
    [line] = [
        one
        for one in journal.entries_about(f"worker:{cast.niels.pk}")
        if one.event == "skills.level.set"
    ]
    assert (line.data["level"], line.data["before"]) == ("supervised", "")
    client.post(address, SUPERVISED)  # twice is once
    assert journal.entries_about(f"worker:{cast.niels.pk}").filter(event=line.event).count() == 1
    client.post(address, {"level": "independent"})
    assert not GateTask.objects.filter(closed_at=None).exists()


@pytest.mark.parametrize("kind", [ProofKind.CONDUCT, ProofKind.IDENTITY])
def test_only_a_competence_has_a_level(
    kind: ProofKind, cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    row = Proof.objects.get(worker=cast.niels, kind=kind)
    address = reverse("hr:proof_level", args=[row.pk])
    assert sign_in(hanna).post(address, SUPERVISED).status_code == 404


def test_what_another_organisation_saw_is_theirs_to_change(
    cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    row = make_proof(cast.fatima, ProofKind.SKILL, skill="wond", issuer=cast.molenpoort)
    client = sign_in(hanna)
    assert client.post(reverse("hr:proof_level", args=[row.pk]), SUPERVISED).status_code == 404
    page = text(client.get(reverse("hr:file", args=[cast.fatima.pk])))
    assert reverse("hr:proof_level", args=[row.pk]) not in page


def test_the_worker_reads_it_in_the_passport(cast: Cast, sign_in: SignIn) -> None:
    wound(cast, level=Level.SUPERVISED, supervised_by=SupervisedBy.SUPERVISES)
    account = cast.niels.account
    assert account is not None
    page = text(sign_in(account).get(reverse("worker:passport")))
    assert "Onder begeleiding: op je dienst is er in het team" in page
    assert "iemand die anderen hierin begeleidt" in page
