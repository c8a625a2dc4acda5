"""What the gate answers: nothing when somebody may work, or what blocks and who can help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rondstroom.rooms.skills.states import Matter, Owner

Words = Callable[[], str]


@dataclass(frozen=True)
class Block:
    """One reason why somebody may not work a shift.

    `owner` can take it away. `matter` says that a person must decide, on what `about` names.
    `is_warning`: to know, and no obstacle. The words are made when they are read, in the language
    of the reader, because a million answers are judged and few are read.
    """

    rule: str
    missing_words: Words
    text_words: Words
    remedy_words: Words
    owner: Owner = Owner.HR
    matter: Matter | None = None
    about: str = ""
    is_warning: bool = False

    @property
    def missing(self) -> str:
        """What is missing, in two words."""
        return self.missing_words()

    @property
    def text(self) -> str:
        """What is wrong, with the day and the limit."""
        return self.text_words()

    @property
    def remedy(self) -> str:
        """The way out."""
        return self.remedy_words()
