"""What workers ask of the organisation, and its answers."""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from rondstroom.api.access import caller_of, reads, writes
from rondstroom.api.pages import Asked, Page, page_of
from rondstroom.api.resources import own
from rondstroom.api.values.people import RequestOut, requests_of
from rondstroom.api.values.plain import Given, Id, Number, Words
from rondstroom.rooms.matching import actions, queries

router = Router(tags=["requests"])


class Wanted(Asked):
    """Which requests."""

    state: Literal["requested", "waiting", "accepted", "declined", "withdrawn"] | None = None
    shift: Number | None = None


class Answer(Given):
    """Words for the worker."""

    answer: Words = ""


class Refusal(Given):
    """Words for the worker: every application is answered."""

    answer: Words = Field(min_length=1)


@router.get("/requests", response=Page[RequestOut])
@reads("requests:read")
def list_requests(request: HttpRequest, wanted: Query[Wanted]) -> Any:
    """Give what workers asked, answered or not."""
    asked = {"state": wanted.state, "shift_id": wanted.shift}
    rows = queries.requests_at(caller_of(request).organisation_id)
    given = {name: value for name, value in asked.items() if value is not None}
    return page_of(rows.filter(**given), wanted, requests_of)


@router.get("/requests/{request_id}", response=RequestOut)
@reads("requests:read")
def one_request(request: HttpRequest, request_id: Id) -> Any:
    """Give one request."""
    return requests_of([own.asked(request, request_id)])[0]


@router.post("/requests/{request_id}/accept", response=RequestOut)
@writes("requests:write")
def accept(request: HttpRequest, request_id: Id, body: Answer) -> Any:
    """Give the worker the place; the law is never set aside from here."""
    row = own.asked(request, request_id)
    actions.accept_request(request=row, answer=body.answer, **caller_of(request).signed)
    return 200, requests_of([own.asked(request, request_id)])[0]


@router.post("/requests/{request_id}/decline", response=RequestOut)
@writes("requests:write")
def decline(request: HttpRequest, request_id: Id, body: Refusal) -> Any:
    """Tell the worker no, and why."""
    row = own.asked(request, request_id)
    actions.decline_request(request=row, answer=body.answer, **caller_of(request).signed)
    return 200, requests_of([own.asked(request, request_id)])[0]
