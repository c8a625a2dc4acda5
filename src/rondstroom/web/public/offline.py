"""What makes Rondstroom an app on a telephone: a service worker, and a page without network."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """Say that there is no network, and what one can do meanwhile. It holds nothing of anybody."""
    return render(request, "public/offline.html")


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """Give the script that stands between the app and the network; from the root, for all pages."""
    answer = render(request, "public/service-worker.js", content_type="text/javascript")
    answer["Cache-Control"] = "no-cache"
    return answer
