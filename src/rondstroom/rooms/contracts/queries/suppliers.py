"""Suppliers in an organisation's file."""

from __future__ import annotations

from django.db.models import QuerySet

from rondstroom.rooms.contracts.models import Supplier


def supplier(supplier_id: int) -> Supplier | None:
    """Give a supplier by number."""
    return Supplier.objects.select_related("organisation").filter(pk=supplier_id).first()


def suppliers_of(organisation_id: int) -> QuerySet[Supplier]:
    """Give the suppliers of an organisation, by name."""
    return Supplier.objects.filter(organisation_id=organisation_id).order_by("name", "pk")
