"""Sets a document with Typst: our own layout, the words as data, nothing fetched."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import typst

from rondstroom.integrations.documents.document import Document

LAYOUT = Path(__file__).parent / "layout.typ"


def typeset(document: Document, made_at: datetime) -> bytes:
    """Give the document as PDF/UA-1; the words are data, so no sign in them means anything."""
    pdf: bytes = typst.compile(
        LAYOUT,
        format="pdf",
        pdf_standards="ua-1",
        ignore_system_fonts=True,  # the same document on every machine
        sys_inputs={"document": json.dumps(document.as_json())},
        timestamp=int(made_at.timestamp()),
    )
    return pdf
