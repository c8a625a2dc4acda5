"""Accounts and their roles, scoped to an organisation. Not: who works where (people)."""
