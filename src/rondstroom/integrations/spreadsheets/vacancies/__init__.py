"""Vacancies as a file, out and in."""

from rondstroom.integrations.spreadsheets.vacancies.bringing_in import import_vacancies
from rondstroom.integrations.spreadsheets.vacancies.columns import COLUMNS
from rondstroom.integrations.spreadsheets.vacancies.taking_out import export_vacancies

__all__ = ["COLUMNS", "export_vacancies", "import_vacancies"]
