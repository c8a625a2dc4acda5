"""What is done about hire that lasts."""

from __future__ import annotations

from django.db import models

from rondstroom.rooms.settlement.states import MeasureKind, MeasureState


class Measure(models.Model):
    """Something that an organisation tries in a team, perhaps about one hired person."""

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="hire_measures"
    )
    team = models.ForeignKey(
        "organisations.Team", on_delete=models.CASCADE, related_name="hire_measures"
    )
    worker = models.ForeignKey(
        "people.Worker", on_delete=models.CASCADE, null=True, related_name="hire_measures"
    )
    kind = models.CharField(max_length=12, choices=MeasureKind.choices)
    state = models.CharField(max_length=10, choices=MeasureState.choices)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    by_name = models.CharField(max_length=150)

    class Meta:
        """One of a kind at a time."""

        constraints = [
            models.UniqueConstraint(
                fields=["team", "kind"],
                condition=models.Q(state="open", worker__isnull=True),
                name="settlement_measure_once",
            ),
            models.UniqueConstraint(
                fields=["team", "worker", "kind"],
                condition=models.Q(state="open", worker__isnull=False),
                name="settlement_measure_about_once",
            ),
        ]
