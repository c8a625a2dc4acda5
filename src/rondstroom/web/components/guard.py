"""Who may come to a desk: signed in, and allowed by a predicate; otherwise told why not."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.functional import Promise
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

Predicate = Callable[[Any], Any]
View = Callable[..., HttpResponse]
Thing = TypeVar("Thing")


def requires(predicate: Predicate, why: str | Promise = "") -> Callable[[View], View]:
    """Guard a view: who is not signed in goes to the door, who is not allowed reads why.

    `predicate` is given the account. `why` is the sentence shown to who may not come in: what
    this desk is for and whom to ask. For a thing of somebody else use `found` instead: that it
    exists at all is nobody else's business.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            prefetch_related_objects([request.user], "roles")  # asked several times per page
            if not predicate(request.user):
                raise PermissionDenied(str(why))
            answer = view(request, *args, **kwargs)
            if not answer.has_header("Cache-Control"):
                # On a shared computer the next person must not get this page from the cache.
                patch_cache_control(answer, private=True, no_cache=True)
            return answer

        return guarded

    return guard


def signed_in(account: Any) -> bool:
    """Let in everybody who has signed in."""
    return bool(account.is_active)


def account_of(request: HttpRequest) -> Account:
    """Give who signed in; only behind a guard, where that is certain."""
    return cast("Account", request.user)


def found(thing: Thing | None) -> Thing:
    """Give the thing, or answer "not here" when there is none that this reader may know of."""
    if thing is None:
        raise Http404(_("Deze pagina bestaat niet, of is niet voor jou."))
    return thing
