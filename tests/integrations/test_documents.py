"""Documents are set as PDF that everybody can read, from words that are only words."""

from __future__ import annotations

from factories.moments import NOW
from rondstroom.integrations.documents import (
    Document,
    Heading,
    Paragraph,
    Picture,
    Points,
    Table,
    typeset,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h9" stroke="#000"/>'
    "</svg>"
)
ALL = (
    Heading("Wat je overhoudt"),
    Paragraph("Per maand, na belasting."),
    Paragraph("Geef het door.", is_notice=True),
    Points(("zorgtoeslag", "huurtoeslag")),
    Table("Nu en straks", ("", "nu", "straks"), (("netto", "€ 2.000", "€ 2.100"),)),
    Picture(SVG, "Een lijn die oploopt"),
)


def test_every_kind_of_block_is_set() -> None:
    pdf = typeset(Document("Meer uren", "nl", "Rondstroom", ALL), NOW)
    assert pdf.startswith(b"%PDF-1.7")
    assert b"/Alt" in pdf
    assert b"/Lang" in pdf


def test_a_document_says_that_it_can_be_read_aloud() -> None:
    pdf = typeset(Document("Meer uren", "nl", "Rondstroom", ALL), NOW)
    assert b"pdfuaid" in pdf
    assert b"/StructTreeRoot" in pdf


def test_signs_in_the_words_mean_nothing() -> None:
    nasty = '#panic("stop") $x$ *b* <a> @ref \\ `raw` [ ] " \n= Kop'
    blocks = (Heading(nasty), Paragraph(nasty), Points((nasty,)), Table(nasty, (nasty,), ()))
    assert typeset(Document(nasty, "en", nasty, blocks), NOW).startswith(b"%PDF")


def test_the_same_words_give_the_same_document() -> None:
    document = Document("Meer uren", "nl", "Rondstroom", ALL)
    assert typeset(document, NOW) == typeset(document, NOW)
