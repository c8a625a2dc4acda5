"""Self-rostering: the weeks in which a team puts in wishes itself, and those wishes."""

from __future__ import annotations

from django.db import models

from rondstroom.rooms.rosters.states import RoundState


class Round(models.Model):
    """A team's weeks, open for wishes until a moment; then the engine completes them."""

    team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="rounds")
    starts_on = models.DateField()
    ends_on = models.DateField()
    wishes_until = models.DateTimeField()
    state = models.CharField(max_length=10, choices=RoundState.choices, default=RoundState.OPEN)
    run = models.ForeignKey("rosters.PlanningRun", on_delete=models.SET_NULL, null=True)
    opened_at = models.DateTimeField()

    class Meta:
        """It ends after it starts; a team has one open round for the same first day."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="rosters_round_in_order",
            ),
            models.UniqueConstraint(fields=["team", "starts_on"], name="rosters_round_once"),
        ]


class RoundWish(models.Model):
    """A shift that somebody wants to work in a round; it gives no right to it yet."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="wishes")
    worker = models.ForeignKey("people.Worker", on_delete=models.CASCADE)
    shift = models.ForeignKey("demand.Shift", on_delete=models.CASCADE)
    said_at = models.DateTimeField()

    class Meta:
        """Once."""

        constraints = [
            models.UniqueConstraint(
                fields=["round", "worker", "shift"], name="rosters_round_wish_once"
            )
        ]
