"""What a shift pays: on the card and before one books, from a wage that only the worker sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from flexpool.periods import Period
from people import Cast
from rondstroom.rooms.people import actions
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.web.worker.pay import words
from rondstroom.web.worker.pay.shift_pay import KnownWage, break_in_the_middle, net_of, pay_of

HOURLY = 22_00
SETTINGS = "/worker/settings/"


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    with translation.override("nl"):
        yield


def keep_wage(cast: Cast, cents: int = HOURLY) -> None:
    actions.set_own_wage(worker=cast.niels, hourly_cents=cents, has_tax_credit=True, **signed())


def text_of(answer: Any) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def wage(minutes: int = 24 * 60, *, credit: bool = True) -> KnownWage:
    return KnownWage(HOURLY, credit, minutes)


def test_a_night_pays_its_hours_and_the_irregular_hours(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder, break_minutes=0)  # Monday 23:00 to Tuesday 07:15
    pay = pay_of(shift, wage())
    assert pay.wage == round(8.25 * HOURLY)
    assert {float(share) for share, _ in pay.shares} == {0.47, 0.22}
    assert sum(minutes for _, minutes in pay.shares) == 8 * 60
    assert pay.allowance is not None
    assert pay.gross == pay.wage + pay.allowance.cents


def test_net_is_less_than_gross_and_more_than_half(cast: Cast) -> None:
    pay = pay_of(make_night_shift(cast.vlinder), wage())
    assert pay.gross and pay.net
    assert pay.gross / 2 < pay.net < pay.gross


def test_the_break_is_not_paid_and_lies_in_the_middle(cast: Cast) -> None:
    shift = make_shift(cast.vlinder, break_minutes=30)
    assert pay_of(shift, wage()).wage == round(8 * HOURLY)
    pause = break_in_the_middle(Period(shift.starts_at, shift.ends_at), 30)
    assert [one.minutes for one in pause] == [30]


def test_without_a_wage_the_card_says_the_percentages(cast: Cast) -> None:
    pay = pay_of(make_night_shift(cast.vlinder, break_minutes=0), None)
    assert (pay.wage, pay.gross, pay.net) == (None, None, None)
    assert (
        words.percentages(pay)
        == "ORT 22\N{NO-BREAK SPACE}% over 1 uur, 47\N{NO-BREAK SPACE}% over 7 uur"
    )


def test_a_shift_by_day_says_that_there_is_no_allowance(cast: Cast) -> None:
    pay = pay_of(make_shift(cast.vlinder, start="09:00", end="15:00"), None)
    assert words.percentages(pay) == "geen ORT op deze tijden"


def test_a_cao_without_a_source_says_so_instead_of_nothing(cast: Cast) -> None:
    cast.de_linde.branch = "gp"
    cast.de_linde.save()
    shift = make_night_shift(cast.vlinder)
    pay = pay_of(shift, wage())
    assert pay.gross is None
    assert "niet bekend" in words.facts_of(pay)[0][1]
    assert "niet bekend" in words.facts_of(pay_of(shift, None))[0][1]


def test_a_year_of_which_no_tax_is_known_gives_no_net() -> None:
    assert net_of(200_00, wage(), date(2031, 1, 1)) is None


def test_without_the_tax_credit_less_is_left_at_the_bottom() -> None:
    on = date(2026, 11, 23)
    with_credit = net_of(180_00, wage(0), on)
    without = net_of(180_00, wage(0, credit=False), on)
    assert with_credit == 180_00
    assert without is not None
    assert without < with_credit


def test_the_list_and_the_page_of_a_shift_say_the_amount(cast: Cast, sign_in: Any) -> None:
    keep_wage(cast)
    shift = make_night_shift(cast.vlinder)
    browser = sign_in(cast.niels.account)
    for address in ("/worker/", f"/worker/shifts/{shift.pk}/"):
        assert re.search(
            r"€ \d{3},\d\d bruto", text_of(browser.get(address)).replace("\N{NO-BREAK SPACE}", " ")
        )
    assert "Hoe komt dat bedrag tot stand?" in text_of(browser.get(f"/worker/shifts/{shift.pk}/"))


@pytest.mark.parametrize("known", [True, False])
def test_percentages_of_a_secondary_source_are_marked(
    cast: Cast, sign_in: Any, known: bool
) -> None:
    if known:
        keep_wage(cast)
    shift = make_night_shift(cast.vlinder)
    browser = sign_in(cast.niels.account)
    for address in ("/worker/", f"/worker/shifts/{shift.pk}/"):
        assert "secundaire bron" in text_of(browser.get(address)).partition("Hoe komt dat")[0]


def test_what_is_not_known_is_not_marked(cast: Cast) -> None:
    cast.de_linde.branch = "gp"
    cast.de_linde.save()
    told = words.facts_of(pay_of(make_night_shift(cast.vlinder), None))[0][1]
    assert "secundair" not in told


def test_without_a_wage_both_say_how_to_get_the_amount(cast: Cast, sign_in: Any) -> None:
    shift = make_night_shift(cast.vlinder)
    browser = sign_in(cast.niels.account)
    for address in ("/worker/", f"/worker/shifts/{shift.pk}/"):
        page = text_of(browser.get(address))
        assert "47 % over" in page
        assert f"{SETTINGS}#wage" in page


def test_the_wage_is_typed_kept_and_wiped(cast: Cast, sign_in: Any) -> None:
    browser = sign_in(cast.niels.account)
    browser.post(SETTINGS, {"do": "wage", "hourly": "22,35", "has_tax_credit": "on"})
    kept = people.own_wage_of(cast.niels.pk)
    assert kept is not None and kept.hourly_cents == 2235
    assert 'value="22,35"' in text_of(browser.get(SETTINGS))
    browser.post(SETTINGS, {"do": "wage", "hourly": ""})
    assert people.own_wage_of(cast.niels.pk) is None


@pytest.mark.parametrize("typed", ["veel", "-3", "1.000", "0", "22,355", "1e3"])
def test_a_wage_that_cannot_be_stays_typed_and_is_explained(
    cast: Cast, sign_in: Any, typed: str
) -> None:
    answer = sign_in(cast.niels.account).post(SETTINGS, {"do": "wage", "hourly": typed})
    assert answer.status_code == 422
    assert f'value="{typed}"' in text_of(answer)
    assert answer.context["wage"].errors["hourly"]
    assert people.own_wage_of(cast.niels.pk) is None


def test_nobody_else_is_shown_the_wage(cast: Cast, sign_in: Any) -> None:
    keep_wage(cast, 31_41)
    shift = make_night_shift(cast.vlinder)
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    looks = {
        cast.pia: ["/planner/week/", f"/planner/shift/{shift.pk}/", "/planner/journal/"],
        cast.sanne.account: ["/worker/", SETTINGS, f"/worker/shifts/{shift.pk}/"],
    }
    for account, addresses in looks.items():
        for address in addresses:
            page = sign_in(account).get(address).content.decode()
            assert "31,41" not in page
            assert "3141" not in page


def test_the_amounts_cost_no_query_per_card(cast: Cast, sign_in: Any) -> None:
    keep_wage(cast)
    browser = sign_in(cast.niels.account)
    counted = []
    for _more in range(2):
        for _one in range(3):
            make_night_shift(cast.vlinder)
        with CaptureQueriesContext(connection) as queries:
            browser.get("/worker/")
        counted.append(len(queries))
    assert counted[0] == counted[1]
