"""The front door: what this is, and the way to one's own desk."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.defaults import page_not_found

from rondstroom.demo import cast
from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.web.components.context import desks_of
from rondstroom.web.components.navigation import DESKS


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Bring who has signed in to the own desk; tell others what this is."""
    for desk in desks_of(request):
        return redirect(DESKS[desk][0].href)
    roles = [RoleKind(role.kind).label for role in identity.roles_of(request.user)]
    return render(request, "public/home.html", {"accounts": demo_accounts(), "roles": roles})


def demo_accounts() -> list[cast.Account]:
    """Give the accounts that anybody may try, in the demo only."""
    return list(cast.ACCOUNTS) if settings.IS_DEMO else []


def not_here(request: HttpRequest) -> HttpResponse:
    """Say that this page does not exist."""
    return page_not_found(request, Http404())


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """Tell a phone how to put Rondstroom on its home screen."""
    return JsonResponse(
        {
            "name": settings.SITE_NAME,
            "short_name": settings.SITE_NAME,
            "lang": request.LANGUAGE_CODE,
            "start_url": reverse("public:home"),
            "scope": "/",
            "display": "standalone",
            "background_color": "#ffffff",
            "theme_color": "#0b5d5b",
            "icons": [
                {"src": static("components/icon.svg"), "sizes": "any", "type": "image/svg+xml"},
                {
                    "src": static("components/icon-192.png"),
                    "sizes": "192x192",
                    "type": "image/png",
                },
                {
                    "src": static("components/icon-512.png"),
                    "sizes": "512x512",
                    "type": "image/png",
                    "purpose": "any maskable",
                },
            ],
        },
        content_type="application/manifest+json",
    )
