"""The lines of the journal."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Entry(models.Model):
    """One thing that happened. Without foreign keys, so that no line hinders a deletion.

    The database refuses to change or remove a line (migration 0002).
    """

    at = models.DateTimeField()
    event = models.CharField(max_length=80)
    actor_id = models.BigIntegerField()
    actor_name = models.CharField(max_length=150)
    organisation_id = models.BigIntegerField(null=True, db_index=True)
    worker_id = models.BigIntegerField(null=True, db_index=True)
    subject = models.CharField(max_length=80, db_index=True)
    data = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        """Newest last, as written."""

        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(actor_name=""), name="journal_entry_has_author"
            )
        ]
