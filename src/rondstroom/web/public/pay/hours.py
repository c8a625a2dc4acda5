"""The calculator of hours: five short steps, the result beside them, and the whole answer."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from rondstroom.integrations.documents import typeset
from rondstroom.web.public.pay import own_contract
from rondstroom.web.public.pay.answers import Answers
from rondstroom.web.public.pay.calculation import Answer, answer_to
from rondstroom.web.public.pay.keeping_nothing import keeps_nothing
from rondstroom.web.public.pay.paper import paper_of
from rondstroom.web.public.pay.shown import shown
from rondstroom.web.public.pay.steps import STEPS

OUTCOME = len(STEPS) + 1
CHILD_CARE = len(STEPS)
MOVES = {"next": 1, "back": -1}


@keeps_nothing
def hours(request: HttpRequest) -> HttpResponse:
    """Show a step or the outcome; as a part of the page when the script asks, or as a document."""
    answers = Answers({**request.POST.dict(), **_own(request)})
    filled = answers.filled()
    answer = answer_to(filled, timezone.localdate().year) if filled else None
    if getattr(request, "htmx", False):
        return render(request, "public/pay/parts/result.html", _about(answers, answer, 0))
    if answer and answer.result and request.POST.get("go") == "pdf":
        return _document(answer)
    step = step_to_show(request, answers)
    is_wrong = request.method == "POST" and answers.first_wrong(step) == step
    page = "public/pay/outcome.html" if step == OUTCOME else "public/pay/step.html"
    context = {**_about(answers, answer, step), "has_contract": own_contract.exists(request)}
    if is_wrong:
        context["form"] = answers.told[step - 1]
    return render(request, page, context, status=422 if is_wrong else 200)


def step_to_show(request: HttpRequest, answers: Answers) -> int:
    """Give the step to go to; nobody passes a step that is wrong."""
    here = _number(request.POST.get("at"))
    go = request.POST.get("go", "")
    wanted = OUTCOME if go in {"outcome", "pdf"} else here + MOVES.get(go, 0)
    if wanted == CHILD_CARE and not answers.forms[-1].fields:
        wanted += MOVES.get(go, 1)
    wanted = min(max(wanted, 1), OUTCOME)
    wrong = answers.first_wrong(min(max(wanted - 1, 0), len(STEPS)))
    return wrong or wanted


def _number(text: str | None) -> int:
    """Read the number of a step; anything else is the first."""
    numbers = {str(number): number for number in range(1, OUTCOME + 1)}
    return numbers.get(text or "", 1)


def _own(request: HttpRequest) -> dict[str, str]:
    """Give what one's own contract says, only when asked for."""
    return own_contract.as_typed(request) if request.POST.get("go") == "own" else {}


def _about(answers: Answers, answer: Answer | None, step: int) -> dict[str, Any]:
    """Give what every page and part shows."""
    wrong = answers.first_wrong(len(STEPS))
    return {
        "keeps_nothing": True,
        "step": step,
        "names": [one.title for one in STEPS],
        "form": answers.forms[step - 1] if 0 < step < OUTCOME else None,
        "carried": answers.carried(step),
        "answer": answer,
        "wrong": answers.told[wrong - 1] if wrong and answers.sent else None,
        **(shown(answer.result) if answer and answer.result else {}),
    }


def _document(answer: Answer) -> HttpResponse:
    """Give the outcome as a PDF to keep."""
    now = timezone.localtime()
    response = HttpResponse(typeset(paper_of(answer, now), now), content_type="application/pdf")
    name = _("uren-berekend")
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response
