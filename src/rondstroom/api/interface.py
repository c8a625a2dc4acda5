"""The API as a whole: its resources, its OpenAPI document, and how it says no."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from rondstroom.api import problems
from rondstroom.api.access import KeyAuth
from rondstroom.api.field_words import told
from rondstroom.api.openapi import finished
from rondstroom.api.problems import KINDS, Problem
from rondstroom.api.resources import (
    assignments,
    eligibility,
    offers,
    organisation,
    requests,
    rosters,
    setu,
    shift_life,
    shifts,
    vacancies,
    webhooks,
    workers,
)
from rondstroom.rooms.identity.actions import UnableToRepeat
from rondstroom.rooms.journal.actions import UnableToAct

log = logging.getLogger(__name__)


class Interface(NinjaAPI):
    """Ninja's API, with the problems in its document."""

    def get_openapi_schema(self, **options: Any) -> Any:
        """Give the OpenAPI document."""
        return finished(super().get_openapi_schema(**options))


api = Interface(
    title="Rondstroom",
    version="1",
    description="One shared pool of care workers for a region. See docs/how-to/use-the-api.md.",
    urls_namespace="api",
    auth=KeyAuth(),
    docs_url=None,  # ninja's page calls another host
)
for where, router in (
    ("", organisation.router),
    ("", shifts.router),
    ("", shift_life.router),
    ("", workers.router),
    ("", eligibility.router),
    ("", requests.router),
    ("", offers.router),
    ("", assignments.router),
    ("", rosters.router),
    ("", vacancies.router),
    ("", setu.router),
    ("", webhooks.router),
):
    api.add_router(where, router)


@api.exception_handler(Problem)
def on_problem(request: HttpRequest, problem: Problem) -> HttpResponse:
    """Answer with the problem itself."""
    response = problems.answer(problem)
    if "retry_after" in problem.more:
        response["Retry-After"] = str(problem.more["retry_after"])
    return response


@api.exception_handler(UnableToAct)
def on_refusal(request: HttpRequest, refusal: UnableToAct) -> HttpResponse:
    """Answer with a room's own words, and the name of its refusal for programs."""
    if isinstance(refusal, UnableToRepeat):
        return problems.answer(Problem("idempotency-key-reused", str(refusal)))
    reasons = [
        {"rule": one.rule, "text": str(one.text), "remedy": str(one.remedy)}
        for one in getattr(refusal, "reasons", ())
    ]
    more: dict[str, Any] = {"refusal": refusal_name(type(refusal)), "reason_code": refusal.code}
    if reasons:
        more["reasons"] = reasons
    return problems.answer(Problem("refused", str(refusal), more))


def refusal_name(kind: type[UnableToAct]) -> str:
    """Give the name for programs: UnableToCreateShift is `unable-to-create-shift`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()


@api.exception_handler(ValidationError)
def on_invalid(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    """Say for each field what is wrong with it."""
    errors = [
        {
            "field": ".".join(str(part) for part in one["loc"] if part not in {"body", "query"}),
            "message": told(one),
        }
        for one in fault.errors
    ]
    return problems.answer(Problem("invalid", more={"errors": errors}))


@api.exception_handler(AuthenticationError)
def on_stranger(request: HttpRequest, fault: AuthenticationError) -> HttpResponse:
    """Answer who came without a key that we know."""
    return problems.answer(Problem("no-key"))


@api.exception_handler(Http404)
def on_nothing(request: HttpRequest, fault: Http404) -> HttpResponse:
    """Answer that it is not here."""
    return problems.answer(Problem("not-found"))


@api.exception_handler(HttpError)
def on_unreadable(request: HttpRequest, fault: HttpError) -> HttpResponse:
    """Answer that the body is no JSON; ninja raises this for nothing else here."""
    return problems.answer(Problem("unreadable", _("De inhoud is geen geldige JSON.")))


@api.exception_handler(OperationalError)
def on_busy(request: HttpRequest, fault: OperationalError) -> HttpResponse:
    """Answer that a lock did not come free in time: nothing was done."""
    return problems.answer(Problem("busy"))


@api.exception_handler(Exception)
def on_fault(request: HttpRequest, fault: Exception) -> HttpResponse:
    """Answer that the fault is ours, and write down where it arose; nothing of it is shown."""
    log.error("the API fell over at %s", request.path, exc_info=fault)
    return problems.answer(Problem("unforeseen"))


def nothing_here(request: HttpRequest, **_path: str) -> HttpResponse:
    """Answer an address below the API that no endpoint has."""
    return problems.answer(Problem("not-found"))


def about_problem(request: HttpRequest, code: str) -> HttpResponse:
    """Explain a kind of problem: where the `type` of a problem leads."""
    if code not in KINDS:
        return problems.answer(Problem("not-found"))
    kind = KINDS[code]
    about = {"code": code, "status": kind.status, "title": str(kind.title)}
    return JsonResponse(about | {"advice": str(kind.advice)})


def in_our_shape(endpoint: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give what Django and ninja answer themselves, a wrong method, the shape of a problem.

    What was asked with a key is about people: no cache on the way may keep it.
    """

    @wraps(endpoint)
    def shaped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = endpoint(request, *args, **kwargs)
        if "Authorization" in request.headers:
            patch_cache_control(response, no_store=True)
        if response.status_code != 405:
            return response
        problem = problems.answer(Problem("not-allowed-here"))
        problem["Allow"] = response["Allow"]
        return problem

    return shaped
