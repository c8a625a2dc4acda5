"""One entry of the header."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True)
class Link:
    """One entry: the page's URL name, its word and its drawing, and the pages below it."""

    page: str
    word: str | Promise
    shape: str
    below: tuple[str, ...] = ()

    @property
    def href(self) -> str:
        """Its address."""
        return reverse(self.page)
