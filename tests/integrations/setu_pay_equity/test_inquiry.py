"""What a hirer pays keeps to the stored schema, is sourced, and names what it does not tell."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from factories.moments import NOW
from factories.settlement import make_billing
from people import Cast
from rondstroom.integrations.setu_pay_equity import (
    PayEquity,
    PayNotKnown,
    TellingNotAllowed,
    pay_equity_of,
)
from rondstroom.integrations.setu_pay_equity.inquiry import NEVER_KNOWN
from rondstroom.integrations.setu_pay_equity.terms import terms_of
from rondstroom.rooms.identity.queries import machine_account
from setu_schema import faults
from shared_data import shared

ON = date(2026, 12, 1)


def schema() -> dict[str, Any]:
    text = shared("data/setu/InquiryPayEquity-v1.0.yml").read_text("utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def told(cast: Cast, on: date = ON, **who: Any) -> PayEquity:
    make_billing(cast.de_linde)
    return pay_equity_of(cast.de_linde, on, **{"contact": cast.petra, "at": NOW, **who})


def test_what_de_linde_pays_keeps_to_the_schema(cast: Cast) -> None:
    found = told(cast)
    assert faults(found.message, schema()) == []
    customer = found.message["customer"]
    assert customer["legalId"][0]["schemeAgencyId"] == "KvK"
    assert customer["personContacts"]["name"] == {"formattedName": "Petra"}
    (pay,) = found.message["remuneration"]
    assert pay["workDuration"] == {"value": 36}
    scale = next(one for one in pay["salaryScale"] if one["name"] == "FWG 15")
    assert (scale["minValue"], scale["maxValue"]) == (2402, 2897)
    (holiday,) = found.message["holidayAllowance"]
    assert holiday["line"][0]["amount"]["value"] == "8"
    assert found.message["pension"][0]["line"][0]["amount"]["value"] == "25.9"
    assert found.message["effectivePeriod"] == {"validFrom": "2026-12-01", "validTo": "2026-12-31"}


def test_allowances_without_a_known_code_stand_as_text(cast: Cast) -> None:
    found = told(cast)
    assert "allowance" not in found.message
    lines = {one["name"]: one["amount"]["value"] for one in found.message["other"]}
    assert lines["Eindejaarsuitkering over het salaris"] == "8.33%"
    early = "Onregelmatigheidstoeslag, dagen 1 2 3 4 5 (1 is maandag, H feestdag), 06:00-07:00"
    assert lines[early] == "22% van het uurloon"


def test_what_is_not_told_is_named_and_every_figure_has_a_source(cast: Cast) -> None:
    found = told(cast)
    assert found.missing == NEVER_KNOWN
    assert found.sources
    assert {"leave", "sickPay", "positionProfile"}.isdisjoint(found.message)


def test_what_an_agreement_does_not_tell_is_left_out_and_named() -> None:
    found = terms_of("ghz", ON)
    assert found is not None
    assert set(found.missing) >= {"vakantiebijslag", "eindejaarsuitkering"}
    assert "holidayAllowance" not in found.parts
    assert terms_of("zkh", ON) is None


def test_without_scales_or_a_number_nothing_is_told(cast: Cast) -> None:
    asked = {"contact": machine_account(), "at": NOW}
    with pytest.raises(PayNotKnown, match="KvK-nummer van De Linde"):
        pay_equity_of(cast.de_linde, ON, **asked)
    make_billing(cast.rijnzicht)
    with pytest.raises(PayNotKnown, match="geen salarisschalen"):
        pay_equity_of(cast.rijnzicht, ON, **asked)
    with pytest.raises(PayNotKnown, match="geen salarisschalen"):
        told(cast, date(2031, 1, 1))


@pytest.mark.parametrize("who", ["pia", "bas", "coen", "otto"])
def test_only_who_does_the_money_tells_it(cast: Cast, who: str) -> None:
    with pytest.raises(TellingNotAllowed):
        told(cast, contact=getattr(cast, who))
