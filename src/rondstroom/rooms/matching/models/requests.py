"""Requests of workers for shifts."""

from __future__ import annotations

from django.db import models

from rondstroom.rooms.matching.states import RequestState


class Request(models.Model):
    """A worker asks for a place on a shift; it is answered within the organisation's term.

    `awaits_register`: nothing but the age of the register's answer stands in the way of it.
    """

    worker = models.ForeignKey("people.Worker", on_delete=models.CASCADE, related_name="requests")
    shift = models.ForeignKey("demand.Shift", on_delete=models.CASCADE, related_name="requests")
    state = models.CharField(max_length=10, choices=RequestState.choices)
    asked_at = models.DateTimeField()
    answer_due_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=300, blank=True)
    awaits_register = models.BooleanField(default=False)

    class Meta:
        """One living request per worker and shift."""

        constraints = [
            models.UniqueConstraint(
                fields=["worker", "shift"],
                condition=models.Q(state__in=["requested", "waiting"]),
                name="matching_one_living_request",
            )
        ]
        indexes = [models.Index(fields=["shift", "state"])]
