"""Every way in which the API says no: code, status, and what to do, in Dutch and English."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.http import JsonResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CONTENT_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem; `advice` says what the asking system can do."""

    status: int
    title: str | Promise
    advice: str | Promise


KINDS: dict[str, Kind] = {
    "unreadable": Kind(
        400,
        _("De vraag is niet te lezen"),
        _("Stuur geldige JSON, en een cursor zoals je hem kreeg."),
    ),
    "no-key": Kind(
        401,
        _("Er is geen geldige sleutel"),
        _("Stuur de kop Authorization: Bearer met een sleutel die niet is ingetrokken."),
    ),
    "missing-scope": Kind(
        403,
        _("De sleutel heeft dit recht niet"),
        _("Vraag de beheerder van je organisatie om een sleutel met dit recht."),
    ),
    "not-found": Kind(
        404,
        _("Dit bestaat niet, of is niet van jouw organisatie"),
        _("Kijk het nummer na. Wat van een ander is, bestaat voor jou niet."),
    ),
    "not-allowed-here": Kind(
        405, _("Dit kan niet op dit adres"), _("Kijk in de kop Allow wat wel kan.")
    ),
    "idempotency-key-reused": Kind(
        409,
        _("Dezelfde Idempotency-Key kwam met een andere vraag"),
        _("Stuur precies dezelfde vraag, of kies een nieuwe Idempotency-Key."),
    ),
    "refused": Kind(
        409,
        _("Het kan niet"),
        _("Lees in detail waarom. De velden refusal en reason_code zeggen het aan programma's."),
    ),
    "invalid": Kind(
        422,
        _("Er staat iets in de vraag dat niet klopt"),
        _("Kijk in errors: per veld staat wat er mis is."),
    ),
    "too-many": Kind(
        429,
        _("Te veel vragen in een minuut"),
        _("Wacht zo veel seconden als in de kop Retry-After staat."),
    ),
    "unforeseen": Kind(
        500,
        _("Er ging iets mis dat wij niet voorzagen"),
        _("Er is niets half gedaan. Probeer het later met dezelfde Idempotency-Key."),
    ),
    "busy": Kind(
        503,
        _("De database heeft het druk"),
        _("Er is niets gedaan. Probeer het zo meteen opnieuw."),
    ),
}


@dataclass
class Problem(Exception):
    """Stops an endpoint and answers with one of the kinds."""

    code: str
    detail: str = ""
    more: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        """Give the detail."""
        return self.detail


def answer(problem: Problem) -> JsonResponse:
    """Give a problem as `application/problem+json` (RFC 9457), in the language that was asked."""
    kind = KINDS[problem.code]
    body = {
        "type": f"/api/v1/problems/{problem.code}",
        "title": str(kind.title),
        "status": kind.status,
        "code": problem.code,
        "detail": problem.detail or str(kind.advice),
        **problem.more,
    }
    response = JsonResponse(body, status=kind.status, content_type=CONTENT_TYPE)
    if kind.status == 401:
        response["WWW-Authenticate"] = "Bearer"
    if kind.status == 503:
        response["Retry-After"] = "2"
    return response
