"""Words with a fixed meaning: yes and no, postcodes, e-mail, register numbers, contract forms."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.reading.sheet import Value, as_text
from rondstroom.integrations.spreadsheets.values.refusal import BadValue

YES = {"ja", "j", "yes", "y", "x", "1", "waar", "true", "v", "✓"}
NO = {"nee", "n", "no", "0", "onwaar", "false", "-", ""}
# Control characters and halves of characters: no screen shows them, PostgreSQL refuses some.
_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_POSTCODE = re.compile(r"^([1-9]\d{3})\s*(?:[a-z]{2})?$", re.IGNORECASE | re.ASCII)
_REGISTER = re.compile(r"^\d{11}$", re.ASCII)


def fold(text: str) -> str:
    """Give text for comparing: lower case, letters and digits only."""
    return re.sub(r"[\W_]+", "", text.lower())


def read_words(value: Value, most: int) -> str:
    """Give text on one line; longer than `most` characters is refused, never cut."""
    return _checked(" ".join(as_text(value).split()), most)


def read_text(value: Value, most: int) -> str:
    """Give text that may have several lines; longer than `most` characters is refused."""
    return _checked(as_text(value).replace("\r\n", "\n").replace("\r", "\n"), most)


def _checked(text: str, most: int) -> str:
    if len(text) > most:
        raise BadValue(_("Dit is langer dan %(most)s tekens") % {"most": most})
    if _NO_TEXT.search(text):
        raise BadValue(_("Hier staan tekens in die geen tekst zijn"))
    return text


def read_yes_no(value: Value) -> bool:
    """Give yes or no; an empty cell is no."""
    text = as_text(value).lower()
    if text in YES or text in NO:
        return text in YES
    raise BadValue(_("Schrijf ja of nee"))


def read_postcode_area(value: Value) -> str:
    """Give the four digits of a Dutch postcode; the letters, an address almost, are dropped."""
    text = as_text(value)
    if not text:
        return ""
    found = _POSTCODE.match(text)
    if found is None:
        raise BadValue(_("Dit is geen postcode; schrijf bijvoorbeeld 6811 of 6811 BC"))
    return found[1]


def read_email(value: Value) -> str:
    """Give an e-mail address in lower case."""
    text = read_words(value, 254).lower()
    if text:
        try:
            validate_email(text)
        except ValidationError:
            raise BadValue(_("Dit is geen e-mailadres")) from None
    return text


def read_register_number(value: Value) -> str:
    """Give a BIG number: eleven digits; a number cell lost its leading zeros, they come back."""
    text = as_text(value).replace(" ", "").replace(".", "")
    if not text:
        return ""
    if isinstance(value, int | float):
        text = text.zfill(11)
    if not _REGISTER.match(text):
        raise BadValue(_("Een BIG-nummer heeft elf cijfers"))
    return text


def read_choice(value: Value, meanings: Mapping[str, str]) -> str:
    """Give what a word stands for; `meanings` maps folded words, and the refusal names them."""
    text = as_text(value)
    found = meanings.get(fold(text))
    if found is None:
        raise BadValue(
            _("Dit woord ken ik niet; gebruik %(known)s")
            % {"known": ", ".join(dict.fromkeys(meanings))}
        )
    return found
