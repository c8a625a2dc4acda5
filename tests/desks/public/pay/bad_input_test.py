"""Whatever is typed: kept as it was typed, named, explained, and never a crash."""

from __future__ import annotations

import random

import pytest
from django.test import Client
from django.utils.html import escape

from desks.public.pay.answers import FAMILY, RENTS, WORK, send
from rondstroom.web.public.pay.answers import Answers
from rondstroom.web.public.pay.steps import STEPS

STEP_OF = {
    name: number
    for number, form in enumerate(Answers(FAMILY).told, start=1)
    for name in form.fields
}
OPTIONAL_TEXT = {"scale_step"}
NASTY = ["-1", "1e9", "<script>", "veel", "9" * 60, "0x1F", "½", "NaN", "∞", "١٢", "31-31-2026"]
ANYTHING = [*NASTY, "", " ", "\x00", "0", "1", "67", "yes", "no", "2026-12-01", "4, 9", "daycare"]


@pytest.mark.parametrize("name", sorted(set(STEP_OF) - OPTIONAL_TEXT))
@pytest.mark.parametrize("typed", ["-1", "1e9", "<script>", "veel"])
def test_nonsense_is_kept_named_and_explained(stranger: Client, name: str, typed: str) -> None:
    told = {**FAMILY, name: typed}
    if name == "scale":
        told["full_time_month"] = ""
    answer = send(stranger, told, "outcome")
    assert answer.status_code == 422
    assert answer.context["step"] == STEP_OF[name]
    form = answer.context["form"]
    assert form.errors[name][0]
    if form.fields[name].widget.__class__.__name__ in {"TextInput", "NumberInput", "DateInput"}:
        assert f'value="{escape(typed)}"' in answer.content.decode()


@pytest.mark.parametrize("name", sorted(WORK))
def test_an_empty_first_step_says_what_is_missing(stranger: Client, name: str) -> None:
    answer = send(stranger, {**WORK, "hours_now": ""}, "next", 1)
    assert answer.status_code == 422
    assert answer.context["step"] == 1


@pytest.mark.parametrize(
    "told",
    [
        {"partner": "yes"},
        {"children": "4, 99"},
        {"children": "1 2 3 4 5 6 7 8 9"},
        {"starts_on": "2999-01-01"},
        {"starts_on": "0001-01-01"},
        {"children": "4", "care_kind_0": "daycare"},
        {"full_time_month": "", "scale": "999", "scale_step": "1"},
        {"full_time_month": "", "scale": "35", "scale_step": "99"},
        {"full_time_month": "", "scale": "35", "scale_step": ""},
        {"hours_now": "0,001"},
        {"hours_wanted": "168"},
    ],
)
def test_what_does_not_fit_together_is_said_at_its_field(
    stranger: Client, told: dict[str, str]
) -> None:
    answer = send(stranger, {**RENTS, **told}, "outcome")
    assert answer.status_code == 422
    assert answer.context["form"].errors


def test_forms_filled_at_random_never_crash(stranger: Client) -> None:
    chance = random.Random(6)
    names = [*STEP_OF, "at", "go", "language", "care_kind_7", "x"]
    moves = ["next", "back", "outcome", "pdf", "own", "", "drop"]
    for _ in range(150):
        told = {**FAMILY, **{chance.choice(names): chance.choice(ANYTHING) for _ in range(4)}}
        answer = send(stranger, told, chance.choice(moves), chance.randint(-1, 8))
        assert answer.status_code in {200, 422}


def test_every_step_has_a_name_and_words_for_every_field() -> None:
    for form in Answers(FAMILY).told:
        assert form.title
        assert all(field.label for field in form.fields.values())
    assert len(STEPS) == 5
