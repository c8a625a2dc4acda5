"""Assignments, roster periods, planning runs and what they propose."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from rondstroom.rooms.rosters.states import AssignmentState, LineState, RunState, SwapState


class Assignment(models.Model):
    """One worker on one place of one shift.

    `blocked_until` is the end plus the daily rest, shortened only to a neighbour that the law
    check allowed. The database refuses two assignments of a worker whose
    `[starts_at, blocked_until)` overlap, two on one place of a shift, and a place beyond those
    the shift has (migration 0002).
    """

    worker = models.ForeignKey(
        "people.Worker", on_delete=models.PROTECT, related_name="assignments"
    )
    shift = models.ForeignKey("demand.Shift", on_delete=models.PROTECT, related_name="assignments")
    place = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=AssignmentState.choices)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    blocked_until = models.DateTimeField()
    made_at = models.DateTimeField()
    # When the worker was called: not for a plan that is no roster yet, nor for what one took.
    called_at = models.DateTimeField(null=True, blank=True)
    reasons = models.JSONField(default=list, blank=True)
    # Whom a newcomer can turn to on this shift: what that colleague works then.
    buddy = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        """One person per place; the guard against double booking stands in migration 0002."""

        indexes = [models.Index(fields=["worker", "starts_at"]), models.Index(fields=["shift"])]
        constraints = [
            models.UniqueConstraint(
                fields=["shift", "place"],
                condition=~models.Q(state="cancelled"),
                name="rosters_place_once",
            ),
            models.UniqueConstraint(
                fields=["shift", "worker"],
                condition=~models.Q(state="cancelled"),
                name="rosters_worker_once_per_shift",
            ),
            models.CheckConstraint(
                condition=models.Q(blocked_until__gte=models.F("ends_at")),
                name="rosters_blocked_after_end",
            ),
        ]


class GateTask(models.Model):
    """Somebody on a shift no longer passes the placement gate: somebody must act before it begins.

    `rules` names the checks that fail; why and what to do is judged again when it is read, so that
    nothing about a person is kept here. It closes itself when cured or when the person is off.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="gate_tasks")
    rules = models.JSONField(default=list)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """One open task per assignment."""

        constraints = [
            models.UniqueConstraint(
                fields=["assignment"],
                condition=models.Q(closed_at__isnull=True),
                name="rosters_gate_task_once",
            )
        ]


class Swap(models.Model):
    """A shift that somebody gives away, to one colleague or to anyone, for another shift or not.

    Nothing changes before it is done: then both assignments change hands, or none. `approved`
    holds the organisations whose planners agreed, where their teams want to be asked.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="swaps")
    wanted = models.ForeignKey(
        "people.Worker", on_delete=models.CASCADE, null=True, related_name="asked_to_swap"
    )
    wants_return = models.BooleanField(default=False)
    taker = models.ForeignKey(
        "people.Worker", on_delete=models.CASCADE, null=True, related_name="swaps_taken"
    )
    in_return = models.ForeignKey(
        Assignment, on_delete=models.CASCADE, null=True, related_name="given_in_return"
    )
    state = models.CharField(max_length=10, choices=SwapState.choices, default=SwapState.ASKED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    asked_at = models.DateTimeField()
    answer_by = models.DateTimeField()
    note = models.CharField(max_length=200, blank=True)
    answer = models.CharField(max_length=300, blank=True)
    approved = models.JSONField(default=list, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """A shift is given away once at a time; what waits is found by its term."""

        indexes = [
            models.Index(fields=["state", "answer_by"]),
            models.Index(fields=["wanted", "state"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment"],
                condition=models.Q(state__in=["asked", "offered", "accepted"]),
                name="rosters_swapped_once_at_a_time",
            )
        ]


class RosterPeriod(models.Model):
    """A team's published weeks: evidence of when the roster was known."""

    team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="periods")
    starts_on = models.DateField()
    ends_on = models.DateField()
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=150)


class PlanningRun(models.Model):
    """One question to the planning engine, its progress, and its answer.

    Asked for one organisation, or by the region's coordinator for a pool: then it names no
    organisation, and what it proposes stands in a run of each organisation that is `part_of` it.
    """

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, null=True
    )
    pool = models.ForeignKey("organisations.Pool", on_delete=models.PROTECT, null=True)
    part_of = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="parts")
    team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, null=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    asked_at = models.DateTimeField()
    seconds = models.PositiveIntegerField(default=30)
    seed = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=10, choices=RunState.choices, default=RunState.QUEUED)
    stop_asked = models.BooleanField(default=False)
    progress = models.JSONField(default=dict, blank=True)
    result = models.JSONField(default=dict, blank=True)
    failure = models.TextField(blank=True)

    class Meta:
        """For an organisation or for a pool, never both."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(organisation__isnull=True) ^ models.Q(pool__isnull=True),
                name="rosters_run_for_one",
            )
        ]


class ProposalLine(models.Model):
    """One change that a run proposes; a person decides."""

    run = models.ForeignKey(PlanningRun, on_delete=models.CASCADE, related_name="lines")
    shift = models.ForeignKey("demand.Shift", on_delete=models.CASCADE)
    worker = models.ForeignKey("people.Worker", on_delete=models.CASCADE)
    state = models.CharField(max_length=10, choices=LineState.choices, default=LineState.OPEN)
    reasons = models.JSONField(default=list, blank=True)
    answer = models.TextField(blank=True)
