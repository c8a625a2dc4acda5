"""What work pays, walked through: on the phone, by keyboard, without scripts, for everybody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import NOW
from factories.people import make_worker
from journeys.conftest import DESK, PHONE, SMALLEST
from journeys.looking import findings, sideways
from people import Cast
from rondstroom.rooms.people import actions
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters import actions as rosters

pytestmark = pytest.mark.journey
Open = Callable[..., Page]
HEADLINE = ".pay-headline"


def fill_work(page: Page) -> None:
    page.get_by_label("Hoeveel uur per week werk je nu?").fill("24,5")
    page.get_by_label("Hoeveel uur zou je willen werken?").fill("28")
    page.get_by_label("Bruto maandsalaris").fill("3593")


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Volgende").click()
    page.wait_for_load_state()


def everything_open(page: Page) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")


def test_the_result_appears_while_one_types(open_page: Open, db: None) -> None:
    page = open_page("/pay/hours/", size=PHONE)
    fill_work(page)
    expect(page.locator(HEADLINE)).to_contain_text("28 uur in plaats van 24,5")
    expect(page.locator("svg.graph")).to_be_visible()
    page.get_by_label("Hoeveel uur zou je willen werken?").fill("32")
    expect(page.locator(HEADLINE)).to_contain_text("32 uur in plaats van 24,5")
    assert page.context.cookies() == []


@pytest.mark.parametrize(
    ("scheme", "size"), [("light", SMALLEST), ("dark", PHONE), ("light", DESK)]
)
def test_every_step_and_the_outcome_are_right_without_scripts(
    open_page: Open, db: None, scheme: str, size: tuple[int, int]
) -> None:
    page = open_page("/pay/hours/", size=size, scheme=scheme, javascript=False)
    wrong = sideways(page)
    fill_work(page)
    go_on(page)
    wrong += sideways(page)
    go_on(page)
    page.get_by_label("Hoe oud zijn je kinderen").fill("4, 9")
    go_on(page)
    page.get_by_label("Kale huur").fill("700")
    go_on(page)
    wrong += sideways(page)
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat je overhoudt")
    expect(page.get_by_text("Telt vanaf").first).to_be_visible()
    wrong += sideways(page)
    assert wrong == []
    assert page.context.cookies() == []


@pytest.mark.parametrize(
    ("scheme", "size", "language"),
    [("light", SMALLEST, "nl-NL"), ("dark", PHONE, "nl-NL"), ("light", DESK, "en-GB")],
)
def test_axe_finds_nothing_in_the_calculators(
    open_page: Open, db: None, scheme: str, size: tuple[int, int], language: str
) -> None:
    page = open_page("/pay/hours/", size=size, scheme=scheme, language=language)
    wrong = findings(page)
    page.locator("#id_hours_now").fill("24.5")
    page.locator("#id_hours_wanted").fill("28")
    page.locator("#id_full_time_month").fill("3593")
    expect(page.locator("svg.graph")).to_be_visible()
    wrong += findings(page)
    page.locator("button[value=outcome]").click()
    page.wait_for_load_state()
    everything_open(page)
    wrong += findings(page)
    page.goto(page.url.replace("/hours/", "/forms/"))
    everything_open(page)
    wrong += findings(page)
    page.locator("button[value=compare]").click()
    page.wait_for_load_state()
    everything_open(page)
    wrong += findings(page)
    page.locator("button[value=summary]").click()
    page.wait_for_load_state()
    assert [*wrong, *findings(page)] == []


def test_a_mistake_is_shown_at_its_field_and_can_be_mended_by_keyboard(
    open_page: Open, db: None
) -> None:
    page = open_page("/pay/hours/", size=DESK)
    page.get_by_label("Hoeveel uur per week werk je nu?").focus()
    page.keyboard.type("veel")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    expect(page.locator("#id_hours_now")).to_have_value("veel")
    expect(page.locator("#id_hours_now_error")).to_contain_text("is geen getal")
    assert findings(page) == []
    page.locator("#id_hours_now").fill("24")
    page.locator("#id_hours_wanted").fill("28")
    page.locator("#id_full_time_month").fill("3000")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2).first).to_have_text("Toeslag en reizen")


def test_the_month_fits_the_smallest_phone(open_page: Open, db: None) -> None:
    page = open_page("/pay/hours/", size=SMALLEST)
    fill_work(page)
    page.get_by_role("button", name="Naar de hele uitkomst").click()
    month = page.get_by_role("group", name="Per maand")
    assert month.evaluate("one => one.scrollWidth - one.clientWidth") == 0


def test_fields_next_to_each_other_stand_level(open_page: Open, db: None) -> None:
    page = open_page("/pay/forms/", size=DESK)
    first, second = (page.locator(".fold-body input").nth(i).bounding_box() for i in (0, 1))
    assert first and second and first["y"] == second["y"]


def test_the_other_language_keeps_the_answers(open_page: Open, db: None) -> None:
    page = open_page("/pay/hours/", javascript=False)
    fill_work(page)
    page.get_by_role("button", name="Show this page in English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#id_full_time_month")).to_have_value("3593")


def test_the_outcome_is_kept_as_a_document(open_page: Open, db: None) -> None:
    page = open_page("/pay/hours/")
    fill_work(page)
    page.get_by_role("button", name="Naar de hele uitkomst").click()
    for _again in range(2):
        with page.expect_download() as kept:
            page.get_by_role("button", name="Bewaar als PDF").click()
        assert kept.value.suggested_filename == "uren-berekend.pdf"


def test_a_worker_sees_what_a_shift_pays_before_booking(open_page: Open, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    page = open_page("/worker/", as_=cast.niels.account, size=PHONE)
    page.get_by_role("link", name="Vul je uurloon in").click()
    page.get_by_label("Je bruto uurloon").fill("22,35")
    page.get_by_role("button", name="Bewaar uurloon").click()
    page.goto(page.url.replace("settings/", f"shifts/{shift.pk}/").partition("#")[0])
    expect(page.get_by_text("bruto").first).to_be_visible()
    everything_open(page)
    assert findings(page) == []


@pytest.mark.parametrize(
    ("scheme", "size"), [("light", SMALLEST), ("dark", PHONE), ("light", DESK)]
)
def test_the_finance_desk_is_right(
    open_page: Open, cast: Cast, scheme: str, size: tuple[int, int]
) -> None:
    hired = make_worker("Uma", team=cast.vlinder, form=EngagementForm.AGENCY)
    for days, worker in [(2, cast.niels), (3, hired)]:
        shift = make_shift(cast.vlinder, day=NOW.date() - timedelta(days=days))
        rosters.assign(worker=worker, shift=shift, override_reason="test", **signed())
    page = open_page("/finance/", as_=cast.petra, size=size, scheme=scheme)
    wrong = findings(page)
    page.locator("h3 a").first.click()
    page.wait_for_load_state()
    everything_open(page)
    wrong += findings(page)
    page.locator("#id_rate").fill("55")
    page.get_by_role("button", name="Bewaar en reken uit").click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard")
    assert wrong == []


def test_ones_own_contract_fills_in_the_first_step(open_page: Open, cast: Cast) -> None:
    actions.set_own_wage(worker=cast.niels, hourly_cents=2000, has_tax_credit=True, **signed())
    page = open_page("/pay/hours/", as_=cast.niels.account)
    page.get_by_role("button", name="Vul in wat in mijn contract staat").click()
    expect(page.locator("#id_full_time_month")).to_have_value("3120,00")
