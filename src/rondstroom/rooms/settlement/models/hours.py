"""The hours of one assignment, every version of them, who agreed, and what was said."""

from __future__ import annotations

from django.db import models

from rondstroom.rooms.settlement.states import (
    Deviation,
    HoursKind,
    HoursState,
    Side,
    Steps,
    TemporaryWeeks,
)


class HoursRules(models.Model):
    """How an organisation deals with hours of its people."""

    organisation = models.OneToOneField(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="hours_rules"
    )
    steps = models.CharField(max_length=3, choices=Steps.choices, default=Steps.TWO)
    answer_days = models.PositiveIntegerField(default=5)
    temporary_weeks = models.PositiveIntegerField(
        choices=TemporaryWeeks.choices, default=TemporaryWeeks.THIRTEEN
    )


class Hours(models.Model):
    """What became of one assignment. Never deleted; a change is a new version.

    Who employs and in which form is kept as it was then: what was agreed does not change when
    somebody changes jobs.
    """

    assignment = models.OneToOneField(
        "rosters.Assignment", on_delete=models.PROTECT, related_name="hours"
    )
    worker = models.ForeignKey("people.Worker", on_delete=models.PROTECT, related_name="hours")
    lender = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="hours_lent"
    )
    borrower = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="hours_borrowed"
    )
    team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="hours")
    function = models.ForeignKey("skills.Function", on_delete=models.PROTECT, null=True)
    form = models.CharField(max_length=20)
    supplier = models.CharField(max_length=120, blank=True)
    shift_reason = models.CharField(max_length=60, blank=True)
    on_day = models.DateField()
    state = models.CharField(max_length=15, choices=HoursState.choices)
    version = models.PositiveIntegerField(default=1)
    answer_due_at = models.DateTimeField()
    approved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Looked for by who must agree, by who settles, and by worker."""

        indexes = [
            models.Index(fields=["borrower", "state", "on_day"]),
            models.Index(fields=["lender", "state", "on_day"]),
            models.Index(fields=["worker", "on_day"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="approved", approved_at__isnull=False)
                | (~models.Q(state="approved") & models.Q(approved_at__isnull=True)),
                name="settlement_approved_has_moment",
            )
        ]


class HoursVersion(models.Model):
    """What somebody said the hours were; the last one counts."""

    hours = models.ForeignKey(Hours, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=HoursKind.choices)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    break_minutes = models.PositiveIntegerField(default=0)
    deviation = models.CharField(max_length=15, choices=Deviation.choices, blank=True)
    made_by = models.CharField(max_length=150)
    made_at = models.DateTimeField()

    class Meta:
        """Each number once, in order of time."""

        constraints = [
            models.UniqueConstraint(fields=["hours", "number"], name="settlement_version_once"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="settlement_version_in_order",
            ),
        ]

    @property
    def minutes(self) -> int:
        """Minutes of work, without the break; none when there was no work."""
        if self.kind == HoursKind.ABSENT:
            return 0
        elapsed = int((self.ends_at - self.starts_at).total_seconds() // 60)
        return elapsed - self.break_minutes


class Approval(models.Model):
    """One side agrees to one version."""

    version = models.ForeignKey(HoursVersion, on_delete=models.PROTECT, related_name="approvals")
    side = models.CharField(max_length=10, choices=Side.choices)
    account_id = models.BigIntegerField()
    name = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        """Nothing is agreed to twice."""

        constraints = [
            models.UniqueConstraint(fields=["version", "side"], name="settlement_approved_once")
        ]


class Message(models.Model):
    """What was said about hours that do not agree."""

    hours = models.ForeignKey(Hours, on_delete=models.PROTECT, related_name="messages")
    name = models.CharField(max_length=150)
    text = models.CharField(max_length=500)
    at = models.DateTimeField()
