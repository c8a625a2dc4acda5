"""Vacancies and longer assignments, as a worker sees and answers them."""
