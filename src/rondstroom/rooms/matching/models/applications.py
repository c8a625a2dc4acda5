"""What workers answer to vacancies."""

from __future__ import annotations

from django.db import models

from rondstroom.rooms.matching.states import ApplicationState
from rondstroom.rooms.people.states import EngagementForm


class Application(models.Model):
    """A worker wants a vacancy; the organisation answers within the vacancy's term."""

    worker = models.ForeignKey(
        "people.Worker", on_delete=models.CASCADE, related_name="applications"
    )
    vacancy = models.ForeignKey(
        "demand.Vacancy", on_delete=models.CASCADE, related_name="applications"
    )
    # The other half, for who wants one job at two organisations; both sides read it.
    combined_with = models.ForeignKey(
        "demand.Vacancy", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    form = models.CharField(max_length=20, choices=EngagementForm.choices, blank=True)
    words = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=ApplicationState.choices)
    said_at = models.DateTimeField()
    answer_due_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=300, blank=True)

    class Meta:
        """One living application per worker and vacancy."""

        constraints = [
            models.UniqueConstraint(
                fields=["worker", "vacancy"],
                condition=models.Q(state__in=["proposed", "applied"]),
                name="matching_one_living_application",
            )
        ]
        indexes = [models.Index(fields=["vacancy", "state"])]
