"""What the fields of a situation can be; a refusal begins with the name of the field."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR

HOURS_A_WEEK = 168


def no_less_than_nothing(situation: object, *fields: str) -> None:
    """Refuse a negative number in one of the fields.

    Raises
    ------
    ValueError
        Naming the first field that is negative.
    """
    for field in fields:
        if getattr(situation, field) < 0:
            raise ValueError(f"{field}: less than 0 is not possible")


def a_share(situation: object, *fields: str) -> None:
    """Refuse a share below 0 or above 1; None is no share told.

    Raises
    ------
    ValueError
        Naming the first field that is no share.
    """
    for field in fields:
        if not 0 <= (getattr(situation, field) or 0) <= 1:
            raise ValueError(f"{field}: give a share from 0 to 1, such as 0.35")


def hours_of_a_week(situation: object, *fields: str) -> None:
    """Refuse hours a week below 0 or more than a week has; None is nothing told.

    Raises
    ------
    ValueError
        Naming the first field that is impossible.
    """
    for field in fields:
        if not 0 <= (getattr(situation, field) or 0) <= HOURS_A_WEEK:
            raise ValueError(f"{field}: a week has 0 to {HOURS_A_WEEK} hours")


def a_calendar_year(situation: object, field: str = "year") -> None:
    """Refuse a year that no calendar has; whether its figures are known is found out later.

    Raises
    ------
    ValueError
        Naming the field.
    """
    if not MINYEAR <= getattr(situation, field) <= MAXYEAR:
        raise ValueError(f"{field}: give a calendar year, such as 2026")
