"""Addresses of HR's desk."""

from django.urls import URLPattern, path

from rondstroom.web.hr import claims

app_name = "hr"
urlpatterns: list[URLPattern] = [
    path("", claims.queue, name="queue"),
    path("claims/<int:claim_id>/", claims.claim, name="claim"),
    path("claims/<int:claim_id>/take/", claims.take, name="claim_take"),
    path("claims/<int:claim_id>/confirm/", claims.confirm, name="claim_confirm"),
    path("claims/<int:claim_id>/decline/", claims.decline, name="claim_decline"),
]
