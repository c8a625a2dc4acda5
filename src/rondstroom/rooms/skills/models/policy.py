"""What an organisation asks and accepts."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Coalesce

from rondstroom.rooms.skills.models.catalogue import Skill
from rondstroom.rooms.skills.states import ProofKind

CLAIM_DAYS, BAR_HOURS = 7, 24


class Policy(models.Model):
    """What an organisation has decided about checking; without a row the defaults hold.

    `past_work_from`: from that day the record of earlier work blocks, before it warns; empty means
    it always blocks. `bar_hours`: so long before a shift who has no passed gate goes off it.
    `signals_from`: from that day signals about competences are taken (WOR art. 27 lid 1 l); empty
    is never.
    """

    organisation = models.OneToOneField(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="+"
    )
    past_work_from = models.DateField(null=True, blank=True)
    asks_induction = models.BooleanField(default=False)
    is_solo_provider = models.BooleanField(default=False)
    conduct_renew_months = models.PositiveSmallIntegerField(null=True, blank=True)
    four_eyes = models.JSONField(default=list, blank=True)
    claim_days = models.PositiveSmallIntegerField(default=CLAIM_DAYS)
    signals_from = models.DateField(null=True, blank=True)
    bar_hours = models.PositiveSmallIntegerField(default=BAR_HOURS)


class Acceptance(models.Model):
    """An organisation takes over what another saw: which kind, of whom, how old, from when.

    Without `issuer` of every partner in its pools; with itself as issuer it bounds the age of its
    own. Without `skill` every competence. For a VOG the age is that on the first day there.
    """

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="+"
    )
    kind = models.CharField(max_length=20, choices=ProofKind.choices)
    issuer = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, null=True, related_name="+"
    )
    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, null=True, related_name="+")
    max_age_months = models.PositiveSmallIntegerField(null=True, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=150)
    decided_at = models.DateTimeField()

    class Meta:
        """One living decision about the same."""

        constraints = [
            models.UniqueConstraint(
                "organisation",
                "kind",
                Coalesce("issuer", 0),
                Coalesce("skill", 0),
                condition=models.Q(ends_on__isnull=True),
                name="skills_accepted_once",
            )
        ]
