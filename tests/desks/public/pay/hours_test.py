"""The calculator of hours: five steps, a result beside them, and the whole answer."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from desks.public.pay.answers import FAMILY, HOURS, RENTS, WORK, page_of, send
from factories.identity import signed
from flexpool.parameters import NoFigureForDate
from flexpool.pay.taxes import AowInThisYear
from flexpool.text import Text
from pace import paced_seconds
from people import Cast
from rondstroom.rooms.people import actions
from rondstroom.web.public.pay import calculation
from rondstroom.web.public.pay.answers import Answers

HTMX = {"headers": {"HX-Request": "true"}}
MOST_SECONDS = 0.05
"""Of the processor, on a quiet machine: measured 0.023, page and all."""


def test_it_begins_at_the_first_step_without_complaints(stranger: Client) -> None:
    answer = stranger.get(HOURS)
    assert answer.context["step"] == 1
    assert 'aria-invalid="true"' not in page_of(answer)
    assert "We bewaren niets" in page_of(answer)


def test_the_steps_are_walked_one_by_one_and_answers_go_along(stranger: Client) -> None:
    told = dict(FAMILY)
    for step in range(1, 6):
        answer = send(stranger, told, "next", step)
        assert answer.context["step"] == step + 1
        hidden = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', answer.content.decode())
        shown = answer.context["form"].fields if step < 5 else {}
        assert {name for name, _ in hidden} | set(shown) >= set(told)
        assert dict(hidden).get("hours_now") == "24,5"


def test_one_can_go_back_and_change(stranger: Client) -> None:
    answer = send(stranger, RENTS, "back", 2)
    assert answer.context["step"] == 1
    assert 'value="24,5"' in page_of(answer)


def test_without_children_there_is_no_step_about_child_care(stranger: Client) -> None:
    assert send(stranger, RENTS, "next", 4).context["step"] == 6
    assert send(stranger, RENTS, "back", 6).context["step"] == 4


def test_the_result_stands_beside_the_first_step_already(stranger: Client) -> None:
    page = page_of(send(stranger, WORK, "next", 1))
    assert "28 uur in plaats van 24,5" in page
    assert "netto per extra uur" in page


def test_while_typing_only_the_result_is_fetched(stranger: Client) -> None:
    answer = send(stranger, RENTS, at=1, **HTMX)
    assert "<html" not in page_of(answer)
    assert "28 uur in plaats van 24,5" in page_of(answer)
    half = send(stranger, {**WORK, "full_time_month": ""}, **HTMX)
    assert half.status_code == 200
    assert "Nog geen uitkomst" in page_of(half)


def test_a_single_tenant_reads_the_hard_truth(stranger: Client) -> None:
    page = page_of(send(stranger, RENTS, "outcome"))
    assert re.search(r"Tussen \d+ en \d+ uur houd je van elke extra verdiende euro bruto", page)
    assert "houd je weer meer over" in page
    assert "graph-band" in page


def test_what_to_tell_dienst_toeslagen_has_a_date(stranger: Client) -> None:
    page = page_of(send(stranger, RENTS, "outcome"))
    assert "Geef je nieuwe inkomen nu door aan Dienst Toeslagen" in page
    assert "Telt vanaf di 1 dec." in page


def test_every_figure_explains_itself_with_its_source(stranger: Client) -> None:
    page = page_of(send(stranger, RENTS, "outcome"))
    assert page.count("<details") > 20
    assert "secundaire bron" in page
    assert "Rekenvoorschriften" in page


def test_amounts_from_a_secondary_source_are_marked_where_they_stand(stranger: Client) -> None:
    assert "secundaire bron" in page_of(send(stranger, RENTS, at=1, **HTMX))
    page = page_of(send(stranger, RENTS, "outcome"))
    for heading in ("month", "pension"):
        assert re.search(rf'<h2 id="{heading}">[^<]*<span class="badge warn">', page)


def test_child_care_is_a_choice_of_ones_own(stranger: Client) -> None:
    rows = send(stranger, FAMILY, "outcome").context["rows"]
    care = next(row for row in rows if "kosten van kinderopvang" in row.what)
    assert care.wanted < care.now < 0
    same = {**FAMILY, "care_wanted_0": "87"}
    rows = send(stranger, same, "outcome").context["rows"]
    care = next(row for row in rows if "kosten van kinderopvang" in row.what)
    assert care.wanted == care.now


def test_fewer_hours_can_be_compared_too(stranger: Client) -> None:
    page = page_of(send(stranger, {**RENTS, "hours_wanted": "16"}, "outcome"))
    assert "16 uur in plaats van 24,5" in page
    assert "netto voor elk uur minder" in page
    assert "minder in voor je pensioen" in page


def test_equal_hours_ask_for_another_number(stranger: Client) -> None:
    answer = send(stranger, {**RENTS, "hours_wanted": "24,5"}, "outcome")
    assert "kies een ander aantal uren" in page_of(answer)


def test_a_scale_can_stand_in_for_the_salary(stranger: Client) -> None:
    told = {**RENTS, "full_time_month": "", "scale": "35", "scale_step": "hoogste"}
    by_scale = send(stranger, told, "outcome").context["result"]
    assert by_scale.now.gross == send(stranger, RENTS, "outcome").context["result"].now.gross


def test_another_agreement_asks_what_no_source_tells(stranger: Client) -> None:
    told = {**RENTS, "cao": "zkh"}
    answer = send(stranger, told, "outcome")
    assert answer.status_code == 422
    assert answer.context["step"] == 2
    assert answer.context["form"].errors.keys() == {"holiday_allowance", "year_end_bonus"}
    more = {**told, "holiday_allowance": "8", "year_end_bonus": "8,33"}
    assert send(stranger, more, "outcome").context["step"] == 6


UNKNOWN = Text("van 'pay.x' is geen waarde bekend", "no value of 'pay.x' is known")


@pytest.mark.parametrize("wrong", [AowInThisYear(UNKNOWN), NoFigureForDate(UNKNOWN)])
def test_what_cannot_be_calculated_says_why_and_gives_no_amount(
    stranger: Client, monkeypatch: pytest.MonkeyPatch, wrong: Exception
) -> None:
    def refuses(situation: Any) -> None:
        raise wrong

    monkeypatch.setattr(calculation, "compare_hours", refuses)
    for more in ({}, HTMX):
        page = page_of(send(stranger, RENTS, "outcome", **more))
        assert "rekenen we niet uit" in page or "We rekenen dus niets uit" in page
        assert "per maand meer" not in page
        assert "no value of" not in page
    assert send(stranger, RENTS, "pdf").headers["Content-Type"].startswith("text/html")


def test_next_year_is_calculated_with_the_figures_of_this_year_and_says_so() -> None:
    answers = Answers(RENTS)
    filled = answers.filled()
    assert filled is not None
    answer = calculation.answer_to(filled, 2027)
    assert (answer.year, len(answer.remarks)) == (2026, 1)
    assert calculation.answer_to(filled, 2031).result is None


def test_the_outcome_can_be_kept_as_pdf(stranger: Client) -> None:
    answer = send(stranger, FAMILY, "pdf", 6)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="uren-berekend.pdf"'
    assert answer.content.startswith(b"%PDF")


def test_ones_own_contract_is_filled_in_only_on_request(cast: Cast, sign_in: Any) -> None:
    actions.set_own_wage(worker=cast.niels, hourly_cents=2000, has_tax_credit=True, **signed())
    browser = sign_in(cast.niels.account)
    begun = page_of(browser.get(HOURS))
    assert "Vul in wat in mijn contract staat" in begun
    assert 'value="3120,00"' not in begun
    form = send(browser, {}, "own").context["form"]
    assert form["hours_now"].value() == "24"
    assert form["full_time_month"].value() == "3120,00"


def test_who_has_no_contract_is_not_offered_one(cast: Cast, sign_in: Any, stranger: Client) -> None:
    for browser in (stranger, sign_in(cast.otto), sign_in(cast.pia)):
        assert "Vul in wat in mijn contract staat" not in page_of(browser.get(HOURS))
        assert send(browser, {}, "own").context["step"] == 1


def test_a_full_result_takes_less_than_a_twentieth_of_a_second(stranger: Client) -> None:
    assert paced_seconds(lambda: send(stranger, FAMILY, **HTMX)) < MOST_SECONDS


def test_enter_presses_next(cast: Cast, sign_in: Any) -> None:
    """A browser presses the first button that belongs to the form, wherever it stands."""
    page = sign_in(cast.niels.account).get(HOURS).content.decode()
    ours = page[page.index('<form id="answers"') :]
    assert 'form="answers"' not in page[: page.index('<form id="answers"')]
    assert re.findall(r'<button[^>]* value="(\w+)"', ours)[0] == "next"
