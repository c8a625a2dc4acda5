"""The door for every file: what is it, and which sheets does it hold?"""

from __future__ import annotations

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.answer import UnableToRead
from rondstroom.integrations.spreadsheets.reading.delimited import read_text
from rondstroom.integrations.spreadsheets.reading.encoding import decode
from rondstroom.integrations.spreadsheets.reading.sheet import Sheet
from rondstroom.integrations.spreadsheets.reading.workbook import read_workbook

MOST_BYTES = 30_000_000
ZIP = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def read_file(content: bytes) -> list[Sheet]:
    """Give the sheets of a CSV, TSV or xlsx file; its name is never trusted.

    Raises
    ------
    UnableToRead
        When the file is empty, too large, locked, damaged or something else; says what to do.
    """
    if len(content) > MOST_BYTES:
        raise UnableToRead(
            _("Dit bestand is groter dan %(most)s MB. Deel het op.")
            % {"most": MOST_BYTES // 1_000_000}
        )
    if content.startswith(OLD_OFFICE):
        raise UnableToRead(_old_office(content))
    sheets = read_workbook(content) if content.startswith(ZIP) else [read_text(decode(content))]
    if not any(not row.is_blank for sheet in sheets for row in sheet.rows):
        raise UnableToRead(_("Dit bestand is leeg. Kies het bestand met de gegevens."))
    return sheets


def _old_office(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return _("Dit bestand heeft een wachtwoord. Bewaar het in Excel zonder wachtwoord.")
    return _("Dit is een oud Office-bestand (.xls of .doc). Bewaar het als .xlsx of CSV.")
