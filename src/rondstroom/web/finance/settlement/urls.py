"""Addresses of settlement at the finance desk."""

from django.urls import path

from rondstroom.web.finance.settlement import details, payroll, views

patterns = [
    path("settlement/", views.settlement, name="settlement"),
    path("settlement/close/", views.close, name="settlement_close"),
    path("settlement/corrections/", views.corrections, name="settlement_corrections"),
    path("settlement/set-off/<int:other_id>/", views.set_off, name="settlement_set_off"),
    path("settlement/details/", details.details, name="settlement_details"),
    path("settlement/payroll/", payroll.payroll, name="settlement_payroll"),
    path("settlement/payroll/file/", payroll.payroll_file, name="settlement_payroll_file"),
    path("settlement/<int:run_id>/", views.run, name="settlement_run"),
    path("settlement/<int:run_id>/resume/", views.resume, name="settlement_resume"),
]
