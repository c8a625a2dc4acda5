"""Who asks, and whether that key opens this; each endpoint says its scope in one line."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from rondstroom.api.problems import Problem
from rondstroom.api.repeating import once
from rondstroom.rooms.identity import actions, permissions, queries

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account, ApiKey

View = Callable[..., Any]
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Caller:
    """The system that asks: its key, its account, and the one organisation it speaks for."""

    key: ApiKey

    @property
    def account(self) -> Account:
        """Who signs what this system writes."""
        return self.key.account

    @property
    def organisation_id(self) -> int:
        """For whom it speaks."""
        return self.key.organisation_id

    @property
    def signed(self) -> dict[str, Any]:
        """Give `by` and `at` for an action."""
        return {"by": self.account, "at": timezone.now()}


class KeyAuth(HttpBearer):
    """`Authorization: Bearer rs_…`."""

    openapi_name = "key"

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:
        """Give who comes in with this key; None for a stranger."""
        key = queries.key_by_secret(token)
        if key is None:
            return None
        _hold_back(key)
        actions.use_key(key=key, by=key.account, at=timezone.now())
        return Caller(key)


def _hold_back(key: ApiKey) -> None:
    """Refuse a system that asks too much in one minute."""
    now = int(time.time())
    name = f"api:{key.pk}:{now // _MINUTE}"
    cache.add(name, 0, 2 * _MINUTE)
    if cache.incr(name) > settings.API_RATE:
        left = _MINUTE - now % _MINUTE
        raise Problem("too-many", more={"retry_after": left})


def caller_of(request: HttpRequest) -> Caller:
    """Give the system that asks; only behind `reads` or `writes`."""
    caller: Caller = request.auth  # type: ignore[attr-defined]  # ninja keeps it there
    return caller


def reads(scope: str = "") -> Callable[[View], View]:
    """Guard an endpoint that only looks; without a scope any key opens it."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            _admit(request, scope)
            return view(request, *args, **kwargs)

        guarded.scope = scope  # type: ignore[attr-defined]  # for the list of endpoints
        return guarded

    return guard


def writes(scope: str) -> Callable[[View], View]:
    """Guard an endpoint that changes something; it gives status and value, done once per key."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            _admit(request, scope)
            caller = caller_of(request)
            return once(request, caller.key, lambda: view(request, *args, **kwargs))

        guarded.scope = scope  # type: ignore[attr-defined]  # for the list of endpoints
        return guarded

    return guard


def _admit(request: HttpRequest, scope: str) -> None:
    if scope and not permissions.may_use(caller_of(request).key, scope):
        text = _("Voor deze vraag is het recht %(scope)s nodig.") % {"scope": scope}
        raise Problem("missing-scope", text, {"scope": scope})
