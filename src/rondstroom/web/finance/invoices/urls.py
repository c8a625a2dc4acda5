"""Addresses of invoices at the finance desk."""

from django.urls import path

from rondstroom.web.finance.invoices import files, views

patterns = [
    path("invoices/", views.invoices, name="invoices"),
    path("invoices/<int:invoice_id>/", views.invoice, name="invoice"),
    path("invoices/<int:invoice_id>/paid/", views.paid, name="invoice_paid"),
    path("invoices/<int:invoice_id>/ubl/", files.ubl, name="invoice_ubl"),
    path("invoices/<int:invoice_id>/pdf/", files.pdf, name="invoice_pdf"),
    path("invoices/lines/<int:charge_id>/", views.line, name="invoice_line"),
]
