"""The comparison of forms and the conversation about it, as a document to share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from flexpool.pay.comparison import ComparisonResult
from rondstroom.integrations.documents import (
    Block,
    Document,
    Heading,
    Paragraph,
    Points,
    Table,
)
from rondstroom.web.components import words
from rondstroom.web.components.explained import on_paper, sources
from rondstroom.web.public.pay.forms_of_work.shown import Row, shown

Talk = Sequence[tuple[str, list[Any]]]


def paper_of(result: ComparisonResult, talk: Talk, made_at: datetime) -> Document:
    """Put the comparison and the answers of all parties on paper."""
    about = shown(result)
    return Document(
        title=_("Zzp of in loondienst?"),
        language=(get_language() or "nl")[:2],
        header=f"Rondstroom · {words.moment(made_at)}",
        blocks=(
            _table(_("Voor jou, per jaar"), about["forms"], about["worker_rows"]),
            *_given_up(about),
            *_prices(about),
            *_talk(talk),
            Heading(_("Hoe is dit berekend?")),
            *(Points(on_paper(part)) for part in result.explanation.parts),
            Heading(_("Let op")),
            Points(tuple(about["cautions"])),
            Heading(_("Bronnen")),
            Points(sources(result.explanation)),
        ),
    )


def _table(caption: str, forms: list[str], rows: list[Row]) -> Table:
    return Table(caption, ("", *forms), tuple((row.what, *row.values) for row in rows))


def _given_up(about: dict[str, Any]) -> Iterator[Block]:
    yield Heading(_("Wat je opgeeft"))
    for one in about["given_up"]:
        yield Heading(f"{one.form}: {one.like}", 2)
        if one.points:
            yield Points(one.points)


def _prices(about: dict[str, Any]) -> Iterator[Block]:
    if about["payers"]:
        caption = _("Voor de organisatie, per uur zorg")
        yield _table(caption, about["payers"], about["organisation_rows"])


def _talk(talk: Talk) -> Iterator[Block]:
    yield Heading(_("Het gesprek"))
    for party, answered in talk:
        yield Heading(party, 2)
        for one in answered:
            yield Paragraph(words.said(one.question.text))
            yield Paragraph(one.answer or _("Nog niet beantwoord."), is_notice=True)
