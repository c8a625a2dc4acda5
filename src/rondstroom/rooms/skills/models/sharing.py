"""A passport that a worker shows an organisation by own choice."""

from __future__ import annotations

from django.db import models

from rondstroom.rooms.skills.models.proofs import Proof


class Share(models.Model):
    """These proofs, for this organisation, through this day, until the worker takes it back.

    `proofs` are the chosen ones and no others: what is seen later is not shared with it. A share
    that is over stays as the worker's own record of who could read what.
    """

    worker = models.ForeignKey("people.Worker", on_delete=models.CASCADE, related_name="shares")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="+"
    )
    proofs = models.ManyToManyField(Proof, related_name="+")
    shared_at = models.DateTimeField()
    through = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """One at a time with an organisation; it finds its own fast."""

        constraints = [
            models.UniqueConstraint(
                fields=["worker", "organisation"],
                condition=models.Q(ended_at__isnull=True),
                name="skills_one_share_at_a_time",
            )
        ]
        indexes = [models.Index(fields=["organisation", "through"])]
