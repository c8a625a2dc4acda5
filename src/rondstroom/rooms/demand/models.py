"""Shifts."""

from __future__ import annotations

from django.db import models

from rondstroom.rooms.demand.states import ShiftState, SignUp


class Shift(models.Model):
    """Work to be done by `places` people of one function, at one team, in one period."""

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="shifts"
    )
    team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="shifts")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    break_minutes = models.PositiveIntegerField(default=0)
    # Without a function anybody may work it: a roster brought in by names knows no more.
    function = models.ForeignKey("skills.Function", on_delete=models.PROTECT, null=True)
    skills = models.ManyToManyField("skills.Skill", blank=True, related_name="shifts")
    places = models.PositiveIntegerField(default=1)
    sign_up = models.CharField(max_length=10, choices=SignUp.choices, default=SignUp.REQUEST)
    state = models.CharField(max_length=10, choices=ShiftState.choices, default=ShiftState.DRAFT)
    reason = models.CharField(max_length=60, blank=True)
    remarks = models.CharField(max_length=300, blank=True)
    # The name this shift has in the planner's own system: the key for importing twice.
    source_key = models.CharField(max_length=80, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In order, with a place, and a source's key once per organisation."""

        indexes = [
            models.Index(fields=["state", "starts_at"]),
            models.Index(fields=["team", "starts_at"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "source_key"],
                condition=~models.Q(source_key=""),
                name="demand_source_key_once",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="demand_shift_in_order"
            ),
            models.CheckConstraint(
                condition=models.Q(places__gte=1), name="demand_shift_has_place"
            ),
        ]
