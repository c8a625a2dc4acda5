"""Words, numbers and moments as the database can keep them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, TypeAlias

from django.utils.translation import gettext as _
from ninja import Path, Schema
from pydantic import AfterValidator, AwareDatetime, ConfigDict, Field

_FIRST, _LAST = 2000, 2100


def _no_control(text: str) -> str:
    if any(ord(sign) < 32 and sign not in "\t\n" for sign in text):
        raise ValueError(_("Tekens die een scherm besturen mogen hier niet in staan."))
    text.encode("utf-8")  # a lone surrogate is no text
    return text


def _years() -> str:
    return _("Alleen de jaren %(first)d tot en met %(last)d.") % {
        "first": _FIRST,
        "last": _LAST - 1,
    }


def _of_this_time(moment: datetime) -> datetime:
    if not _FIRST <= moment.year < _LAST:
        raise ValueError(_years())
    return moment


def _day_of_this_time(day: date) -> date:
    if not _FIRST <= day.year < _LAST:
        raise ValueError(_years())
    return day


Words: TypeAlias = Annotated[str, Field(max_length=300), AfterValidator(_no_control)]
Moment: TypeAlias = Annotated[AwareDatetime, AfterValidator(_of_this_time)]
Day: TypeAlias = Annotated[date, AfterValidator(_day_of_this_time)]
Number: TypeAlias = Annotated[int, Field(ge=1, le=2**53)]
Id: TypeAlias = Annotated[int, Path(ge=1, le=2**53)]


class Given(Schema):
    """What a system sends: an unknown field is a mistake, not something to leave out."""

    model_config = ConfigDict(extra="forbid")
