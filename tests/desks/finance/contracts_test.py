"""Agreements, rates, VAT grounds and suppliers at the finance desk: two people decide, own only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from factories.contracts import (
    make_agreement,
    make_finance,
    make_rate,
    make_supplier,
    make_supplier_agreement,
    make_vat,
)
from factories.demand import make_shift
from factories.people import make_worker
from factories.rosters import raw_assignment
from flexpool.contracts.price import PriceTerms
from flexpool.contracts.vat.grounds import Ground
from people import Cast
from rondstroom.rooms.contracts import queries
from rondstroom.rooms.contracts.models import LendingAgreement, RateCard, Supplier, VatDecision
from rondstroom.rooms.contracts.states import Basis, RateKind
from rondstroom.rooms.people.states import EngagementForm
from snapshot import once

OPEN = {"contracts", "contract_new", "contract_relations", "contract_suppliers"}
BY_AGREEMENT = {
    "contract",
    "contract_bills",
    "contract_decide",
    "contract_duties",
    "contract_end",
    "contract_rate",
    "contract_vat",
}
BY_KEY = {
    "contract_rate_decide": "rate",
    "contract_vat_one": "vat",
    "contract_vat_decide": "vat",
    "contract_supplier": "supplier",
    "contract_relation": "engagement",
    **dict.fromkeys(BY_AGREEMENT, "agreement"),
}
WRITES = {"contract_decide", "contract_end", "contract_rate_decide", "contract_vat_decide"}
ALL = sorted(OPEN | set(BY_KEY))
CLOSELY = ("care_staff", "in_institution", "indispensable", "no_extra_income")


@pytest.fixture
@once
def things(cast: Cast) -> Mapping[str, int]:
    """Let Molenpoort lend to De Linde; a rate and a ground wait, and there is a supplier."""
    agreement = make_agreement(cast.molenpoort, cast.de_linde)
    form = EngagementForm.SELF_EMPLOYED
    zara = make_worker("Zara", organisation=cast.de_linde, form=form)
    return {
        "agreement": agreement.pk,
        "rate": make_rate(agreement, approved=False).pk,
        "vat": make_vat(agreement, approved=False).pk,
        "supplier": make_supplier(cast.de_linde).pk,
        "engagement": zara.engagements.get().pk,
    }


def address(name: str, things: Mapping[str, int]) -> str:
    arguments = [things[BY_KEY[name]]] if name in BY_KEY else []
    return reverse(f"finance:{name}", args=arguments)


def ask(browser: Client, name: str, things: Mapping[str, int], **told: Any) -> Any:
    path = address(name, things)
    return browser.post(path, told) if name in WRITES else browser.get(path, told)


def read(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.mark.parametrize("name", ALL)
def test_who_may_come_in(
    name: str, cast: Cast, things: Mapping[str, int], stranger: Client, sign_in: Any
) -> None:
    assert "/accounts/login/" in ask(stranger, name, things)["Location"]
    for outsider in (cast.pia, cast.coen, cast.otto, cast.niels.account):
        assert ask(sign_in(outsider), name, things).status_code == 403
    for told in ({"organisation": cast.de_linde.pk}, {}):
        mo = sign_in(make_finance(cast.rijnzicht, "Mo"))
        expected = 404 if told or name in BY_KEY else 200
        assert ask(mo, name, things, **told).status_code == expected
    if name in WRITES:
        assert sign_in(cast.petra).get(address(name, things)).status_code == 405
    else:
        assert ask(sign_in(cast.petra), name, things).status_code == 200


def test_a_supplier_is_of_who_keeps_the_file(
    cast: Cast, things: Mapping[str, int], sign_in: Any
) -> None:
    mo = sign_in(make_finance(cast.molenpoort, "Mo"))
    assert ask(mo, "contract_supplier", things).status_code == 404
    assert ask(mo, "contract", things).status_code == 200


def test_an_agreement_is_proposed_signed_and_ended(cast: Cast, sign_in: Any) -> None:
    petra, mo = sign_in(cast.petra), sign_in(make_finance(cast.molenpoort, "Mo"))
    told = {
        "direction": "borrows",
        "other": str(cast.molenpoort.pk),
        "basis": "collegial",
        "authority": "borrower",
        "starts_on": "2026-12-01",
    }
    answer = petra.post("/finance/contracts/new/", told)
    assert answer.status_code == 422
    assert "Collegiale hulp kan alleen" in read(answer)
    answer = petra.post("/finance/contracts/new/", told | {"for_own_enterprise": "on"})
    row = LendingAgreement.objects.get()
    assert (row.lender, row.borrower) == (cast.molenpoort, cast.de_linde)
    decide = reverse("finance:contract_decide", args=[row.pk])
    assert petra.post(decide, {"yes": "1"}).status_code == 404
    assert "Overeenkomst om te tekenen" in read(mo.get("/finance/contracts/"))
    assert "Overeenkomst om te tekenen" not in read(petra.get("/finance/contracts/"))
    assert "Getekend" in read(mo.post(decide, {"yes": "1"}, follow=True))
    assert mo.post(decide, {"no": "1"}, follow=True).status_code == 200
    row.refresh_from_db()
    assert row.state == "active"
    end = reverse("finance:contract_end", args=[row.pk])
    assert "Vul de dag in" in read(mo.post(end, {"ends_on": ""}, follow=True))
    assert "kan niet eindigen" in read(mo.post(end, {"ends_on": "2026-11-01"}, follow=True))
    assert "eindigt op 01-02-2027" in read(mo.post(end, {"ends_on": "2027-02-01"}, follow=True))


def test_a_rate_is_seen_before_it_is_proposed_and_approved_by_another(
    cast: Cast, sign_in: Any
) -> None:
    agreement = make_agreement(cast.molenpoort, cast.de_linde)
    petra, path = sign_in(cast.petra), f"/finance/contracts/{agreement.pk}/rate/"
    told = {"kind": "cost", "hour": "22,00", "holiday_allowance": "8", "year_end_bonus": "8,33"}
    told |= {"charges": "22", "fee": "3", "pays_allowance": "on", "starts_on": "2026-11-23"}
    page = read(petra.post(path, told | {"look": "1"}))
    assert "Een dienst kost" in page
    assert not RateCard.objects.exists()
    wrong = petra.post(path, told | {"hour": "2", "propose": "1"})
    assert (wrong.status_code, RateCard.objects.count()) == (422, 0)
    petra.post(path, told | {"propose": "1"})
    card = RateCard.objects.get()
    assert (card.hour_cents, card.fee_bp, card.state) == (2200, 300, "proposed")
    decide = reverse("finance:contract_rate_decide", args=[card.pk])
    assert "zelf voorgesteld" in read(petra.post(decide, {"yes": "1"}, follow=True))
    mo = sign_in(make_finance(cast.molenpoort, "Mo"))
    assert "Tarief om goed te keuren" in read(mo.get("/finance/contracts/"))
    page = read(mo.post(decide, {"yes": "1"}, follow=True))
    assert "Het tarief geldt" in page
    assert "belast" in page
    shift = queries.price_with_vat(agreement.pk, card.starts_on)
    assert shift is not None
    assert shift.shift_vat_cents == round(shift.shift_cents * 0.21)


def test_a_price_between_colleagues_has_no_profit(cast: Cast, sign_in: Any) -> None:
    agreement = make_agreement(cast.molenpoort, cast.de_linde)
    path = f"/finance/contracts/{agreement.pk}/rate/"
    answer = sign_in(cast.petra).post(path, {"kind": "agreed", "hour": "40", "propose": "1"})
    assert answer.status_code == 422
    assert not RateCard.objects.exists()


def test_the_tree_finds_a_ground_and_another_decides(cast: Cast, sign_in: Any) -> None:
    agreement = make_agreement(cast.molenpoort, cast.de_linde)
    make_rate(agreement)
    raw_assignment(cast.ruud, make_shift(team=cast.vlinder))
    petra, path = sign_in(cast.petra), f"/finance/contracts/{agreement.pk}/vat/"
    assert "Ruud" in read(petra.get(path))
    told = {"starts_on": "2026-11-23", "worker": str(cast.ruud.pk)}
    page = read(petra.post(path, told | {"look": "1"}))
    assert "past geen grond" in page
    told |= dict.fromkeys(CLOSELY, "yes")
    page = read(petra.post(path, told | {"look": "1"}))
    assert "Nauw samenhangend" in page
    assert "de onderbouwing" in page
    assert "geen beslissing" in page
    refused = petra.post(path, told | {"propose": "1"})
    assert (refused.status_code, VatDecision.objects.count()) == (422, 0)
    petra.post(path, told | {"propose": "1", "documents": "onderbouwing map 3\n"})
    row = VatDecision.objects.get()
    assert (row.ground, row.worker) == (Ground.CLOSELY_RELATED, cast.ruud)
    assert set(row.answers) == set(CLOSELY)
    decide = reverse("finance:contract_vat_decide", args=[row.pk])
    petra.post(decide, {"yes": "1"})
    row.refresh_from_db()
    assert row.state == "proposed"
    mo = sign_in(make_finance(cast.molenpoort, "Mo"))
    page = read(mo.post(decide, {"yes": "1"}, follow=True))
    assert "Te bevestigen door de inspecteur" in page
    told = {"inspector": "1", "reference": "", "answered_on": ""}
    assert "Vul kenmerk en datum" in read(petra.post(decide, told, follow=True))
    told = {"inspector": "1", "reference": "BD 12", "answered_on": "2026-11-20"}
    assert "bevestigde" in read(petra.post(decide, told, follow=True))
    page = read(petra.get(reverse("finance:contract_vat_one", args=[row.pk])))
    assert "BD 12" in page


def test_what_is_not_confirmed_is_told_with_what_is_at_stake(cast: Cast, sign_in: Any) -> None:
    agreement = make_agreement(cast.molenpoort, cast.de_linde)
    make_rate(agreement)
    make_vat(agreement)
    page = read(sign_in(cast.petra).get(f"/finance/contracts/{agreement.pk}/"))
    assert "heeft dit nog niet bevestigd" in page
    row = VatDecision.objects.get()
    decide = reverse("finance:contract_vat_decide", args=[row.pk])
    page = read(sign_in(cast.petra).post(decide, {"no": "1"}, follow=True))
    assert "belast met btw" in page
    assert "Nu geldt: belast" in page


def test_a_supplier_gets_a_file_and_an_agreement(cast: Cast, sign_in: Any) -> None:
    petra = sign_in(cast.petra)
    told = {"name": "Zonzicht", "kind": "agency", "chamber_number": "1"}
    assert petra.post("/finance/contracts/suppliers/", told).status_code == 422
    petra.post("/finance/contracts/suppliers/", told | {"chamber_number": "12345678"})
    path = reverse("finance:contract_supplier", args=[Supplier.objects.get().pk])
    told = {"reference": "", "authority": "borrower", "starts_on": "2026-11-23"}
    assert petra.post(path, told).status_code == 422
    page = read(petra.post(path, told | {"reference": "map 12"}, follow=True))
    row = LendingAgreement.objects.get()
    assert (row.basis, row.state) == (Basis.AGENCY, "active")
    assert "map 12" in page
    rate = {"kind": "agreed", "hour": "54,50", "starts_on": "2026-11-23", "propose": "1"}
    rate |= {"holiday_allowance": "8", "year_end_bonus": "8", "charges": "8", "fee": "3"}
    petra.post(reverse("finance:contract_rate", args=[row.pk]), rate)
    card = RateCard.objects.get()
    assert (card.hour_cents, card.charges_bp) == (5450, 0)
    assert "Zonzicht" in read(petra.get("/finance/contracts/"))


def test_the_list_asks_as_often_however_many(
    cast: Cast, sign_in: Any, django_assert_max_num_queries: Any
) -> None:
    for number in range(4):
        supplier = make_supplier(cast.de_linde, f"Bureau {number}")
        make_rate(make_supplier_agreement(supplier), approved=False)
    petra = sign_in(cast.petra)
    petra.get("/finance/contracts/")
    with django_assert_max_num_queries(16):
        assert "Bureau 3" in read(petra.get("/finance/contracts/"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"direction": "sideways"},
        {"other": "0"},
        {"basis": "agency"},
        {"authority": ""},
        {"starts_on": "31-02-2026"},
        {"ends_on": "2026-11-30"},
        {"reference": "x" * 121},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_wrong_agreement_is_told_and_nothing_is_kept(
    cast: Cast, sign_in: Any, wrong: dict[str, str]
) -> None:
    told = {
        "direction": "lends",
        "other": str(cast.molenpoort.pk),
        "basis": "group",
        "authority": "shared",
        "starts_on": "2026-12-01",
        "ends_on": "2027-12-01",
    }
    answer = sign_in(cast.petra).post("/finance/contracts/new/", told | wrong)
    assert answer.status_code == 422
    assert not LendingAgreement.objects.exists()


def test_the_lender_may_propose_too(cast: Cast, sign_in: Any) -> None:
    told = {"direction": "lends", "other": str(cast.molenpoort.pk), "basis": "group"}
    told |= {"authority": "shared", "starts_on": "2026-12-01"}
    sign_in(cast.petra).post("/finance/contracts/new/", told)
    row = LendingAgreement.objects.get()
    assert (row.lender, row.borrower, row.authority) == (cast.de_linde, cast.molenpoort, "shared")


@pytest.mark.parametrize("hour", ["", "veel", "-1", "301", "22,555"])
def test_a_wrong_price_is_told_in_the_form(cast: Cast, sign_in: Any, hour: str) -> None:
    path = f"/finance/contracts/{make_agreement(cast.molenpoort, cast.de_linde).pk}/rate/"
    answer = sign_in(cast.petra).post(path, {"kind": "cost", "hour": hour, "propose": "1"})
    assert answer.status_code == 422
    assert "errorlist" in read(answer)


def test_the_duties_of_a_lender_are_seen_one_by_one(cast: Cast, sign_in: Any) -> None:
    one = make_supplier_agreement(make_supplier(cast.de_linde))
    petra, path = sign_in(cast.petra), reverse("finance:contract_duties", args=[one.pk])
    assert "Ingeschreven als uitlener: nog niet gezien" in read(petra.get(path))
    assert "nog te doen" in read(petra.get(f"/finance/contracts/{one.pk}/"))
    told = {"duty": "lending.admission", "seen_on": "2026-11-20", "reference": "register"}
    refused = petra.post(path, told)
    assert refused.status_code == 422
    assert "Kies hoe de uitlener in het register staat" in read(refused)
    assert "toegelaten" in read(petra.post(path, told | {"admission": "admitted"}, follow=True))
    page = read(petra.post(path, told | {"duty": "lending.w1"}, follow=True))
    assert "Ingeschreven als uitlener: nog niet gezien" not in page


def test_help_between_colleagues_has_no_such_duties(cast: Cast, sign_in: Any) -> None:
    one = make_agreement(cast.molenpoort, cast.de_linde)
    path = reverse("finance:contract_duties", args=[one.pk])
    assert "niets na te lopen" in read(sign_in(cast.petra).get(path))


def test_a_bill_above_the_agreed_rate_says_so_at_once(cast: Cast, sign_in: Any) -> None:
    one = make_supplier_agreement(make_supplier(cast.de_linde))
    make_rate(one, terms=PriceTerms(hour_cents=54_50), kind=RateKind.AGREED)
    petra, path = sign_in(cast.petra), reverse("finance:contract_bills", args=[one.pk])
    told = {"month": "2026-10-05", "hours": "10", "net": "599,00", "reference": "F1"}
    assert petra.post(path, told | {"hours": "veel"}).status_code == 422
    page = read(petra.post(path, told, follow=True))
    assert "€\u00a05,40 per uur boven het afgesproken tarief" in page
    assert petra.post(path, told).status_code == 422
    page = read(petra.get(f"/finance/contracts/{one.pk}/"))
    assert "boven het afgesproken tarief" in page
