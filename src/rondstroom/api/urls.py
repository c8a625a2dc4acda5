"""Addresses of the API; whatever is below it answers in the shape of the API."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path, re_path
from django.views.decorators.csrf import csrf_exempt

from rondstroom.api.interface import about_problem, api, in_our_shape, nothing_here

_endpoints: list[Any] = api.urls[0]
app_name = "api"
for _one in _endpoints:
    _one.callback = csrf_exempt(in_our_shape(_one.callback))  # keys, no cookies: nothing to forge

urlpatterns: list[URLPattern] = [
    path("problems/<slug:code>", about_problem, name="problem"),
    *_endpoints,
    re_path(r"^.*$", csrf_exempt(nothing_here)),
]
