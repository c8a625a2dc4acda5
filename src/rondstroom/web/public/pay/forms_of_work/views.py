"""The page that compares four forms of work, and the summary of the conversation about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from flexpool.pay.comparison import (
    Answer,
    ComparisonResult,
    Party,
    Question,
    compare_forms,
    summary,
)
from flexpool.pay.wage.terms import TermNotKnown
from flexpool.refusal import reason
from rondstroom.integrations.documents import typeset
from rondstroom.web.components.words import said
from rondstroom.web.public.pay.forms_of_work.paper import paper_of
from rondstroom.web.public.pay.forms_of_work.shown import shown
from rondstroom.web.public.pay.forms_of_work.told import Groups, Told, comparison_of
from rondstroom.web.public.pay.keeping_nothing import keeps_nothing

LONGEST_ANSWER = 1000
PARTIES = {
    Party.WORKER: gettext_lazy("Aan de medewerker"),
    Party.ORGANISATION: gettext_lazy("Aan de organisatie"),
    Party.INTERMEDIARY: gettext_lazy("Aan de bemiddelaar"),
}


@keeps_nothing
def forms_of_work(request: HttpRequest) -> HttpResponse:
    """Ask, compare, talk, and sum up: each from what was sent along, which is kept nowhere."""
    groups = Groups(request.POST.dict())
    go = request.POST.get("go", "")
    told = groups.told if groups.is_sent else None
    context: dict[str, Any] = {"keeps_nothing": True, "groups": groups.groups.values()}
    if told is None or go == "change":
        status = 422 if groups.is_sent and told is None else 200
        return render(request, "public/pay/forms/ask.html", context, status=status)
    result, refusal = _compared(told)
    if result is None:
        context["refusal"] = refusal
        return render(request, "public/pay/forms/ask.html", context, status=422)
    answers = _answers(request, result.questions)
    talk = summary(result.questions, answers)
    if go == "pdf":
        return _document(result, talk)
    context |= {**shown(result), "carried": groups.carried(), "talk": talk}
    context["parties"] = _by_party(talk.answered)
    page = "summary" if go == "summary" else "compared"
    return render(request, f"public/pay/forms/{page}.html", context)


def _compared(told: Told) -> tuple[ComparisonResult | None, str]:
    """Compare with the figures of this year, or of the year before while those are not known."""
    year = timezone.localdate().year
    missing = ""
    for tried in (year, year - 1):
        try:
            return compare_forms(comparison_of(told, tried)), ""
        except (LookupError, TermNotKnown) as error:
            missing = said(reason(error))
    about = {"missing": missing}
    return None, _("Hiervoor ontbreekt een cijfer. We rekenen dus niets uit: %(missing)s") % about


def _answers(request: HttpRequest, questions: Sequence[Question]) -> list[Answer]:
    """Read the answers to the questions; a longer text is cut off."""
    return [
        Answer(question=one.key, text=request.POST.get(f"talk-{one.key}", "")[:LONGEST_ANSWER])
        for one in questions
    ]


def _by_party(answered: Sequence[Any]) -> list[tuple[str, list[Any]]]:
    """Give the questions per party, with what was answered so far."""
    return [
        (str(words), [one for one in answered if one.question.asked_of == party])
        for party, words in PARTIES.items()
    ]


def _document(result: ComparisonResult, talk: Any) -> HttpResponse:
    """Give comparison and conversation as a PDF to share."""
    now = timezone.localtime()
    parties = _by_party(talk.answered)
    response = HttpResponse(
        typeset(paper_of(result, parties, now), now), content_type="application/pdf"
    )
    name = _("vormen-van-werk")
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response
