"""What a shift pays, in words for the card and the page of the shift."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rondstroom.web.components import words
from rondstroom.web.worker.pay.shift_pay import ShiftPay

COIN = "coin"


def facts_of(pay: ShiftPay) -> list[tuple[str, str]]:
    """Say in one line what a shift pays: amounts, or percentages as long as no wage is known."""
    told = _amounts(pay) if pay.wage is not None else percentages(pay)
    if pay.leans_on_secondary:
        told = _("%(told)s (secundaire bron)") % {"told": told}
    return [(COIN, told)]


def _amounts(pay: ShiftPay) -> str:
    if pay.gross is None or pay.allowance is None:
        return _("%(wage)s bruto zonder ORT: die is voor deze cao niet bekend") % {
            "wage": words.euro(pay.wage or 0)
        }
    about = {
        "gross": words.euro(pay.gross),
        "irregular": words.euro(pay.allowance.cents),
        "net": words.whole_euro(pay.net or 0),
    }
    if pay.net is None:
        return _("%(gross)s bruto (ORT %(irregular)s)") % about
    return _("%(gross)s bruto (ORT %(irregular)s), ongeveer %(net)s netto") % about


def percentages(pay: ShiftPay) -> str:
    """Say which part of the shift has which percentage: "ORT 47 % over 7 u 15"."""
    if pay.allowance is None:
        return _("ORT: voor deze cao niet bekend")
    if not pay.shares:
        return _("geen ORT op deze tijden")
    each = [
        _("%(share)s over %(time)s")
        % {"share": words.per_cent(share), "time": words.hours(minutes)}
        for share, minutes in pay.shares
    ]
    return "ORT " + ", ".join(each)
