"""A sentence in the two languages of the house."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or more in Dutch and in English."""

    nl: str
    en: str

    def in_language(self, language: str) -> str:
        """Give the English text for `en`, otherwise the Dutch."""
        return self.en if language == "en" else self.nl
