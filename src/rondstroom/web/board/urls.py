"""Addresses of the board's desk."""

from django.urls import URLPattern, path

from rondstroom.web.board import effort, flow

app_name = "board"
urlpatterns: list[URLPattern] = [
    path("", effort.effort, name="effort"),
    path("flow/", flow.flow, name="flow"),
]
