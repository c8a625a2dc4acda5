"""How an organisation reads the files of its own systems."""

from __future__ import annotations

from django.db import models

from rondstroom.rooms.organisations.models.places import Organisation


class ColumnChoice(models.Model):
    """Which column is what in files with these headings, as a planner said when bringing one in.

    `layout` stands for the headings themselves, so that the next export of the same system is
    known without a name for it. `columns` maps fields of the import to headings.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="column_choices"
    )
    kind = models.CharField(max_length=20)
    layout = models.CharField(max_length=64)
    columns = models.JSONField()
    chosen_by = models.CharField(max_length=150)
    chosen_at = models.DateTimeField()

    class Meta:
        """One choice for a layout."""

        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "layout"],
                name="organisations_columns_once",
            )
        ]
