"""Workers and what they say about when and where they want to work."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.db import models

from rondstroom.rooms.people.states import DayPart, EngagementForm, MoreHours, TravelMode, Wish


class Worker(models.Model):
    """A care worker. No BSN, address or age: a postcode area, and until when youth rules hold."""

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="worker"
    )
    name = models.CharField(max_length=150)
    email = models.EmailField(blank=True)
    home_pc4 = models.CharField(max_length=4, blank=True)
    travel_mode = models.CharField(
        max_length=10, choices=TravelMode.choices, default=TravelMode.BICYCLE
    )
    max_travel_minutes = models.PositiveIntegerField(default=45)
    youth_until = models.DateField(null=True, blank=True)
    planning_restriction = models.CharField(max_length=40, blank=True)
    restriction_until = models.DateField(null=True, blank=True)

    class Meta:
        """An address belongs to one worker: so two employers find the same person."""

        constraints = [
            models.UniqueConstraint(
                fields=["email"], condition=~models.Q(email=""), name="people_email_once"
            )
        ]


class Engagement(models.Model):
    """What ties a worker to an organisation: form, hours, and the number it knows the worker by."""

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="engagements")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="engagements"
    )
    team = models.ForeignKey(
        "organisations.Team", on_delete=models.SET_NULL, null=True, related_name="engagements"
    )
    form = models.CharField(max_length=20, choices=EngagementForm.choices)
    personnel_number = models.CharField(max_length=40)
    minutes_per_week = models.PositiveIntegerField(default=0)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    # Weekday, from and until at which one can be asked; None: the times are known ahead (7:628b).
    reference_times = models.JSONField(null=True, blank=True)

    class Meta:
        """A personnel number once per organisation."""

        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "personnel_number"], name="people_personnel_number_once"
            )
        ]


class Willingness(models.Model):
    """An organisation of the pool where the worker wants to work."""

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="willing_for")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="willing_workers"
    )

    class Meta:
        """Once."""

        constraints = [
            models.UniqueConstraint(fields=["worker", "organisation"], name="people_willing_once")
        ]


class Availability(models.Model):
    """What a worker says about one part of one day."""

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="availability")
    on_date = models.DateField()
    part = models.CharField(max_length=10, choices=DayPart.choices)
    wish = models.CharField(max_length=12, choices=Wish.choices)

    class Meta:
        """One word per part of a day."""

        constraints = [
            models.UniqueConstraint(
                fields=["worker", "on_date", "part"], name="people_availability_once"
            )
        ]


class HoursWish(models.Model):
    """How much a worker wants to work, and whether more than now; `until` ends "this month"."""

    worker = models.OneToOneField(Worker, on_delete=models.CASCADE, related_name="hours_wish")
    minutes_per_week = models.PositiveIntegerField(null=True, blank=True)
    more = models.CharField(max_length=12, choices=MoreHours.choices, blank=True)
    said_at = models.DateTimeField()
    until = models.DateField(null=True, blank=True)


class DeclaredWork(models.Model):
    """Work elsewhere that the worker has told of (ATW 5:15 lid 6); counts for the law only."""

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="declared_work")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    break_minutes = models.PositiveIntegerField(default=0)

    class Meta:
        """It ends after it starts."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="people_declared_in_order",
            )
        ]


class Absence(models.Model):
    """Days on which somebody does not work, as a planner heard it. There is no reason, ever."""

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="absences")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.CASCADE)
    starts_on = models.DateField()
    ends_on = models.DateField()
    reported_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """It ends after it starts; `ends_on` is the first day no longer."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gt=models.F("starts_on")),
                name="people_absence_in_order",
            )
        ]
        indexes = [models.Index(fields=["worker", "ends_on"])]


class CalendarKey(models.Model):
    """The secret in a worker's calendar link, kept as a digest only; a new one ends the old."""

    worker = models.OneToOneField(Worker, on_delete=models.CASCADE, related_name="calendar_key")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    @staticmethod
    def digest_of(key: str) -> str:
        """Give what is kept of a secret: enough to know it again, not to make it."""
        return hashlib.sha256(key.encode()).hexdigest()


class OwnWage(models.Model):
    """What a worker typed about the own wage, to see what a shift pays; nobody else is shown it."""

    worker = models.OneToOneField(Worker, on_delete=models.CASCADE, related_name="own_wage")
    hourly_cents = models.PositiveIntegerField()
    has_tax_credit = models.BooleanField(default=True)
