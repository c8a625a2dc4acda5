"""Reads amounts of money as people write them, and refuses what can be read in two ways."""

from __future__ import annotations

import re

import typer

from flexpool.money import NotAnAmount, euros

PLAIN = re.compile(r"-?\d{1,12}([.,]\d{1,2})?")
GROUPED = re.compile(r"-?\d{1,3}((\.\d{3})+,\d{1,2}|(,\d{3})+\.\d{1,2})")
TWO_WAYS = re.compile(r"-?\d{1,3}([.,]\d{3})+")
SEPARATORS = re.compile(r"[.,](?=.*[.,])")


def read_euros(text: str) -> int:
    """Give an amount as cents: `2400`, `2400,50`, `2400.50`, `2.400,50` or `2,400.50`.

    Raises
    ------
    NotAnAmount
        When it is no amount, or `2.400`, which is either thousands or thousandths.
    """
    amount = text.replace("€", "").strip()
    if GROUPED.fullmatch(amount):
        return euros(SEPARATORS.sub("", amount))
    if TWO_WAYS.fullmatch(amount):
        raise NotAnAmount(f"{text!r} can be read in two ways; write it as 2400 or 2400,00")
    if not PLAIN.fullmatch(amount):
        raise NotAnAmount(f"{text!r} is not an amount in euros and cents, such as 2400,50")
    return euros(amount)


def amount_of_option(text: str, option: str) -> int:
    """Give the cents of an option that holds an amount, not negative.

    Raises
    ------
    typer.BadParameter
        When it cannot be read or is below zero, naming the option.
    """
    try:
        amount = read_euros(text)
    except NotAnAmount as error:
        raise typer.BadParameter(str(error), param_hint=option) from None
    if amount < 0:
        raise typer.BadParameter("this cannot be below zero", param_hint=option)
    return amount
