"""Vacancies and longer assignments: posting them, and answering who wants them."""
