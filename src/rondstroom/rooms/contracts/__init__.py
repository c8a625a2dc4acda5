"""Lending agreements, rates, VAT grounds, contracts' terms, suppliers. Not: who works when."""
