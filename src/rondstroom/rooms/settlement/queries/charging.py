"""What a version of hours comes to under its terms, or in words why that is not known."""

from __future__ import annotations

from django.utils.translation import gettext as _

from flexpool.parameters import NoFigureForDate
from flexpool.pay.ort.bands import NoSuchBands
from flexpool.pay.ort.minutes import ShareNotKnown
from flexpool.settlement import Charge, Terms, charge_of
from rondstroom.rooms.settlement import translate
from rondstroom.rooms.settlement.models import HoursVersion
from rondstroom.rooms.settlement.queries.calls import topped_up_minutes


def charge_or_why(version: HoursVersion, terms: Terms | str) -> Charge | str:
    """Give the charge, or what is missing: in the terms, or of the allowance on that day."""
    if isinstance(terms, str):
        return terms
    try:
        return charge_of(translate.work_of(version, topped_up_minutes(version)), terms)
    except (NoSuchBands, NoFigureForDate, ShareNotKnown):
        return _(
            "De toeslag voor onregelmatige uren op %(day)s is niet bekend voor deze cao (%(cao)s). "
            "Werk de cijfers bij, of spreek een uurprijs zonder toeslag af."
        ) % {"day": version.hours.on_day.strftime("%d-%m-%Y"), "cao": terms.cao}
