"""Side entrants who work from the pool for a limited time, and where they go then."""

from __future__ import annotations

from django.db import models

from rondstroom.rooms.people.states import WentTo


class PoolTerm(models.Model):
    """From `starts_on` up to, not including, `ends_on` somebody works from the pool.

    `left_on` is the first day no longer in it, `went_to` where to: with an employer of the region
    that is `employer`. One term runs at a time; what is over stays, to be counted.
    """

    worker = models.ForeignKey("people.Worker", on_delete=models.CASCADE, related_name="pool_terms")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    starts_on = models.DateField()
    ends_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    went_to = models.CharField(max_length=12, choices=WentTo.choices, blank=True)
    employer = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, null=True, related_name="+"
    )
    noted_by = models.CharField(max_length=150)
    noted_at = models.DateTimeField()

    class Meta:
        """Whoever left went somewhere; an employer is named with that answer only."""

        constraints = [
            models.UniqueConstraint(
                fields=["worker"],
                condition=models.Q(left_on__isnull=True),
                name="people_one_pool_term",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__gt=models.F("starts_on")),
                name="people_pool_term_has_length",
            ),
            models.CheckConstraint(
                condition=models.Q(left_on__isnull=True, went_to="")
                | models.Q(left_on__isnull=False) & ~models.Q(went_to=""),
                name="people_left_the_pool_to_somewhere",
            ),
            models.CheckConstraint(
                condition=models.Q(went_to="employer", employer__isnull=False)
                | ~models.Q(went_to="employer") & models.Q(employer__isnull=True),
                name="people_new_employer_is_named",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "ends_on"])]
