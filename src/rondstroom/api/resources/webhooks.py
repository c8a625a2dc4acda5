"""What a system wants to hear, and how that went."""

from datetime import datetime
from typing import Any, Literal

from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from rondstroom.api.access import caller_of, reads, writes
from rondstroom.api.pages import Asked, Page, page_of
from rondstroom.api.values.plain import Given, Id, Words
from rondstroom.rooms.identity import actions, permissions, queries

router = Router(tags=["webhooks"])


class WebhookIn(Given):
    """Where to be told of what."""

    url: Words = Field(min_length=8)
    events: list[Words] = Field(max_length=50)


class WebhookOut(Schema):
    """A webhook; its secret is shown once, when it is made or renewed."""

    id: int
    url: str
    events: list[str]
    is_active: bool
    made_at: datetime
    secret: str | None = None


class DeliveryOut(Schema):
    """One message: waiting, arrived or dead; `answer` is what came back last."""

    id: int
    event_id: int
    event: str
    state: str
    tries: int
    answer: str
    made_at: datetime
    next_try_at: datetime
    arrived_at: datetime | None


class Wanted(Asked):
    """Which messages."""

    state: Literal["waiting", "arrived", "dead"] | None = None


@router.get("/webhooks", response=Page[WebhookOut])
@reads("webhooks:read")
def list_webhooks(request: HttpRequest, wanted: Query[Asked]) -> Any:
    """Give the webhooks of the organisation."""
    rows = queries.webhooks_of(caller_of(request).organisation_id)
    return page_of(rows, wanted, lambda some: [_webhook(row) for row in some])


@router.post("/webhooks", response={201: WebhookOut})
@writes("webhooks:write")
def subscribe(request: HttpRequest, body: WebhookIn) -> Any:
    """Be told of these events from now on. Keep the secret: it is shown only now."""
    caller = caller_of(request)
    row, secret = actions.subscribe(
        key=caller.key, url=body.url, events=body.events, **caller.signed
    )
    return 201, _webhook(row, secret)


@router.delete("/webhooks/{webhook_id}", response={204: None})
@writes("webhooks:write")
def unsubscribe(request: HttpRequest, webhook_id: Id) -> Any:
    """Be told no more; what still waited is dropped."""
    actions.unsubscribe(webhook=_own(request, webhook_id), **caller_of(request).signed)
    return 204, None


@router.post("/webhooks/{webhook_id}/rotate", response=WebhookOut)
@writes("webhooks:write")
def rotate(request: HttpRequest, webhook_id: Id) -> Any:
    """Give a new secret; for a day the old one signs too."""
    row = _own(request, webhook_id)
    secret = actions.rotate_secret(webhook=row, **caller_of(request).signed)
    return 200, _webhook(row, secret)


@router.get("/webhooks/{webhook_id}/deliveries", response=Page[DeliveryOut])
@reads("webhooks:read")
def deliveries(request: HttpRequest, webhook_id: Id, wanted: Query[Wanted]) -> Any:
    """Give the messages of a webhook; those with state `dead` were given up."""
    rows = queries.deliveries_of(_own(request, webhook_id).pk)
    if wanted.state is not None:
        rows = rows.filter(state=wanted.state)
    return page_of(rows, wanted, lambda some: [_delivery(row) for row in some])


@router.post("/webhooks/{webhook_id}/deliveries/{delivery_id}/retry", response=DeliveryOut)
@writes("webhooks:write")
def retry(request: HttpRequest, webhook_id: Id, delivery_id: Id) -> Any:
    """Try a message again from the start, also one that was given up."""
    row = queries.delivery(delivery_id)
    if row is None or row.webhook_id != _own(request, webhook_id).pk:
        raise Http404
    return 200, _delivery(actions.retry_delivery(delivery=row, **caller_of(request).signed))


def _own(request: HttpRequest, number: int) -> Any:
    row = queries.webhook(number)
    if row is None or not permissions.may_manage_webhook(caller_of(request).key, row):
        raise Http404
    return row


def _webhook(row: Any, secret: str | None = None) -> WebhookOut:
    return WebhookOut(
        id=row.pk,
        url=row.url,
        events=row.events,
        is_active=row.is_active,
        made_at=row.made_at,
        secret=secret,
    )


def _delivery(row: Any) -> DeliveryOut:
    return DeliveryOut(
        id=row.pk,
        event_id=row.event_id,
        event=row.event,
        state=row.state,
        tries=row.tries,
        answer=row.answer,
        made_at=row.made_at,
        next_try_at=row.next_try_at,
        arrived_at=row.arrived_at,
    )
