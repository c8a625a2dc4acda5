"""What a collective agreement gives on a day, in the parts of the message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from flexpool.parameters import NoFigureForDate, NoSuchFigure, Value, lookup
from flexpool.pay.figures import rate
from flexpool.pay.ort.bands import Band, NoSuchBands, bands
from flexpool.pay.wage.scales import HIGHEST, LOWEST, month_salary, scales

NAMES = {
    "vvt": "Cao Verpleeg-, Verzorgingshuizen, Thuiszorg en Jeugdgezondheidszorg",
    "ghz": "Cao Gehandicaptenzorg",
    "zkh": "Cao Ziekenhuizen",
}
CENTS = 100
YEARLY = {"value": "1", "unitCode": "year"}
OVER_THE_YEAR = {"unitCode": "percentageYearlyRate"}


@dataclass(slots=True)
class Terms:
    """The parts that are known, what is not, and the sources of what is."""

    cao: str
    parts: dict[str, Any] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    used: list[Value] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What the agreement is called."""
        return NAMES[self.cao]

    @property
    def last_day(self) -> date | None:
        """The last day on which all figures hold; None when no end of any is known."""
        ends = [one.valid_until for one in self.used if one.valid_until is not None]
        return min(ends) - timedelta(days=1) if ends else None

    @property
    def sources(self) -> tuple[str, ...]:
        """Where the figures come from, each once."""
        return tuple(dict.fromkeys(one.source for one in self.used))


def terms_of(cao: str, on: date) -> Terms | None:
    """Give what is sourced of an agreement; None without scales, `NoFigureForDate` on that day."""
    found = Terms(cao)
    rows = [_scale(found, cao, one, on) for one in scales(cao)]
    if not rows:
        return None
    hours = rate(f"cao.{cao}_week_hours", on)
    found.used.append(hours[1])
    found.parts["remuneration"] = [
        {
            "effectivePeriod": {"validFrom": on.isoformat()},
            "workDuration": {"value": _number(hours[0])},
            "intervalCode": {"value": "month"},
            "salaryScale": rows,
        }
    ]
    for what, part in PARTS.items():
        try:
            found.parts |= part(found, cao, on)
        except (NoSuchFigure, NoFigureForDate, NoSuchBands):
            found.missing += (what,)
    return found


def _scale(found: Terms, cao: str, scale: str, on: date) -> dict[str, Any]:
    ends = [month_salary(cao, scale, step, on) for step in (LOWEST, HIGHEST)]
    found.used += [figure for line in ends for figure in line.figures]
    low, high = (_number(Fraction(int(line.amount), CENTS)) for line in ends)
    return {"name": f"FWG {scale}", "minValue": low, "maxValue": high}


def _holiday_allowance(found: Terms, cao: str, on: date) -> dict[str, Any]:
    share, figure = rate(f"cao.{cao}_holiday_allowance", on)
    found.used.append(figure)
    return {"holidayAllowance": [{"name": "Vakantiebijslag", "line": [_yearly(share)]}]}


def _pension(found: Terms, _cao: str, on: date) -> dict[str, Any]:
    share, figure = rate("pension.old_age_rate", on)
    franchise = lookup("pay.pension.franchise", on)
    found.used += [figure, franchise]
    text = f"{franchise.value} euro per jaar; de premie is die van werkgever en werknemer samen"
    return {"pension": [{"franchise": {"description": text}, "line": [_yearly(share)]}]}


def _irregular(found: Terms, cao: str, on: date) -> dict[str, Any]:
    """Give the bands as plain text: the standard's codes for allowances are not at hand."""
    known, figure = bands(cao, on)
    found.used.append(figure)
    lines = [_band(one) for one in known if one.share is not None]
    return {"other": [*found.parts.get("other", []), *lines]}


def _year_end(found: Terms, cao: str, on: date) -> dict[str, Any]:
    share, figure = rate(f"cao.{cao}_year_end_bonus", on)
    found.used.append(figure)
    line = {"name": "Eindejaarsuitkering over het salaris", "amount": {"value": _percent(share)}}
    return {"other": [*found.parts.get("other", []), line]}


PARTS: dict[str, Callable[[Terms, str, date], dict[str, Any]]] = {
    "vakantiebijslag": _holiday_allowance,
    "pensioen": _pension,
    "onregelmatigheidstoeslag": _irregular,
    "eindejaarsuitkering": _year_end,
}
"""Parts of the message that may be missing, by what they are called."""


def _band(one: Band) -> dict[str, Any]:
    ends = f"{one.ends:%H:%M}" if one.ends else "24:00"
    days = " ".join(sorted(one.days))
    name = f"Onregelmatigheidstoeslag, dagen {days} (1 is maandag, H feestdag)"
    assert one.share is not None
    return {
        "name": f"{name}, {one.starts:%H:%M}-{ends}",
        "amount": {"value": f"{_percent(one.share)} van het uurloon"},
    }


def _yearly(share: Fraction) -> dict[str, Any]:
    amount = {
        "value": _plain(share * CENTS),
        "unitCode": "percentage",
        "baseAmount": OVER_THE_YEAR,
    }
    return {"amount": amount, "intervalCode": YEARLY}


def _percent(share: Fraction) -> str:
    return f"{_plain(share * CENTS)}%"


def _plain(value: Fraction) -> str:
    return f"{float(value):.10g}"


def _number(value: Fraction) -> float:
    return int(value) if value.denominator == 1 else float(value)
