"""Addresses of what contracts ask, at the finance desk."""

from django.urls import path

from rondstroom.web.finance.obligations import deadlines, views

patterns = [
    path("deadlines/", deadlines.running_out, name="deadlines"),
    path("obligations/", views.obligations, name="obligations"),
    path("obligations/<int:engagement_id>/letter/", views.letter, name="obligation_letter"),
]
