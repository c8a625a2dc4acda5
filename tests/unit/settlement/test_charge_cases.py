"""The tables of charges and spells, case by case."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from flexpool.contracts.price import PriceTerms
from flexpool.contracts.vat.grounds import Category
from flexpool.money import euros
from flexpool.periods import AMSTERDAM, Period
from flexpool.settlement import (
    Amount,
    Debt,
    LentWork,
    Terms,
    VatTerms,
    charge_of,
    explained,
    set_off,
    structural_spells,
    totals_of,
)

CASES = Path(__file__).resolve().parents[2] / "cases" / "settlement"


def cases(name: str) -> list[Any]:
    """Give the cases of a table, named as in the file."""
    found = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))["cases"]
    return [pytest.param(case, id=case["name"]) for case in found]


def share(told: Any) -> Fraction:
    """Read a percentage."""
    return Fraction(str(told)) / 100


def cents(told: Any) -> int:
    """Read an amount in euros."""
    return euros(Decimal(str(told)))


def moment(text: str) -> datetime:
    """Read a wall-clock time."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=AMSTERDAM)


def terms_of(case: dict[str, Any]) -> Terms:
    """Read the terms of a case."""
    vat, shares = case["vat"], {name: share(told) for name, told in case["shares"].items()}
    return Terms(
        cao=case["cao"],
        price=PriceTerms(
            hour_cents=cents(case["hourly"]),
            holiday_allowance=shares["holiday"],
            year_end_bonus=shares["year_end"],
            charges=shares["employer"],
            fee=shares["fee"],
        ),
        pays_allowance=case.get("pays_allowance", True),
        expenses_cents=cents(case.get("travel", 0)),
        vat=VatTerms(Category(vat["category"]), share(vat.get("share", 0)), vat.get("reason", "")),
    )


@pytest.mark.parametrize("case", cases("charges"))
def test_a_charge_is_as_the_table_says(case: dict[str, Any]) -> None:
    start, end = case["shift"].split(" - ")
    period = Period(moment(start), moment(end))
    work = LentWork(period, case.get("break", 0), case.get("topped_up", 0))
    terms = terms_of(case)
    charge = charge_of(work, terms)
    assert charge.irregular == tuple(
        (share(told), minutes, cents(amount))
        for told, (minutes, amount) in sorted(case["irregular"].items())
    )
    totals = totals_of([Amount(charge.net, terms.vat)])
    found = {
        "wage": charge.part("lending.wage"),
        "allowance": charge.allowance,
        "cost": charge.cost,
        "fee": charge.fee,
        "net": charge.net,
        "vat": totals.vat,
        "gross": totals.gross,
    }
    assert found == {name: cents(amount) for name, amount in case["expect"].items()}
    line = explained(work, terms)
    assert line.amount == charge.net == sum(part.amount for part in line.parts)
    if charge.allowance:
        shown = line.find("lending.allowance")
        assert shown.amount == sum(part.amount for part in shown.parts)


@pytest.mark.parametrize("case", cases("spells"))
def test_spells_are_as_the_table_says(case: dict[str, Any]) -> None:
    work = [(7, 3, day, 480) for day in case["weeks"]]
    found = structural_spells(work, case["longer_than"], case["gap"])
    assert sorted([one.first, one.last, one.weeks] for one in found) == case["found"]


def test_spells_of_two_teams_and_two_people_are_apart() -> None:
    days = [date(2026, 9, 7), date(2026, 9, 14)]
    work = [(who, team, day, 60) for who in (1, 2) for team in (8, 9) for day in days]
    found = structural_spells(work, 1, 0)
    assert [(one.worker, one.team, one.minutes) for one in found] == [
        (1, 8, 120),
        (2, 8, 120),
        (1, 9, 120),
        (2, 9, 120),
    ]


@pytest.mark.parametrize("case", cases("set_offs"))
def test_what_falls_away_is_as_the_table_says(case: dict[str, Any]) -> None:
    found = set_off([Debt(*told) for told in case["open"]], 1, 2)
    assert found.cents == case["cents"]
    assert dict(found.parts) == case["parts"]


@pytest.mark.parametrize("case", cases("invoices"))
def test_an_invoice_adds_up_as_the_table_says(case: dict[str, Any]) -> None:
    lines = [
        Amount(amount, VatTerms(Category(code), share(rate), "" if rate else "Vrijgesteld"))
        for amount, code, rate in case["lines"]
    ]
    totals = totals_of(lines)
    found = [[one.terms.category.value, one.taxable, one.vat] for one in totals.groups]
    assert found == case["groups"]
    assert totals.gross == case["gross"]
