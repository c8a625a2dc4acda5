"""The catalogue of functions, competences, tasks and packages as a file, out and in."""

from rondstroom.integrations.spreadsheets.catalogue.bringing_in import import_catalogue
from rondstroom.integrations.spreadsheets.catalogue.columns import COLUMNS
from rondstroom.integrations.spreadsheets.catalogue.taking_out import export_catalogue

__all__ = ["COLUMNS", "export_catalogue", "import_catalogue"]
