"""How an organisation reads the files of its own systems."""

from __future__ import annotations

from collections.abc import Iterable

from rondstroom.rooms.organisations.models import ColumnChoice


def columns_chosen(
    organisation_id: int, layouts: Iterable[str], kind: str | None = None
) -> ColumnChoice | None:
    """Give the newest choice of columns for one of these layouts, of any kind when none is said."""
    rows = ColumnChoice.objects.filter(organisation_id=organisation_id, layout__in=set(layouts))
    if kind:
        rows = rows.filter(kind=kind)
    return rows.order_by("-chosen_at", "-pk").first()
