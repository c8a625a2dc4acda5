"""Addresses of the inbox."""

from django.urls import URLPattern, path

from rondstroom.web.inbox import preferences, push, reading

app_name = "inbox"
urlpatterns: list[URLPattern] = [
    path("", reading.inbox, name="inbox"),
    path("read/", reading.read_all, name="read_all"),
    path("<int:message_id>/", reading.message, name="message"),
    path("preferences/", preferences.preferences, name="preferences"),
    path("push/", push.subscribe, name="push"),
]
