"""Evidence seen, what the register answered, and what a person decided."""

from __future__ import annotations

from django.db import models

from rondstroom.rooms.skills.models.catalogue import Function, Skill
from rondstroom.rooms.skills.states import (
    Level,
    Matter,
    Method,
    ProofKind,
    RegisterOutcome,
    RegisterSource,
    SupervisedBy,
    WithdrawalReason,
)


class Proof(models.Model):
    """Evidence seen: by whom, when, valid from and through which day. Never the document itself.

    `valid_from` is the day of issue or assessment. `issuer` is the organisation that looked;
    without one it was recorded for the whole pool. `code` is the profession in the register or the
    profile of a VOG. `level` says how far somebody is with a competence, and `supervised_by` who
    must be there under supervision. A withdrawn proof stays as a trace and counts no more.
    """

    worker = models.ForeignKey("people.Worker", on_delete=models.CASCADE, related_name="proofs")
    kind = models.CharField(max_length=20, choices=ProofKind.choices)
    function = models.ForeignKey(Function, on_delete=models.PROTECT, null=True)
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, null=True)
    issuer = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, null=True, related_name="+"
    )
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, null=True, related_name="+"
    )
    location = models.ForeignKey(
        "organisations.Location", on_delete=models.PROTECT, null=True, related_name="+"
    )
    valid_from = models.DateField()
    valid_through = models.DateField(null=True, blank=True)
    code = models.CharField(max_length=10, blank=True)
    method = models.CharField(max_length=10, choices=Method.choices, blank=True)
    level = models.CharField(max_length=12, choices=Level.choices, blank=True)
    supervised_by = models.CharField(max_length=12, choices=SupervisedBy.choices, blank=True)
    reference = models.CharField(max_length=60, blank=True)
    seen_by = models.CharField(max_length=150)
    seen_on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawal = models.CharField(max_length=20, choices=WithdrawalReason.choices, blank=True)

    class Meta:
        """A diploma names a function, a competence a skill, and so on."""

        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind="diploma") | models.Q(function__isnull=False),
                name="skills_diploma_names_function",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="skill") | models.Q(skill__isnull=False),
                name="skills_skill_proof_names_skill",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="agreement") | models.Q(organisation__isnull=False),
                name="skills_agreement_names_organisation",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="induction") | models.Q(location__isnull=False),
                name="skills_induction_names_location",
            ),
            models.CheckConstraint(
                condition=models.Q(level="supervised") & ~models.Q(supervised_by="")
                | ~models.Q(level="supervised") & models.Q(supervised_by=""),
                name="skills_supervised_names_by_whom",
            ),
        ]
        indexes = [models.Index(fields=["worker", "kind"])]


class Registration(models.Model):
    """What a professional register said last of a worker's number; not the raw answer.

    `checked_at` is the last answer, `tried_at` the last question: later means it was down.
    """

    worker = models.ForeignKey(
        "people.Worker", on_delete=models.CASCADE, related_name="registrations"
    )
    code = models.CharField(max_length=10)
    number = models.CharField(max_length=11)
    outcome = models.CharField(max_length=20, choices=RegisterOutcome.choices)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    about = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=10, choices=RegisterSource.choices)
    source_version = models.CharField(max_length=40, blank=True)
    checked_at = models.DateTimeField()
    checked_by = models.CharField(max_length=150)
    tried_at = models.DateTimeField()
    renewed_on = models.DateField(null=True, blank=True)

    class Meta:
        """One answer per profession."""

        constraints = [
            models.UniqueConstraint(
                fields=["worker", "code"], name="skills_registration_once_per_profession"
            )
        ]


class Decision(models.Model):
    """What a person at an organisation decided about a worker where no rule can.

    `about` is the fingerprint of what was decided on: when that changes, somebody decides again.
    """

    worker = models.ForeignKey("people.Worker", on_delete=models.CASCADE, related_name="decisions")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="+"
    )
    matter = models.CharField(max_length=10, choices=Matter.choices)
    about = models.CharField(max_length=120)
    is_allowed = models.BooleanField()
    valid_from = models.DateField()
    valid_through = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=150)
    decided_at = models.DateTimeField()

    class Meta:
        """One decision at a time."""

        constraints = [
            models.UniqueConstraint(
                fields=["worker", "organisation", "matter", "about"], name="skills_decided_once"
            )
        ]
