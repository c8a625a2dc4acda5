"""From the bytes of a file to sheets with numbered rows; no meaning yet."""

from rondstroom.integrations.spreadsheets.reading.file import read_file
from rondstroom.integrations.spreadsheets.reading.sheet import Row, Sheet, Value, as_text

__all__ = ["Row", "Sheet", "Value", "as_text", "read_file"]
