"""Addresses of who did the work, at the finance desk."""

from django.urls import path

from rondstroom.web.finance.staffing import views

patterns = [
    path("staffing/", views.staffing, name="staffing"),
    path("staffing/export/", views.export, name="staffing_export"),
]
