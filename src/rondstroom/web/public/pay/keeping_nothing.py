"""Pages that keep nothing: no session, no cookie but the language, no figures in an address."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from rondstroom.web.components.guard import View

SWITCH = "language"


def keeps_nothing(view: View) -> View:
    """Guard a view that calculates: answers come by POST, and are gone once it has answered.

    Nothing is written, so there is nothing for a forged form to do and no token is needed: that
    would be a cookie. The button for the other language sends the answers along.
    """

    @never_cache
    @csrf_exempt
    @sensitive_post_parameters()
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def calculating(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        language = request.POST.get(SWITCH, "")
        if language not in dict(settings.LANGUAGES):
            return view(request, *args, **kwargs)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            answer = view(request, *args, **kwargs)
        answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, samesite="Lax")
        return answer

    return calculating
