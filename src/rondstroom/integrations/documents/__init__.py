"""Documents to keep: PDF that a screen reader can read too (PDF/UA-1), set on our own server."""

from rondstroom.integrations.documents.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    Picture,
    Points,
    Table,
)
from rondstroom.integrations.documents.typesetting import typeset

__all__ = ["Block", "Document", "Heading", "Paragraph", "Picture", "Points", "Table", "typeset"]
