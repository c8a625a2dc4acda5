"""Shifts, what teams need, and vacancies."""

from __future__ import annotations

from django.db import models

from rondstroom.rooms.demand.states import ShiftState, SignUp, VacancyState


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
    # A place for somebody in training beside this shift, over and above what it needs.
    beside = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="+")
    # What is to be done, when help is composed from tasks: code and name as they were chosen.
    tasks = models.JSONField(default=list, blank=True)
    # The period of the work that this shift is a part of, once a planner cut it in two.
    whole_starts_at = models.DateTimeField(null=True, blank=True)
    whole_ends_at = models.DateTimeField(null=True, blank=True)
    # Made from the team's demand, and following it: others are never changed by that.
    follows_demand = models.BooleanField(default=False)
    # Function and skills that the demand asked, so that the database sees what is the same work.
    demand_key = models.CharField(max_length=120, blank=True)

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
            models.UniqueConstraint(
                fields=["team", "starts_at", "ends_at", "demand_key"],
                condition=models.Q(follows_demand=True) & ~models.Q(state="cancelled"),
                name="demand_followed_once",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="demand_shift_in_order"
            ),
            models.CheckConstraint(
                condition=models.Q(places__gte=1), name="demand_shift_has_place"
            ),
        ]


class DemandPattern(models.Model):
    """One version of what a team needs, from a day on; never changed, only followed by the next."""

    team = models.ForeignKey("organisations.Team", on_delete=models.CASCADE, related_name="demand")
    version = models.PositiveIntegerField()
    starts_on = models.DateField()
    # The last day; none: until a later version holds.
    ends_on = models.DateField(null=True, blank=True)
    cycle_weeks = models.PositiveIntegerField(default=1)
    # Week of the cycle, weekday, times, function, skills, places and break of each need.
    slots = models.JSONField(default=list)
    why = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=150)

    class Meta:
        """Each version once."""

        constraints = [
            models.UniqueConstraint(fields=["team", "version"], name="demand_pattern_once")
        ]


class Vacancy(models.Model):
    """Work for longer at one team: hours a week from a day on; without a last day it is for good.

    Kept apart from shifts: who takes it gets a contract, and shifts follow from the roster.
    """

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="vacancies"
    )
    team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="+")
    function = models.ForeignKey("skills.Function", on_delete=models.PROTECT, related_name="+")
    minutes_per_week = models.PositiveIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    # The parts of the week that the work is in, as "0:day"; none: to be agreed.
    pattern = models.JSONField(default=list)
    # Forms of engagement that the organisation offers.
    forms = models.JSONField(default=list)
    places = models.PositiveIntegerField(default=1)
    filled = models.PositiveIntegerField(default=0)
    # Within so many days everybody who answers has an answer.
    answer_days = models.PositiveIntegerField(default=7)
    remarks = models.CharField(max_length=300, blank=True)
    source_key = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=10, choices=VacancyState.choices, default=VacancyState.OPEN)
    posted_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In order, never more filled than asked, and a source's key once per organisation."""

        indexes = [models.Index(fields=["state", "organisation"])]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "source_key"],
                condition=~models.Q(source_key=""),
                name="demand_vacancy_key_once",
            ),
            models.CheckConstraint(
                condition=models.Q(filled__lte=models.F("places")), name="demand_vacancy_not_over"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="demand_vacancy_in_order",
            ),
        ]
