"""What the fields of a situation can be; a refusal begins with the name of the field."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR

from flexpool.refusal import Impossible

HOURS_A_WEEK = 168


def no_less_than_nothing(situation: object, *fields: str) -> None:
    """Refuse a negative number in one of the fields.

    Raises
    ------
    Impossible
        Naming the first field that is negative.
    """
    for field in fields:
        if getattr(situation, field) < 0:
            raise Impossible(field, "minder dan 0 kan niet", "less than 0 is not possible")


def a_share(situation: object, *fields: str) -> None:
    """Refuse a share below 0 or above 1; None is no share told.

    Raises
    ------
    Impossible
        Naming the first field that is no share.
    """
    for field in fields:
        if not 0 <= (getattr(situation, field) or 0) <= 1:
            raise Impossible(
                field,
                "geef een deel van 0 tot 1, zoals 0,35",
                "give a share from 0 to 1, such as 0.35",
            )


def under_one(situation: object, *fields: str) -> None:
    """Refuse a share below 0, or one of everything; None is no share told.

    Raises
    ------
    Impossible
        Naming the first field that is no part.
    """
    for field in fields:
        if not 0 <= (getattr(situation, field) or 0) < 1:
            raise Impossible(
                field,
                "geef een deel van 0 tot onder 1, zoals 0,07",
                "give a share from 0 to under 1, such as 0.07",
            )


def more_than_nothing(situation: object, *fields: str) -> None:
    """Refuse nothing and less than nothing; None is nothing told.

    Raises
    ------
    Impossible
        Naming the first field that is not above 0.
    """
    for field in fields:
        value = getattr(situation, field)
        if value is not None and value <= 0:
            raise Impossible(field, "dit moet meer dan 0 zijn", "this must be more than 0")


def within(situation: object, field: str, least: int, most: int) -> None:
    """Refuse a number below the least or above the most; None is nothing told.

    Raises
    ------
    Impossible
        Naming the field and both ends.
    """
    value = getattr(situation, field)
    if value is not None and not least <= value <= most:
        raise Impossible(
            field,
            f"geef een getal van {least} tot en met {most}",
            f"give a number from {least} to {most}",
        )


def hours_of_a_week(situation: object, *fields: str) -> None:
    """Refuse hours a week below 0 or more than a week has; None is nothing told.

    Raises
    ------
    Impossible
        Naming the first field that is impossible.
    """
    for field in fields:
        if not 0 <= (getattr(situation, field) or 0) <= HOURS_A_WEEK:
            raise Impossible(
                field,
                f"een week heeft 0 tot {HOURS_A_WEEK} uren",
                f"a week has 0 to {HOURS_A_WEEK} hours",
            )


def a_calendar_year(situation: object, field: str = "year") -> None:
    """Refuse a year that no calendar has; whether its figures are known is found out later.

    Raises
    ------
    Impossible
        Naming the field.
    """
    if not MINYEAR <= getattr(situation, field) <= MAXYEAR:
        raise Impossible(
            field, "geef een kalenderjaar, zoals 2026", "give a calendar year, such as 2026"
        )
