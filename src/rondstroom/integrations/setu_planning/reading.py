"""Reading a message strictly: what is missing or wrong is named by its place in the message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from rondstroom.rooms.organisations import permissions

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation

KINDS = {dict: "object", list: "array", str: "string", int: "integer", bool: "boolean"}
FIRST_YEAR, LAST_YEAR = 2000, 2100
# A database keeps no control characters, and halves of a sign are no text.
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
ACTIONS = ("DELETE", "GET", "POST", "PUT")


class UnableToReadMessage(Exception):
    """The message as a whole cannot be taken; the text says where it is wrong."""


class MessageNotAllowed(Exception):
    """The account may not exchange messages for this organisation."""


@dataclass(slots=True)
class Taken:
    """What came of a message, line by line."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)

    def refuse(self, line: str, why: object) -> None:
        """Keep why a line was not taken."""
        self.refused.append((line, str(why)))

    def as_json(self) -> dict[str, Any]:
        """Give the answer as plain values."""
        return {
            "created": self.created,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "refused": [{"line": line, "why": why} for line, why in self.refused],
        }


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message that knows where it stands."""

    told: Mapping[str, Any]
    path: str = ""

    def part(self, name: str) -> Part:
        """Give an object inside; it must be there."""
        return Part(self._of(name, dict), f"{self.path}{name}.")

    def parts(self, name: str) -> Iterator[Part]:
        """Give the objects of a list inside; no list is an empty one."""
        found = self._of(name, list) if name in self.told else []
        for number, one in enumerate(found):
            if not isinstance(one, dict):
                raise self._wrong(f"{name}[{number}]", dict)
            yield Part(one, f"{self.path}{name}[{number}].")

    def text(self, name: str) -> str:
        """Give words; they must be there, without signs that are no text."""
        found = str(self._of(name, str))
        if _NO_TEXT.search(found):
            raise UnableToReadMessage(
                _("%s: hier staan tekens in die geen tekst zijn") % self._at(name)
            )
        return found.strip()

    def maybe(self, name: str) -> str:
        """Give words, or none."""
        return self.text(name) if name in self.told else ""

    def value(self, name: str) -> str:
        """Give the value of an identifier inside."""
        return self.part(name).text("value")

    def flag(self, name: str) -> bool:
        """Give yes or no."""
        return bool(self._of(name, bool))

    def number(self, name: str) -> int:
        """Give a whole number."""
        found = self._of(name, int)
        if isinstance(found, bool):
            raise self._wrong(name, int)
        return int(found)

    def moment(self, name: str) -> datetime:
        """Give a moment, with its time zone."""
        text = self.text(name)
        try:
            found = datetime.fromisoformat(text)
        except ValueError:
            found = None
        if found is None or found.tzinfo is None or not FIRST_YEAR <= found.year < LAST_YEAR:
            raise UnableToReadMessage(
                _("%(path)s: “%(text)s” is geen moment met tijdzone")
                % {"path": self._at(name), "text": text[:40]}
            )
        return found

    @property
    def is_deletion(self) -> bool:
        """Whether the sender takes back what this part is about."""
        action = self.maybe("actionCode")
        if action and action not in ACTIONS:
            raise UnableToReadMessage(
                _("%(path)sactionCode: “%(text)s” is niet bekend")
                % {"path": self.path, "text": action[:40]}
            )
        return action == "DELETE"

    def _at(self, name: str) -> str:
        return f"{self.path}{name}"

    def _of(self, name: str, kind: type) -> Any:
        if name not in self.told:
            raise UnableToReadMessage(_("%s ontbreekt") % self._at(name))
        found = self.told[name]
        if not isinstance(found, kind):
            raise self._wrong(name, kind)
        return found

    def _wrong(self, name: str, kind: type) -> UnableToReadMessage:
        return UnableToReadMessage(
            _("%(path)s hoort van soort %(kind)s te zijn")
            % {"path": self._at(name), "kind": KINDS[kind]}
        )


def message_of(told: Any) -> Part:
    """Give a message as parts; the root must be an object with a document id."""
    if not isinstance(told, dict):
        raise UnableToReadMessage(_("Een bericht is één JSON-object"))
    message = Part(told)
    message.value("documentId")
    message.part("customer")
    return message


def require_planner(by: Account, organisation: Organisation) -> None:
    """Refuse who may not plan for this organisation; the platform itself may.

    Raises
    ------
    MessageNotAllowed
        With whom to ask.
    """
    if not (by.is_machine or permissions.may_import(by, organisation.pk)):
        raise MessageNotAllowed(
            _("Alleen wie roostert bij %s wisselt hiervoor berichten uit.") % organisation.name
        )
