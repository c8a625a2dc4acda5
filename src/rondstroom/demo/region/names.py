"""Names of people who do not exist, as mixed as the people who work in Dutch care."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator

import yaml

from rondstroom.demo.region.figures import FOLDER


def fictional_names(dice: random.Random) -> Iterator[str]:
    """Give names without end, each one once."""
    known = yaml.safe_load((FOLDER / "names.yaml").read_text("utf-8"))
    pairs = [(first, last) for first in known["first"] for last in known["last"]]
    dice.shuffle(pairs)
    for first, last in pairs:
        yield f"{first} {last}"


def address_of(name: str, number: int) -> str:
    """Give an e-mail address that can never reach anybody (RFC 2606)."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("ı", "i"))
    letters = "".join(letter for letter in plain if letter.isascii())
    return f"{letters.replace(' ', '.')}.{number}@voorbeeld.invalid"
