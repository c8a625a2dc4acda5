"""A tree of lines on paper says what the page unfolds and what programs get: nothing less."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import escape

from flexpool.pay.benefits.household import Adult, Household
from flexpool.pay.explanation import Line
from flexpool.pay.hours.compare import compare_hours
from flexpool.pay.hours.situation import Job, Situation
from flexpool.pay.taxes import payslip_tax
from rondstroom.web.components import words
from rondstroom.web.components.explained import explained, on_paper, shown_figure


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    with translation.override(request.param):
        yield request.param


def hours() -> Line:
    household = Household(year=2026, applicant=Adult(age=34), rent_cents=700_00)
    job = Job(full_time_month_cents=3593_00)
    situation = Situation(
        job=job, hours_now=Fraction(24), hours_wanted=Fraction(28), household=household
    )
    return compare_hours(situation).explanation


TREES = [payslip_tax(300_150, date(2026, 1, 1)).explanation, hours()]


@pytest.mark.parametrize("line", TREES)
def test_paper_has_every_line_with_formula_rounding_and_dated_figures(
    line: Line, language: str
) -> None:
    paper = on_paper(line)
    assert len(paper) == sum(1 + len(one.figures) for one in line.walk())
    for told, one in zip(_without_figures(paper, line), line.walk(), strict=True):
        assert words.said(one.what) in told
        for text in (one.formula, one.rounding):
            assert text is None or words.said(text) in told
    whole = "\n".join(paper)
    for figure in map(shown_figure, line.all_figures):
        assert f"{figure.value} " in whole
        assert figure.since in whole
        assert figure.source in whole


@pytest.mark.parametrize("line", TREES)
def test_the_page_and_programs_have_the_same_lines(line: Line, language: str) -> None:
    page = render_to_string("components/blocks/explanation.html", {"step": explained(line)})
    page = page.replace(words.SPACE, " ").replace(words.SOFT, "")
    for told in _texts(line.as_json(language)):
        assert escape(told) in page


def test_a_secondary_source_is_marked_where_it_is_used(language: str) -> None:
    mark = {"nl": "(secundaire bron)", "en": "(secondary source)"}[language]
    line = hours()
    marked = [told for told in on_paper(line) if told.endswith(mark)]
    secondary = [one for one in line.walk() for figure in one.figures if figure.confidence in "BS"]
    assert len(marked) == len(secondary) > 0


def test_a_figure_is_shown_exactly_with_its_unit_and_the_year(language: str) -> None:
    shown = {figure.name: shown_figure(figure) for figure in hours().all_figures}
    since = {"nl": "1 januari 2026", "en": "1 January 2026"}[language]
    point = {"nl": ",", "en": "."}[language]
    for name, value in (
        ("pay.credits.general_rate", f"6{point}398 %"),
        ("pay.pension.old_age_rate", f"25{point}9 %"),
        ("pay.credits.labour_build_up", f"8{point}324 % · 31{point}009 % · 1{point}95 %"),
        ("pay.healthcare_benefit.norm_above", f"13{point}73 %"),
        ("pay.rent_benefit.share_b", "65 %"),
    ):
        assert (shown[name].value, shown[name].since) == (value, since)


def _without_figures(paper: tuple[str, ...], line: Line) -> Iterator[str]:
    at = 0
    for one in line.walk():
        yield paper[at]
        at += 1 + len(one.figures)


def _texts(told: dict[str, Any]) -> Iterator[str]:
    """Give every sentence of a line as programs get it, and of the lines under it."""
    yield from filter(None, (told["what"], told["formula"], told["rounding"]))
    yield from (figure["source"] for figure in told["figures"])
    for part in told["parts"]:
        yield from _texts(part)
