"""A work code in sentences, as everybody reads it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from flexpool.contracts.work_code.code import WorkCode
from rondstroom.web.components.fields import typed

MINUTES_HOUR = 60
PER_CENT = 100


def sentences(code: WorkCode) -> list[str]:
    """Give what was agreed, a sentence for each rule."""
    return [*_share(code), *_terms(code), *_pay(code)]


def _share(code: WorkCode) -> Iterator[str]:
    clock = {
        "evening": f"{code.evening_from:%H:%M}",
        "morning": f"{code.morning_until:%H:%M}",
    }
    words = between(code.anw_least, code.anw_most)
    if words:
        yield _(
            "Van de contracturen valt %(share)s in avond, nacht of weekend (van %(evening)s tot "
            "%(morning)s, en het hele weekend)."
        ) % {"share": words, **clock}


def _terms(code: WorkCode) -> Iterator[str]:
    if code.notice_days is not None:
        days = code.notice_days
        yield ngettext(
            "Een rooster is %(days)d dag van tevoren bekend.",
            "Een rooster is %(days)d dagen van tevoren bekend.",
            days,
        ) % {"days": days}
    if code.employer_hours is not None:
        yield _("De werkgever zegt een dienst af tot %(hours)d uur van tevoren.") % {
            "hours": code.employer_hours
        }
    if code.worker_hours is not None:
        yield _("De medewerker zegt een dienst af tot %(hours)d uur van tevoren.") % {
            "hours": code.worker_hours
        }
    if code.training_minutes is not None:
        hours = plain(Fraction(code.training_minutes, MINUTES_HOUR))
        yield _("Iedereen krijgt %(hours)s uur scholing per jaar.") % {"hours": hours}


def _pay(code: WorkCode) -> Iterator[str]:
    bounds = (
        (code.pay_least, _("Het uurloon is minstens %(share)s van de laagste trede van de schaal")),
        (code.pay_most, _("Het uurloon is hooguit %(share)s van de hoogste trede van de schaal")),
    )
    scales = ", ".join(f"{code_}: FWG {scale}" for code_, scale in sorted(code.scales.items()))
    for share, words in bounds:
        if share is not None:
            yield f"{words % {'share': per_cent(share)}} ({code.cao.upper()}; {scales})."


def between(least: Fraction | None, most: Fraction | None) -> str:
    """Give two bounds of a share in words; empty without any."""
    if least is not None and most is not None:
        return _("%(least)s tot %(most)s") % {"least": per_cent(least), "most": per_cent(most)}
    if most is not None:
        return _("hooguit %(most)s") % {"most": per_cent(most)}
    return _("minstens %(least)s") % {"least": per_cent(least)} if least is not None else ""


def per_cent(share: Fraction) -> str:
    """Give a share as a percentage."""
    return f"{plain(share * PER_CENT)}\N{NO-BREAK SPACE}%"


def plain(number: Fraction) -> str:
    """Give a number as its reader would type it."""
    return typed(f"{float(number):g}")
