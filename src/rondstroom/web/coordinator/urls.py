"""Addresses of the regional desk."""

from django.urls import URLPattern, path

from rondstroom.web.coordinator.picture import views as picture

app_name = "coordinator"
urlpatterns: list[URLPattern] = [
    path("", picture.picture, name="picture"),
    path("open/", picture.open_shifts, name="open"),
]
