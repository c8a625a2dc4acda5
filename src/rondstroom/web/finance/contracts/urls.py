"""Addresses of contracts at the finance desk."""

from django.urls import path

from rondstroom.web.finance.contracts import (
    agreements,
    bills,
    dba,
    deciding,
    duties,
    rates,
    suppliers,
    vat,
)

patterns = [
    path("contracts/", agreements.contracts, name="contracts"),
    path("contracts/new/", agreements.new, name="contract_new"),
    path("contracts/<int:agreement_id>/", agreements.contract, name="contract"),
    path("contracts/<int:agreement_id>/decide/", deciding.agreement, name="contract_decide"),
    path("contracts/<int:agreement_id>/end/", deciding.end, name="contract_end"),
    path("contracts/<int:agreement_id>/rate/", rates.propose, name="contract_rate"),
    path("contracts/rates/<int:card_id>/decide/", deciding.rate, name="contract_rate_decide"),
    path("contracts/<int:agreement_id>/vat/", vat.propose, name="contract_vat"),
    path("contracts/vat/<int:decision_id>/", vat.one, name="contract_vat_one"),
    path("contracts/vat/<int:decision_id>/decide/", deciding.vat, name="contract_vat_decide"),
    path("contracts/<int:agreement_id>/duties/", duties.duties, name="contract_duties"),
    path("contracts/<int:agreement_id>/bills/", bills.bills, name="contract_bills"),
    path("contracts/self-employed/", dba.relations, name="contract_relations"),
    path("contracts/self-employed/<int:engagement_id>/", dba.relation, name="contract_relation"),
    path("contracts/suppliers/", suppliers.suppliers, name="contract_suppliers"),
    path("contracts/suppliers/<int:supplier_id>/", suppliers.supplier, name="contract_supplier"),
]
