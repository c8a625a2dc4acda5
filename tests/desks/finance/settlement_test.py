"""Settlement and invoices at the finance desk: closed, read, taken along; own ones only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from factories.contracts import make_finance
from factories.identity import make_planner
from factories.moments import NOW
from factories.settlement import (
    LAST_WEEK,
    make_approved,
    make_billing,
    make_lending,
    make_worked,
)
from flexpool.contracts.vat.grounds import Ground
from flexpool.pay.ort.bands import NoSuchBands
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.settlement import actions, queries
from rondstroom.rooms.settlement.models import Charge, Invoice, Run
from rondstroom.rooms.settlement.states import RunState
from snapshot import once

DECEMBER = NOW + timedelta(days=31)
OPEN = {"settlement", "settlement_details", "settlement_payroll", "invoices"}
OPEN_WRITES = {"settlement_close", "settlement_corrections"}
BY_RUN = {"settlement_run", "settlement_resume"}
BY_INVOICE = {"invoice", "invoice_paid", "invoice_ubl", "invoice_pdf"}
BY_OTHER = {"settlement_set_off"}
WRITES = OPEN_WRITES | BY_OTHER | {"settlement_resume", "invoice_paid"}
FILES = {"settlement_payroll_file"}
ALL = sorted(OPEN | OPEN_WRITES | BY_RUN | BY_INVOICE | BY_OTHER | FILES | {"invoice_line"})


@pytest.fixture(autouse=True)
def in_december(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be December, so that November can be closed."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: DECEMBER)


@pytest.fixture
@once
def rik(cast: Cast) -> Account:
    """Give who does the money of Rijnzicht, which lent Joke to De Linde for a night."""
    make_billing(cast.rijnzicht, cast.de_linde)
    make_lending(cast.rijnzicht, cast.de_linde, Ground.CLOSELY_RELATED)
    roos = make_planner(cast.rijnzicht, "Roos")
    one = make_worked(cast.joke, cast.vlinder, day=LAST_WEEK, start="23:00", end="07:15")
    make_approved(one, cast.pia, roos)
    return make_finance(cast.rijnzicht, "Rik")


@pytest.fixture
@once
def things(cast: Cast, rik: Account) -> Mapping[str, int]:
    """Settle November of Rijnzicht."""
    run = actions.close_period(seller=cast.rijnzicht, month=LAST_WEEK, by=rik, at=DECEMBER)
    actions.perform_run(run=run, by=rik, at=DECEMBER)
    return {
        "run": run.pk,
        "invoice": Invoice.objects.get().pk,
        "line": Charge.objects.get().pk,
        "other": cast.de_linde.pk,
    }


def address(name: str, things: Mapping[str, int]) -> str:
    if name in BY_RUN:
        return reverse(f"finance:{name}", args=[things["run"]])
    if name in BY_INVOICE:
        return reverse(f"finance:{name}", args=[things["invoice"]])
    if name == "invoice_line":
        return reverse("finance:invoice_line", args=[things["line"]])
    if name in BY_OTHER:
        return reverse(f"finance:{name}", args=[things["other"]])
    return reverse(f"finance:{name}")


def ask(browser: Client, name: str, things: Mapping[str, int], **told: Any) -> Any:
    path = address(name, things)
    return browser.post(path, told) if name in WRITES else browser.get(path, told)


@pytest.mark.parametrize("name", ALL)
def test_a_stranger_goes_to_the_door(
    name: str, things: Mapping[str, int], stranger: Client
) -> None:
    assert "/accounts/login/" in ask(stranger, name, things)["Location"]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("who", ["pia", "bas", "coen", "otto", "niels"])
def test_who_does_not_do_finance_reads_why_not(
    name: str, who: str, cast: Cast, things: Mapping[str, int], sign_in: Any
) -> None:
    account = getattr(cast, who)
    answer = ask(sign_in(getattr(account, "account", account)), name, things)
    assert answer.status_code == 403


@pytest.mark.parametrize("name", sorted(BY_RUN | BY_INVOICE | {"invoice_line"}))
def test_what_is_of_others_does_not_exist(
    name: str, cast: Cast, things: Mapping[str, int], sign_in: Any
) -> None:
    molen = sign_in(make_finance(cast.molenpoort, "Mo"))
    assert ask(molen, name, things, amount="1").status_code == 404


@pytest.mark.parametrize("name", sorted(OPEN | OPEN_WRITES))
def test_another_organisation_does_not_exist(
    name: str, cast: Cast, things: Mapping[str, int], sign_in: Any
) -> None:
    told = {"organisation": cast.rijnzicht.pk}
    assert ask(sign_in(cast.petra), name, things, **told).status_code == 404


@pytest.mark.parametrize("name", sorted(BY_RUN))
def test_a_settlement_is_of_who_lends(
    name: str, cast: Cast, things: Mapping[str, int], sign_in: Any
) -> None:
    assert ask(sign_in(cast.petra), name, things).status_code == 404


@pytest.mark.parametrize("name", sorted(BY_INVOICE - {"invoice_paid"} | {"invoice_line"}))
def test_both_sides_read_the_invoice(
    name: str, cast: Cast, rik: Account, things: Mapping[str, int], sign_in: Any
) -> None:
    for account in (cast.petra, rik):
        assert ask(sign_in(account), name, things).status_code == 200


@pytest.mark.parametrize("name", sorted(WRITES))
def test_writes_do_not_answer_to_a_look(
    name: str, rik: Account, things: Mapping[str, int], sign_in: Any
) -> None:
    assert sign_in(rik).get(address(name, things)).status_code == 405


def test_a_month_is_closed_from_the_page(cast: Cast, rik: Account, sign_in: Any) -> None:
    client = sign_in(rik)
    assert "Sluit november 2026 af" in client.get("/finance/settlement/").content.decode()
    page = client.post("/finance/settlement/close/", follow=True).content.decode()
    assert "De verrekening is begonnen" in page
    run = Run.objects.get()
    assert "Ga verder" in page
    client.post(reverse("finance:settlement_resume", args=[run.pk]))
    actions.perform_run(run=run, by=rik, at=DECEMBER)
    page = client.get(reverse("finance:settlement_run", args=[run.pk])).content.decode()
    assert "2026-00001" in page
    assert Run.objects.get().state == RunState.DONE
    assert "Sluit november" not in client.get("/finance/settlement/").content.decode()
    again = client.post("/finance/settlement/close/", follow=True).content.decode()
    assert "al afgesloten" in again


def test_what_could_not_be_charged_says_why(cast: Cast, sign_in: Any) -> None:
    make_billing(cast.rijnzicht, cast.de_linde)
    roos = make_planner(cast.rijnzicht, "Roos")
    make_approved(make_worked(cast.joke, cast.vlinder), cast.pia, roos)
    client = sign_in(make_finance(cast.rijnzicht, "Rik"))
    page = client.post("/finance/settlement/close/", follow=True).content.decode()
    assert "Kon niet verrekend worden" in page
    assert "Joke" in page


def test_hours_without_a_known_allowance_say_so(
    cast: Cast, sign_in: Any, rik: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_told: Any) -> None:
        raise NoSuchBands("cao", "onbekend", "unknown")

    monkeypatch.setattr("rondstroom.rooms.settlement.queries.charging.charge_of", unknown)
    run = actions.close_period(seller=cast.rijnzicht, month=LAST_WEEK, by=rik, at=DECEMBER)
    actions.perform_run(run=run, by=rik, at=DECEMBER)
    page = sign_in(rik).get(f"/finance/settlement/{run.pk}/").content.decode()
    assert "De toeslag voor onregelmatige uren op" in page


def test_a_line_is_reckoned_again(things: Mapping[str, int], cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.petra)
    page = ask(client, "invoice_line", things).content.decode()
    assert "geven hetzelfde bedrag" in page
    Charge.objects.update(net_cents=1)
    page = ask(client, "invoice_line", things).content.decode()
    assert "Neem contact op" in page


def test_files_to_take_along(things: Mapping[str, int], cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.petra)
    ubl = ask(client, "invoice_ubl", things)
    assert ubl["Content-Disposition"] == 'attachment; filename="2026-00001.xml"'
    assert b"PayableAmount" in ubl.content
    assert ask(client, "invoice_pdf", things).content.startswith(b"%PDF")


def test_an_unfit_invoice_stays_and_says_which_rule(
    things: Mapping[str, int], cast: Cast, sign_in: Any
) -> None:
    invoice = Invoice.objects.get()
    invoice.parties["seller"]["iban"] = "fout"
    invoice.save()
    client = sign_in(cast.petra)
    page = client.get(address("invoice_ubl", things), follow=True).content.decode()
    assert "BR-NL-11" in page


def test_the_page_names_nobody(things: Mapping[str, int], cast: Cast, sign_in: Any) -> None:
    page = ask(sign_in(cast.petra), "invoice", things).content.decode()
    assert "PG Vlinder" in page
    assert "Vrijgesteld" in page
    assert not re.search(r"\bJoke\b", page)


def test_what_came_in_is_written_down(
    things: Mapping[str, int], rik: Account, sign_in: Any
) -> None:
    client = sign_in(rik)
    path = address("invoice_paid", things)
    for amount, words in [("veel", "Vul een bedrag in"), ("1", "Opgeschreven"), ("99999", "staat")]:
        page = client.post(path, {"amount": amount}, follow=True).content.decode()
        assert words in page
    row = queries.invoice(things["invoice"])
    assert row is not None
    assert queries.open_of(row) == row.gross_cents - 100


def test_only_the_seller_writes_down_what_came_in(
    things: Mapping[str, int], cast: Cast, sign_in: Any
) -> None:
    client = sign_in(cast.petra)
    assert "Schrijf op als ontvangen" not in ask(client, "invoice", things).content.decode()
    page = client.post(address("invoice_paid", things), {"amount": "1"}, follow=True)
    assert "Alleen wie de factuur stuurde" in page.content.decode()


def test_setting_off_with_nothing_on_the_other_side(
    things: Mapping[str, int], rik: Account, sign_in: Any
) -> None:
    page = sign_in(rik).post(address("settlement_set_off", things), follow=True)
    assert "niets weg te strepen" in page.content.decode()


def details(**changes: str) -> dict[str, str]:
    told = {
        "legal_name": "Stichting De Linde",
        "legal_scheme": "0106",
        "legal_id": "12345678",
        "vat_id": "NL123456789B01",
        "street": "Lindelaan 1",
        "postal_code": "6811 AB",
        "city": "Arnhem",
        "iban": "NL91 ABNA 0417 1643 00",
        "reference": "INKOOP",
        "payment_days": "30",
        "steps": "one",
        "answer_days": "7",
        "temporary_weeks": "8",
    }
    return told | changes


def test_details_and_rules_are_kept(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.petra)
    assert "Vul eerst de factuurgegevens in" in client.get("/finance/settlement/").content.decode()
    answer = client.post("/finance/settlement/details/", details(), follow=True)
    assert "Bewaard." in answer.content.decode()
    kept = queries.billing_details_of([cast.de_linde.pk])[cast.de_linde.pk]
    assert (kept.legal_id, queries.rules_of(cast.de_linde.pk).answer_days) == ("12345678", 7)


@pytest.mark.parametrize(
    "wrong",
    [{"legal_name": ""}, {"payment_days": "0"}, {"steps": "drie"}, {"temporary_weeks": "5"}],
)
def test_wrong_details_are_told(cast: Cast, sign_in: Any, wrong: dict[str, str]) -> None:
    answer = sign_in(cast.petra).post("/finance/settlement/details/", details(**wrong))
    assert answer.status_code == 422
    assert not queries.billing_details_of([cast.de_linde.pk])
