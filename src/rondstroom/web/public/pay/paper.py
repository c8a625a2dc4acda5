"""The outcome of the calculator of hours as a document to keep or to take along."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from flexpool.pay.hours.outcome import HoursResult
from rondstroom.integrations.documents import (
    Block,
    Document,
    Heading,
    Paragraph,
    Picture,
    Points,
    Table,
)
from rondstroom.web.components import words
from rondstroom.web.components.explained import on_paper, sources
from rondstroom.web.public.pay.calculation import Answer
from rondstroom.web.public.pay.shown import shown


def paper_of(answer: Answer, made_at: datetime) -> Document:
    """Put an answer that has a result on paper, in the language of the reader."""
    assert answer.result is not None
    about = shown(answer.result)
    return Document(
        title=_("Wat levert meer werken op?"),
        language=(get_language() or "nl")[:2],
        header=f"Rondstroom · {words.moment(made_at)}",
        blocks=(
            Paragraph(about["headline"], is_notice=True),
            *(Paragraph(text, is_notice=True) for text in (*about["truths"], *answer.remarks)),
            _picture(about),
            _month(about["rows"], answer.result),
            *_benefits(about, answer.result),
            Heading(_("Je pensioen")),
            Paragraph(about["pension"]),
            Heading(_("Hoe is dit berekend?")),
            Points(on_paper(answer.result.explanation)),
            Heading(_("Bronnen")),
            Points(sources(answer.result.explanation)),
        ),
    )


def _picture(about: dict[str, Any]) -> Picture:
    drawing = {
        "graph": about["line"],
        "words": "",
        "up_unit": _("euro"),
        "across_unit": _("uur per week"),
    }
    svg = render_to_string("components/blocks/graph.html", drawing)
    return Picture(svg, _("Te besteden per maand, bij elk aantal uren per week"))


def _month(rows: list[Any], result: HoursResult) -> Table:
    hours = {"now": words.plain(result.now.hours), "wanted": words.plain(result.wanted.hours)}
    return Table(
        caption=_("Per maand"),
        head=(
            "",
            _("nu, %(now)s uur") % hours,
            _("straks, %(wanted)s uur") % hours,
            _("verschil"),
        ),
        rows=tuple(
            (row.what, words.whole_euro(row.now), words.whole_euro(row.wanted), row.difference)
            for row in rows
        ),
    )


def _benefits(about: dict[str, Any], result: HoursResult) -> Iterator[Block]:
    """Give what to tell Dienst Toeslagen; the amounts stand in the table of the month."""
    if not result.notices:
        return
    yield Heading(_("Je toeslagen"))
    yield Points(
        tuple(
            f"{words.said(one.text)} "
            + (_("Telt vanaf %(day)s.") % {"day": words.day(one.counts_from)})
            if one.counts_from
            else words.said(one.text)
            for one in result.notices
        )
    )
