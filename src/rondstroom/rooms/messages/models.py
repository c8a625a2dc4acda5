"""Messages, how they travel, what people prefer, and questions with their term."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from rondstroom.rooms.messages.states import (
    DIGEST_AT,
    QUIET_FROM,
    QUIET_UNTIL,
    Audience,
    Channel,
    DeliveryState,
    MessageKind,
    Pace,
)

_ACCOUNT = settings.AUTH_USER_MODEL
LONGEST_ADDRESS = 500


class Message(models.Model):
    """One thing told to one account, in that person's language. It always stands in the inbox.

    `subject` points to the thing: `shift:12`. `once` keeps the same news from being told twice.
    With `answer_by` somebody waits for this account; `answered_at` ends that.
    """

    account = models.ForeignKey(_ACCOUNT, on_delete=models.CASCADE, related_name="inbox")
    kind = models.CharField(max_length=12, choices=MessageKind.choices)
    audience = models.CharField(max_length=10, choices=Audience.choices)
    title = models.CharField(max_length=150)
    text = models.CharField(max_length=900)
    subject = models.CharField(max_length=80, blank=True)
    once = models.CharField(max_length=120, blank=True)
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    answer_by = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """The same news once per account."""

        indexes = [
            models.Index(fields=["account", "-sent_at"]),
            models.Index(
                fields=["once"],
                condition=models.Q(answer_by__isnull=False, answered_at__isnull=True),
                name="messaging_waits_by_key",
            ),
            models.Index(
                fields=["account"],
                condition=models.Q(read_at__isnull=True),
                name="messaging_unread",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "once"],
                condition=~models.Q(once=""),
                name="messaging_told_once",
            )
        ]


class Delivery(models.Model):
    """A message on its way by mail or push: the outbox."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="deliveries")
    channel = models.CharField(max_length=8, choices=Channel.choices)
    state = models.CharField(
        max_length=8, choices=DeliveryState.choices, default=DeliveryState.WAITING
    )
    due_at = models.DateTimeField()
    tries = models.PositiveIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=200, blank=True)

    class Meta:
        """Once per channel; what waits is found by its moment."""

        indexes = [models.Index(fields=["state", "due_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["message", "channel"], name="messaging_delivered_once_per_channel"
            )
        ]


class Preference(models.Model):
    """How fast an account wants messages of one kind over one channel."""

    account = models.ForeignKey(_ACCOUNT, on_delete=models.CASCADE, related_name="preferences")
    kind = models.CharField(max_length=12, choices=MessageKind.choices)
    channel = models.CharField(max_length=8, choices=Channel.choices)
    pace = models.CharField(max_length=8, choices=Pace.choices)

    class Meta:
        """One word per kind and channel."""

        constraints = [
            models.UniqueConstraint(
                fields=["account", "kind", "channel"], name="messaging_preference_once"
            )
        ]


class Rhythm(models.Model):
    """When an account is not to be disturbed, and when the day's mail may come."""

    account = models.OneToOneField(_ACCOUNT, on_delete=models.CASCADE, related_name="rhythm")
    quiet_from = models.TimeField(default=QUIET_FROM)
    quiet_until = models.TimeField(default=QUIET_UNTIL)
    digest_at = models.TimeField(default=DIGEST_AT)


class PushAddress(models.Model):
    """Where a browser of an account can be reached; it says nothing of who the account is."""

    account = models.ForeignKey(_ACCOUNT, on_delete=models.CASCADE, related_name="push_addresses")
    endpoint = models.CharField(max_length=LONGEST_ADDRESS, unique=True)
    made_at = models.DateTimeField()


class Question(models.Model):
    """Something asked about a thing, such as a shift; it must be answered within its term."""

    subject = models.CharField(max_length=80, db_index=True)
    # The room organisations stands above this one, so no foreign key may point there.
    organisation_id = models.BigIntegerField()
    asked_by = models.ForeignKey(_ACCOUNT, on_delete=models.CASCADE, related_name="questions")
    text = models.CharField(max_length=600)
    asked_at = models.DateTimeField()
    answer_by = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """What waits is found per organisation, the first due first."""

        indexes = [
            models.Index(
                fields=["organisation_id", "answer_by"],
                condition=models.Q(answered_at__isnull=True),
                name="messaging_question_waits",
            )
        ]


class Reply(models.Model):
    """One answer in the thread of a question."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="replies")
    author = models.ForeignKey(_ACCOUNT, on_delete=models.CASCADE, related_name="replies")
    text = models.CharField(max_length=600)
    written_at = models.DateTimeField()
