"""Reads amounts of money as people write them, and refuses what can be read in two ways."""

from __future__ import annotations

import re

from flexpool.money import NotAnAmount, euros
from flexpool.refusal import Impossible, Refusal
from flexpool.text import Text

PLAIN = re.compile(r"-?\d{1,12}([.,]\d{1,2})?")
GROUPED = re.compile(r"-?\d{1,3}((\.\d{3})+,\d{1,2}|(,\d{3})+\.\d{1,2})")
TWO_WAYS = re.compile(r"-?\d{1,3}([.,]\d{3})+")
SEPARATORS = re.compile(r"[.,](?=.*[.,])")


class UnreadableAmount(Refusal, NotAnAmount):
    """A text that is no amount, or could be two."""


def read_euros(text: str) -> int:
    """Give an amount as cents: `2400`, `2400,50`, `2400.50`, `2.400,50` or `2,400.50`.

    Raises
    ------
    UnreadableAmount
        When it is no amount, or `2.400`, which is either thousands or thousandths.
    """
    amount = text.replace("€", "").strip()
    if GROUPED.fullmatch(amount):
        return euros(SEPARATORS.sub("", amount))
    if TWO_WAYS.fullmatch(amount):
        raise UnreadableAmount(
            Text(
                f"{text!r} kan twee dingen betekenen; schrijf het als 2400 of 2400,00",
                f"{text!r} can be read in two ways; write it as 2400 or 2400,00",
            )
        )
    if not PLAIN.fullmatch(amount):
        raise UnreadableAmount(
            Text(
                f"{text!r} is geen bedrag in euro's en centen, zoals 2400,50",
                f"{text!r} is not an amount in euros and cents, such as 2400,50",
            )
        )
    return euros(amount)


def amount_of_option(text: str, option: str) -> int:
    """Give the cents of an option that holds an amount, not negative.

    Raises
    ------
    Impossible
        When it cannot be read or is below zero, naming the option.
    """
    try:
        amount = read_euros(text)
    except UnreadableAmount as error:
        raise Impossible(option, error.told.nl, error.told.en) from None
    if amount < 0:
        raise Impossible(option, "dit kan niet onder nul zijn", "this cannot be below zero")
    return amount
