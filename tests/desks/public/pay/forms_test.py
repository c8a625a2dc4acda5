"""Four forms of work side by side, and a conversation that is summed up without being kept."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils.html import escape

from desks.public.pay.answers import page_of
from rondstroom.web.public.pay.forms_of_work import views
from rondstroom.web.public.pay.forms_of_work.told import Groups

FORMS = "/pay/forms/"
QUESTION = "talk-worker.wish"


def example() -> dict[str, str]:
    """Give the page's own example as a browser would send it."""
    return {
        field.html_name: str(field.value() if field.value() is not None else "")
        for group in Groups({}).groups.values()
        for field in group
    } | {
        f"{name}-{field}": group.fields[field].choices[0][0]  # type: ignore[attr-defined]
        for name, group in Groups({}).groups.items()
        for field in ("pool_ground", "exempt")
        if field in group.fields
    }


def send(browser: Client, go: str = "compare", **changes: str) -> Any:
    fields = {name.replace("__", "-"): text for name, text in changes.items()}
    return browser.post(FORMS, {**example(), "go": go, **fields})


def test_it_begins_with_an_example_that_says_so(stranger: Client) -> None:
    page = page_of(stranger.get(FORMS))
    assert "De getallen hieronder zijn een voorbeeld" in page
    assert 'value="3593,00"' in page


def test_four_forms_stand_side_by_side(stranger: Client) -> None:
    page = page_of(send(stranger))
    for form in ("eigen organisatie", "regionale flexpool", "uitzendbureau", "zelfstandige (zzp)"):
        assert f'class="number">{form}</th>' in page
    for row in ("netto per jaar", "zekerheid", "weken zonder inkomen", "doorbetaald bij ziekte"):
        assert row in page


def test_every_form_counts_its_hours_of_care_without_leave_and_illness(stranger: Client) -> None:
    answer = send(stranger)
    hours = answer.context["worker_rows"][0]
    assert hours.what == "betaalde uren zorg per jaar"
    assert hours.values == ("1.140", "1.140", "1.111", "1.148")
    assert hours.what in page_of(answer)


def test_leave_illness_and_training_of_a_form_lower_its_hours(stranger: Client) -> None:
    answer = send(stranger, pool__leave_hours="240", pool__sick_leave="10", pool__paid_training="0")
    own, pool, *_others = answer.context["result"].workers
    assert float(own.worked_hours) == pytest.approx(28 * 52 * 0.93 - 190 - 24)
    assert float(pool.worked_hours) == pytest.approx(28 * 52 * 0.90 - 240)


def test_leave_and_illness_begin_as_own_estimates(stranger: Client) -> None:
    groups = stranger.get(FORMS).context["groups"]
    for group in (one for one in groups if "leave_hours" in one.fields):
        for name in ("leave_hours", "sick_leave"):
            assert group[name].value()
            assert group.fields[name].help_text == "Eigen schatting."


def test_a_contract_without_hours_left_for_care_is_said_at_the_field(stranger: Client) -> None:
    answer = send(stranger, work__hours_week="4")
    assert answer.status_code == 422
    assert "laten zo geen uren over voor zorg" in page_of(answer)
    assert "laten zo geen" not in page_of(send(stranger, work__hours_week="5"))


def test_a_number_under_zero_is_called_that(stranger: Client) -> None:
    page = page_of(send(stranger, pool__leave_hours="-1"))
    assert "“-1” mag niet onder nul zijn." in page
    assert "geen getal" not in page


def test_it_says_what_one_gives_up_and_gives_no_verdict(stranger: Client) -> None:
    page = page_of(send(stranger))
    assert "Wat je opgeeft" in page
    assert "minder voor je pensioen dan bij de eigen organisatie" in page
    assert "Dit is geen juridisch oordeel" in page


def test_every_amount_explains_itself(stranger: Client) -> None:
    page = page_of(send(stranger))
    assert page.count("<details") > 20
    assert "secundaire bron" in page


def test_without_prices_the_organisation_s_side_is_left_out(stranger: Client) -> None:
    answer = send(stranger, prices__pool_base="", prices__agency_factor="", prices__margin="")
    assert len(answer.context["payers"]) == 1
    assert "prijs van een uur zorg" in page_of(answer)


def test_the_conversation_is_summed_up_for_all_sides(stranger: Client) -> None:
    page = page_of(send(stranger, "summary", **{QUESTION: "Meer <b>zeggenschap</b>"}))
    for party in ("Aan de medewerker", "Aan de organisatie", "Aan de bemiddelaar"):
        assert party in page
    assert "Meer &lt;b&gt;zeggenschap&lt;/b&gt;" in page
    assert "Nog niet beantwoord." in page


def test_the_summary_can_be_kept_as_pdf(stranger: Client) -> None:
    answer = send(stranger, "pdf", **{QUESTION: "Meer #zeggenschap $"})
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


def test_answers_travel_along_from_page_to_page(stranger: Client) -> None:
    summed = send(stranger, "summary", **{QUESTION: "Meer zeggenschap"}, work__hours_week="24")
    hidden = dict(re.findall(r'name="([\w.-]+)" value="([^"]*)"', summed.content.decode()))
    assert hidden[QUESTION] == "Meer zeggenschap"
    back = stranger.post(FORMS, {**hidden, "go": "change"})
    assert 'value="24"' in page_of(back)


def test_nothing_of_it_is_kept(db: None, stranger: Client) -> None:
    for go in ("compare", "summary", "pdf", "change"):
        assert not send(stranger, go, **{QUESTION: "geheim"}).cookies
    assert not Session.objects.exists()
    assert "geheim" not in stranger.get(FORMS).content.decode()


def test_the_language_goes_over_with_the_answers(stranger: Client) -> None:
    answer = send(stranger, "change", language="en", work__hours_week="24")
    page = page_of(answer)
    assert 'lang="en"' in page
    assert 'value="24"' in page
    assert list(answer.cookies) == ["django_language"]


@pytest.mark.parametrize(
    "name", sorted(name for name in example() if not name.startswith("prices-"))
)
@pytest.mark.parametrize("typed", ["-1", "<script>", "1e9", ""])
def test_nonsense_is_kept_named_and_explained(stranger: Client, name: str, typed: str) -> None:
    answer = stranger.post(FORMS, {**example(), name: typed, "go": "compare"})
    assert answer.status_code == 422
    group = next(one for one in answer.context["groups"] if name.startswith(f"{one.prefix}-"))
    assert group.errors[name.removeprefix(f"{group.prefix}-")]
    if typed and "<select" not in str(group[name.removeprefix(f"{group.prefix}-")]):
        assert f'value="{escape(typed)}"' in answer.content.decode()


def test_more_weeks_off_than_a_year_has_is_said_at_the_field(stranger: Client) -> None:
    answer = send(stranger, self_employed__holiday_weeks="30", self_employed__sick_weeks="30")
    assert answer.status_code == 422
    assert "Zo blijft er geen week over om te werken." in page_of(answer)


def test_a_missing_figure_is_named_instead_of_an_amount(
    stranger: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(comparison: Any) -> None:
        raise LookupError("pay.x is not known")

    monkeypatch.setattr(views, "compare_forms", refuses)
    answer = send(stranger)
    assert answer.status_code == 422
    assert "pay.x is not known" in page_of(answer)


def test_it_speaks_english(stranger: Client) -> None:
    stranger.cookies["django_language"] = "en"
    for go in ("compare", "summary"):
        page = page_of(send(stranger, go)).lower()
        assert [word for word in (" je ", " niet ", " wordt ", " geen ") if word in page] == []
