"""Which column is what in the files of an organisation's own systems."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.organisations.models import ColumnChoice

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation


@transaction.atomic
def keep_columns(
    *,
    organisation: Organisation,
    kind: str,
    layout: str,
    columns: Mapping[str, str],
    by: Account,
    at: datetime,
) -> bool:
    """Keep how files with this layout are read; no columns: as the machine reads them.

    Tells whether that is new. Journal: `organisations.columns.kept`, only then.
    """
    where = {"organisation": organisation, "kind": kind, "layout": layout}
    kept = ColumnChoice.objects.filter(**where)
    if dict(columns) == next((one.columns for one in kept), {}):
        return False
    kept.delete()
    if columns:
        ColumnChoice(**where, columns=dict(columns), chosen_by=by.name, chosen_at=at).save()
    journal.record(
        event="organisations.columns.kept",
        by=by,
        at=at,
        subject=f"organisation:{organisation.pk}",
        organisation_id=organisation.pk,
        kind=kind,
        columns=dict(columns),
    )
    return True
