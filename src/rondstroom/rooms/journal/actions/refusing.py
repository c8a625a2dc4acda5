"""The one shape of a refusal, which every desk can show."""

from __future__ import annotations

from django.db.models import Model
from django.utils.translation import gettext as _


class UnableToAct(Exception):
    """What somebody asked for could not be done; the text is for that person.

    Every room's `UnableTo…` is one of these, so a desk can show any refusal in one place. The
    text says what, which shift or person, why, and what to do now; `code` is for programs.
    """

    def __init__(self, text: str, code: str = "") -> None:
        super().__init__(text)
        self.code = code


def check_lengths(row: Model, refusal: type[UnableToAct]) -> None:
    """Refuse words longer than the database keeps, which would otherwise be cut or crash."""
    for kept in row._meta.concrete_fields:
        text = getattr(row, kept.attname)
        if isinstance(text, str) and kept.max_length and len(text) > kept.max_length:
            raise refusal(
                _("“%(text)s…” is te lang: er passen %(most)d tekens. Maak het korter.")
                % {"text": text[:20], "most": kept.max_length},
                code="too-long",
            )
