"""Addresses of the regional desk."""

from django.urls import URLPattern, path

from rondstroom.web.coordinator.lending import views as lending
from rondstroom.web.coordinator.people import views as people
from rondstroom.web.coordinator.picture import views as picture

app_name = "coordinator"
urlpatterns: list[URLPattern] = [
    path("", picture.picture, name="picture"),
    path("open/", picture.open_shifts, name="open"),
    path("people/", people.unused, name="people"),
    path("people/<int:worker_id>/", people.fits, name="fits"),
    path("lending/", lending.lending, name="lending"),
    path("waiting/", lending.waiting, name="waiting"),
]
