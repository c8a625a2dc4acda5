"""A write with an `Idempotency-Key` is done once; asked again, the same answer comes back."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import BaseModel

from rondstroom.api.problems import Problem
from rondstroom.rooms.identity import actions
from rondstroom.rooms.journal.actions import patient

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import ApiKey

HEADER = "Idempotency-Key"
_NAME = re.compile(r"[\x21-\x7e]{1,80}")
Answered = tuple[int, Any]


def once(request: HttpRequest, key: ApiKey, write: Callable[[], Answered]) -> HttpResponse:
    """Do a write and keep its answer, or give the answer that was kept.

    Write and answer are in one transaction: when the write is refused nothing is kept, and the
    same question may be asked again.
    """
    name = request.headers.get(HEADER, "")
    if not name:
        status, body, _kept_body = _written(write)
        return _response(status, body)
    if not _NAME.fullmatch(name):
        text = _("Een Idempotency-Key heeft 1 tot 80 tekens, zonder spaties of accenten.")
        raise Problem("invalid", text, {"errors": [{"field": HEADER, "message": text}]})
    return _kept(name, _fingerprint(request), key, write)


@patient
@transaction.atomic
def _written(write: Callable[[], Answered]) -> tuple[int, str, str]:
    return _as_text(write())


@patient
@transaction.atomic
def _kept(name: str, fingerprint: str, key: ApiKey, write: Callable[[], Answered]) -> HttpResponse:
    signed: dict[str, Any] = {"by": key.account, "at": timezone.now()}
    known = actions.claim_answer(key=key, name=name, fingerprint=fingerprint, **signed)
    if known.status:
        response = _response(known.status, known.body)
        response["Idempotency-Replayed"] = "true"
        return response
    status, body, to_keep = _as_text(write())
    actions.keep_answer(answer=known, status=status, body=to_keep, **signed)
    return _response(status, body)


def _fingerprint(request: HttpRequest) -> str:
    whole = f"{request.method} {request.get_full_path()}\n".encode() + request.body
    return hashlib.sha256(whole).hexdigest()


def _as_text(answered: Answered) -> tuple[int, str, str]:
    """Give the status, what is answered, and what is kept of that: no secret."""
    status, value = answered
    if value is None:
        return status, "", ""
    if not isinstance(value, BaseModel):
        text = json.dumps(value, cls=DjangoJSONEncoder)
        return status, text, text
    text = value.model_dump_json()
    if "secret" not in type(value).model_fields:
        return status, text, text
    return status, text, value.model_copy(update={"secret": None}).model_dump_json()


def _response(status: int, body: str) -> HttpResponse:
    return HttpResponse(body, status=status, content_type="application/json")
