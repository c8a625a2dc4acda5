"""Everything that can be brought in can leave, as a file that comes in again without loss."""

from rondstroom.integrations.spreadsheets.exports.exporting import (
    Exported,
    ExportNotAllowed,
    export_availability,
    export_roster,
    export_shifts,
    export_workers,
)
from rondstroom.integrations.spreadsheets.exports.file import Cell, Page, as_csv, as_workbook

__all__ = [
    "Cell",
    "ExportNotAllowed",
    "Exported",
    "Page",
    "as_csv",
    "as_workbook",
    "export_availability",
    "export_roster",
    "export_shifts",
    "export_workers",
]
