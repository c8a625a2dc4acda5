"""Made-up shifts and amounts for the gallery: no row of the database is behind them."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from django.urls import reverse
from django.utils.translation import gettext as _

from flexpool.parameters import Confidence, Value
from flexpool.pay.explanation import Line
from flexpool.periods import Period, local
from flexpool.text import Text
from rondstroom.rooms.people.states import TravelMode
from rondstroom.web.components.cards import Button, Card, Words, travel_words

NIGHT = Period(local(2026, 11, 24, 23), local(2026, 11, 25, 7, 15))
DAY = Period(local(2026, 11, 26, 7), local(2026, 11, 26, 15, 30))
CANCEL_UNTIL = local(2026, 11, 23, 23)
LINE = [(16.0, 1700.0), (24.0, 2200.0), (28.0, 2240.0), (30.0, 2250.0), (36.0, 2600.0)]
TEAM = SimpleNamespace(name="PG Vlinder", location=SimpleNamespace(name="De Lindehof"))


def example_shift(key: int, period: Period) -> SimpleNamespace:
    """Give something that reads like a shift."""
    return SimpleNamespace(
        pk=key,
        starts_at=period.starts_at,
        ends_at=period.ends_at,
        team=TEAM,
        organisation=SimpleNamespace(name="De Linde"),
        function=SimpleNamespace(name="Verzorgende IG"),
    )


def example_cards() -> list[Card]:
    """Give a card for each way in which a worker can meet a shift."""
    here = reverse("public:gallery")
    known: list[tuple[str, Words]] = [
        ("bike", travel_words(12, TravelMode.BICYCLE)),
        ("heart", _("je kent het hier: 4 diensten")),
    ]
    late = [(_("Na het boeken kun je niet meer zelf afmelden."), "warning")]
    met = [
        (NIGHT, "night", "instant", [], Button(_("Boek deze dienst"), here)),
        (DAY, "day", "requested", [], Button(_("Bekijk je aanvraag"), here, tone="quiet")),
        (DAY, "day", "full", [], Button(_("Zet me op de wachtlijst"), here, tone="quiet")),
        (NIGHT, "night", "instant", late, Button(_("Boek deze dienst"), here)),
    ]
    return [
        Card(
            shift=example_shift(key, period),
            href=here,
            part=part,
            states=[state],
            facts=known,
            remarks=remarks,
            till=None if remarks else CANCEL_UNTIL,
            button=button,
        )
        for key, (period, part, state, remarks, button) in enumerate(met, start=1)
    ]


def example_proof() -> SimpleNamespace:
    """Give a proof of a skill."""
    return SimpleNamespace(
        get_kind_display=lambda: _("bekwaamheid"),
        skill=SimpleNamespace(name=_("Injecteren")),
        function=None,
    )


def example_line() -> Line:
    """Give an amount made of two others, one of them from a source that is not the law."""
    bonus = Value(
        name="example.bonus",
        value="0.0833",
        unit="fraction",
        valid_from=date(2026, 1, 1),
        valid_until=None,
        source="skipr.nl",
        confidence=Confidence.SINGLE,
    )
    salary = Line("example.salary", Text("salaris", "salary"), 250_000)
    extra = Line(
        "example.bonus",
        Text("eindejaarsuitkering", "year-end bonus"),
        20_825,
        formula=Text("8,33 % van € 2.500,00", "8.33% of €2,500.00"),
        figures=(bonus,),
        rounding=Text("naar beneden op hele centen", "down to whole cents"),
    )
    return Line("example", Text("samen", "together"), 270_825, parts=(salary, extra))
