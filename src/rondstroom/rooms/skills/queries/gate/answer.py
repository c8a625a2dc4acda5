"""What the gate answers: nothing when somebody may work, or what blocks and who can help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rondstroom.rooms.skills.queries.requirements import AskedSkill
from rondstroom.rooms.skills.states import Matter, Owner, SupervisedBy

Words = Callable[[], str]


@dataclass(frozen=True)
class Condition:
    """A competence that somebody has under supervision only, and who must be there."""

    skill: AskedSkill
    by: SupervisedBy


@dataclass(frozen=True)
class Block:
    """One reason why somebody may not work a shift.

    `owner` can take it away. `matter` says that a person must decide, on what `about` names.
    `is_warning`: to know, and no obstacle. `condition`: no obstacle on a shift where such a
    supervisor is there all the time; who is there, the rosters know. `is_stale`: nothing is known
    against it, but what was answered is too old and has to be asked anew. The words are made when
    they are read, in the language of the reader: a million answers are judged and few are read.
    """

    rule: str
    missing_words: Words
    text_words: Words
    remedy_words: Words
    owner: Owner = Owner.HR
    matter: Matter | None = None
    about: str = ""
    is_warning: bool = False
    condition: Condition | None = None
    is_stale: bool = False

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
