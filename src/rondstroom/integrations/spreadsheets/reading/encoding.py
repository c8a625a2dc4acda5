"""From bytes to text: by byte order mark, by NUL bytes (UTF-16), as UTF-8, else Windows-1252."""

from __future__ import annotations

import codecs

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.answer import UnableToRead

BYTE_ORDER_MARKS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
PICTURES_AND_OTHERS = [
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"%PDF", "PDF"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
]
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1a")


def decode(content: bytes) -> str:
    """Give the text of a file that is not Excel; raises `UnableToRead` for anything but text."""
    encoding = _marked(content) or _unmarked(content)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        if encoding == "utf-8":
            # Windows-1252 leaves five bytes open; a stray one becomes a question mark, not a crash.
            return content.decode("cp1252", errors="replace")
        raise UnableToRead(
            _("Dit bestand begint als tekst (%(encoding)s) maar is beschadigd. Exporteer opnieuw.")
            % {"encoding": encoding.upper()}
        ) from None


def _marked(content: bytes) -> str | None:
    return next((name for mark, name in BYTE_ORDER_MARKS if content.startswith(mark)), None)


def _unmarked(content: bytes) -> str:
    start = content[:4096]
    _refuse_known_kinds(start)
    if start.count(0) * 4 >= len(start) > 1:
        even, odd = start[0::2].count(0), start[1::2].count(0)
        guess = "utf-16-le" if odd > even else "utf-16-be"
        if _reads_as_text(start, guess):
            return guess
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in start)
    if controls * 50 > len(start):
        raise UnableToRead(_("Dit is geen tekst en geen Excel-bestand. Exporteer als CSV of xlsx."))
    return "utf-8"


def _refuse_known_kinds(start: bytes) -> None:
    for mark, name in PICTURES_AND_OTHERS:
        if start.startswith(mark) and (name != "BMP" or 0 in start):
            raise UnableToRead(
                _("Dit is een %(kind)s-bestand, geen CSV of Excel. Exporteer als CSV of xlsx.")
                % {"kind": name}
            )


def _reads_as_text(start: bytes, encoding: str) -> bool:
    text = start[: len(start) // 2 * 2].decode(encoding, errors="replace")
    odd = sum(not letter.isprintable() and letter not in "\t\r\n" for letter in text)
    return odd * 50 <= len(text)
