"""The chosen file on its way through the steps: it travels with the form, signed, never kept here.

A file holds names and addresses; what is not stored cannot be left behind or leak.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass

from django.core import signing
from django.http import HttpRequest
from django.utils.translation import gettext as _

LARGEST_BYTES = 3_000_000
_SALT = "rondstroom.planner.import"


class UnableToTake(ValueError):
    """No file came along, or one that is empty, too large, or was changed on the way."""


@dataclass(frozen=True, slots=True)
class Packet:
    """A file by name and bytes."""

    name: str
    content: bytes

    def sealed(self) -> str:
        """Give it as text for a form, signed and pressed."""
        body = [self.name, b64encode(self.content).decode("ascii")]
        return signing.dumps(body, salt=_SALT, compress=True)


def received(request: HttpRequest) -> Packet:
    """Give the file that was just chosen, or the one that travels with the form.

    Raises
    ------
    UnableToTake
        With what to do now.
    """
    chosen = request.FILES.get("file")
    if chosen is None:
        return _opened(request.POST.get("packet", ""))
    if chosen.size and chosen.size > LARGEST_BYTES:
        raise UnableToTake(_("Het bestand is groter dan 3 MB. Knip het in stukken, per maand."))
    content = chosen.read()
    if not content:
        raise UnableToTake(_("Het bestand is leeg. Kies een ander bestand."))
    return Packet(str(chosen.name), content)


def _opened(sealed: str) -> Packet:
    if not sealed:
        raise UnableToTake(_("Kies eerst een bestand."))
    try:
        name, body = signing.loads(sealed, salt=_SALT)
    except signing.BadSignature:
        raise UnableToTake(_("Het bestand kwam beschadigd aan. Kies het opnieuw.")) from None
    return Packet(name, b64decode(body))
