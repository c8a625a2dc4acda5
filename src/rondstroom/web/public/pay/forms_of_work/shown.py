"""Four forms next to each other, as rows of a table and as sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from flexpool.pay.comparison import (
    CERTAINTIES,
    FORMS,
    SAYS,
    ComparisonResult,
    OrganisationSide,
    WorkerSide,
)
from rondstroom.web.components import words

YES_NO = {True: gettext_lazy("ja"), False: gettext_lazy("nee")}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: what, and a value for each form."""

    what: str
    values: tuple[str, ...]
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class GivenUp:
    """What one form is like and what one gives up in it."""

    form: str
    like: str
    points: tuple[str, ...]


def _euro(cents: int | None) -> str:
    return "–" if cents is None else words.whole_euro(cents)


def _exact(cents: int | None) -> str:
    return "–" if cents is None else words.euro(cents)


def _hours(hours: Fraction) -> str:
    return words.plain(hours, 0)


Told = Callable[[WorkerSide], str]
WORKER_ROWS: tuple[tuple[str | Promise, Told], ...] = (
    (gettext_lazy("betaalde uren zorg per jaar"), lambda one: _hours(one.worked_hours)),
    (gettext_lazy("bruto per jaar (zzp: winst)"), lambda one: _euro(one.gross)),
    (gettext_lazy("belasting en bijdrage Zvw"), lambda one: _euro(-one.tax_and_contribution)),
    (gettext_lazy("pensioen dat je zelf betaalt"), lambda one: _euro(-one.pension_own)),
    (
        gettext_lazy("verzekering tegen arbeidsongeschiktheid"),
        lambda one: _euro(-one.disability_premium),
    ),
    (gettext_lazy("netto per jaar"), lambda one: _euro(one.net)),
    (gettext_lazy("netto, met overal evenveel pensioen"), lambda one: _euro(one.like_for_like)),
    (
        gettext_lazy("netto per besteed uur, evenveel pensioen"),
        lambda one: _exact(one.like_for_like_per_hour_spent),
    ),
    (gettext_lazy("samen opzij voor pensioen"), lambda one: _euro(one.pension_total)),
    (gettext_lazy("eigen uren administratie"), lambda one: _hours(one.administration_hours)),
    (gettext_lazy("weken zonder inkomen"), lambda one: words.plain(one.unpaid_weeks, 1)),
    (gettext_lazy("doorbetaald bij ziekte"), lambda one: str(YES_NO[one.paid_when_ill])),
    (gettext_lazy("doorbetaald bij vrij"), lambda one: str(YES_NO[one.paid_holiday])),
    (gettext_lazy("zekerheid"), lambda one: words.said(CERTAINTIES[one.conditions.certainty])),
    (gettext_lazy("zeggenschap"), lambda one: words.said(SAYS[one.conditions.say])),
    (
        gettext_lazy("avond, nacht en weekend"),
        lambda one: words.per_cent(one.conditions.evening_night_weekend),
    ),
    (
        gettext_lazy("betaalde uren scholing"),
        lambda one: _hours(one.conditions.paid_training_hours),
    ),
)
SUMS = {5, 7}
"""The rows that the eye should find first: net, and net with the same pension per hour."""


def worker_rows(result: ComparisonResult) -> list[Row]:
    """Give the worker's side, a column per form."""
    return [
        Row(str(what), tuple(told(side) for side in result.workers), number in SUMS)
        for number, (what, told) in enumerate(WORKER_ROWS)
    ]


def organisation_rows(sides: Iterable[OrganisationSide]) -> list[Row]:
    """Give what the organisation pays per hour, a column per form."""
    sides = list(sides)
    return [
        Row(_("prijs van een uur zorg"), tuple(_exact(one.per_hour) for one in sides), True),
        Row(_("waarvan btw"), tuple(_exact(one.vat) for one in sides)),
        Row(_("btw als de grond niet geldt"), tuple(_exact(one.vat_at_stake) for one in sides)),
    ]


def given_up(result: ComparisonResult) -> list[GivenUp]:
    """Give per form what it is like, and what one gives up."""
    return [
        GivenUp(
            words.said(FORMS[side.form]).capitalize(),
            f"{words.said(CERTAINTIES[side.conditions.certainty])}; "
            f"{words.said(SAYS[side.conditions.say])}",
            tuple(words.said(text) for text in side.gives_up),
        )
        for side in result.workers
    ]


def _presumed(result: ComparisonResult) -> Iterator[str]:
    """Say below which rate employment is expected to be presumed; a fact, and no verdict."""
    if result.presumption is None:
        return
    about = {
        "rate": words.euro(result.presumption.threshold_cents),
        "day": words.day(result.presumption.figure.valid_from),
        "source": result.presumption.figure.source,
    }
    yield (
        _(
            "Onder %(rate)s per uur wordt naar verwachting vanaf %(day)s een arbeidsovereenkomst "
            "vermoed. Dat is nog geen wet. Secundaire bron: %(source)s"
        )
        % about
    )


def shown(result: ComparisonResult) -> dict[str, Any]:
    """Give everything the page says about a comparison."""
    return {
        "result": result,
        "forms": [words.said(FORMS[side.form]) for side in result.workers],
        "worker_rows": worker_rows(result),
        "payers": [words.said(FORMS[side.form]) for side in result.organisations],
        "organisation_rows": organisation_rows(result.organisations),
        "given_up": given_up(result),
        "cautions": [*(words.said(text) for text in result.cautions), *_presumed(result)],
    }
