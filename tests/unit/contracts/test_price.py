"""What lent work is charged: the table, and that lines add up whatever the terms."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from flexpool.contracts.price import PriceTerms, Work, price_of_work
from flexpool.contracts.vat.grounds import IN_WORDS, Category, Ground, vat_line, vat_rate
from flexpool.money import euros
from flexpool.parameters import NoFigureForDate

TABLE = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "contracts" / "price.yaml").read_text(encoding="utf-8")
)
ON = date(2026, 11, 21)


def cents(amount: float) -> int:
    return euros(f"{amount:.2f}")


def terms_of(told: dict[str, Any]) -> PriceTerms:
    return PriceTerms(
        hour_cents=cents(told["hour"]),
        holiday_allowance=Fraction(str(told["holiday"])),
        year_end_bonus=Fraction(str(told["bonus"])),
        charges=Fraction(str(told["charges"])),
        fee=Fraction(str(told["fee"])),
    )


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_cases(case: dict[str, Any]) -> None:
    told = {**TABLE["usual"], **case["told"]}
    work = Work(
        minutes=told["minutes"],
        allowance_cents=cents(told["allowance"]),
        expenses_cents=cents(told["expenses"]),
    )
    line = price_of_work(terms_of(told), work)
    found = {one.key.removeprefix("lending."): int(one.amount) for one in line.walk()}
    found["vat"] = int(vat_line(Ground.TAXED, found["price"], ON).amount)
    expected = {name: cents(amount) for name, amount in case["expect"].items()}
    assert {name: found.get(name) for name in expected} == expected


SHARES = st.integers(0, 10_000).map(lambda points: Fraction(points, 10_000))


@given(
    hour=st.integers(500, 30_000),
    shares=st.tuples(SHARES, SHARES, SHARES, SHARES),
    minutes=st.integers(0, 24 * 60),
    allowance=st.integers(0, 100_000),
    expenses=st.integers(0, 10_000),
)
def test_the_lines_add_up_to_the_cent(
    hour: int, shares: tuple[Fraction, ...], minutes: int, allowance: int, expenses: int
) -> None:
    holiday, bonus, charges, fee = shares
    terms = PriceTerms(
        hour_cents=hour,
        holiday_allowance=holiday,
        year_end_bonus=bonus,
        charges=charges,
        fee=fee,
    )
    work = Work(minutes=minutes, allowance_cents=allowance, expenses_cents=expenses)
    line = price_of_work(terms, work)
    for one in line.walk():
        assert not one.parts or one.amount == sum(part.amount for part in one.parts)
    cheaper = price_of_work(terms, Work(minutes=minutes))
    assert cheaper.amount <= line.amount


def test_what_is_less_than_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="fee"):
        PriceTerms(hour_cents=2_200, fee=Fraction(-1, 100))


@pytest.mark.parametrize("ground", Ground)
def test_only_what_is_taxed_has_vat_and_every_other_ground_has_its_reason(ground: Ground) -> None:
    words = IN_WORDS[ground]
    taxed = ground is Ground.TAXED
    assert (vat_rate(ground, ON) > 0) is taxed
    assert (int(vat_line(ground, 100_00, ON).amount) > 0) is taxed
    assert (words.category is Category.STANDARD) is taxed
    assert bool(words.reason.nl) is not taxed
    assert words.article and words.name.en


def test_a_day_without_a_known_rate_is_said() -> None:
    with pytest.raises(NoFigureForDate):
        vat_line(Ground.TAXED, 100_00, date(2035, 1, 1))
