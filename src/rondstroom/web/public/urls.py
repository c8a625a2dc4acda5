"""Addresses of the public pages."""

from django.urls import URLPattern, path

from rondstroom.web.public import gallery, health, home, offline, scan
from rondstroom.web.public.pay import hours
from rondstroom.web.public.pay.forms_of_work import views

app_name = "public"
urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("gallery/", gallery.gallery, name="gallery"),
    path("pay/hours/", hours.hours, name="pay_hours"),
    path("pay/forms/", views.forms_of_work, name="pay_forms"),
    path("scan/", scan.scan, name="scan"),
    path("health/", health.health, name="health"),
    # An organisation gives an account its address; allauth's page to change it stays closed.
    path("accounts/email/", home.not_here),
    path("manifest.webmanifest", home.manifest, name="manifest"),
    path("offline/", offline.offline, name="offline"),
    path("service-worker.js", offline.service_worker, name="service_worker"),
]
