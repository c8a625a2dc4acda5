"""Addresses of the finance desk."""

from django.urls import URLPattern, path

from rondstroom.web.finance import views
from rondstroom.web.finance.contracts.urls import patterns as contracts
from rondstroom.web.finance.invoices.urls import patterns as invoices
from rondstroom.web.finance.obligations.urls import patterns as obligations
from rondstroom.web.finance.settlement.urls import patterns as settlement
from rondstroom.web.finance.staffing.urls import patterns as staffing

app_name = "finance"
urlpatterns: list[URLPattern] = [
    path("", views.costs, name="costs"),
    path("export/", views.export, name="export"),
    path("functions/<str:code>/", views.function, name="function"),
    *contracts,
    *obligations,
    *settlement,
    *invoices,
    *staffing,
]
