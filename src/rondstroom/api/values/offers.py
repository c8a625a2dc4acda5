"""Offers as systems see them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from ninja import Schema


class OfferOut(Schema):
    """A shift is put before a worker; `answer_due_at` is until when one may answer."""

    id: int
    worker: int
    name: str
    shift: int
    ring: str
    state: str
    made_at: datetime
    answer_due_at: datetime
    answered_at: datetime | None


def offers_of(rows: Sequence[Any]) -> list[OfferOut]:
    """Give offers; worker, step and cascade must be fetched."""
    return [
        OfferOut(
            id=row.pk,
            worker=row.worker_id,
            name=row.worker.name,
            shift=row.cascade.shift_id,
            ring=row.step.ring,
            state=row.state,
            made_at=row.made_at,
            answer_due_at=row.answer_due_at,
            answered_at=row.answered_at,
        )
        for row in rows
    ]
