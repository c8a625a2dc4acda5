"""The conversation between worker, organisation and intermediary: questions and answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flexpool.money import as_text
from flexpool.pay.comparison.names import FORMS
from flexpool.pay.comparison.questions import ASKED, REASONS
from flexpool.pay.comparison.result import (
    Answer,
    AnsweredQuestion,
    ConversationSummary,
    OrganisationSide,
    Question,
    WorkerSide,
)
from flexpool.pay.wording import percent
from flexpool.refusal import Impossible
from flexpool.text import Text


def questions(
    workers: Sequence[WorkerSide], organisations: Sequence[OrganisationSide]
) -> tuple[Question, ...]:
    """Give the questions for the conversation, with this comparison's numbers as reasons."""
    reasons = REASONS | _of_workers(workers) | _of_organisations(organisations)
    return tuple(
        Question(key=key, asked_of=party, text=text, why=reasons[key])
        for key, (party, text) in ASKED.items()
    )


def summary(asked: Sequence[Question], answers: Iterable[Answer]) -> ConversationSummary:
    """Put the answers next to the questions; an empty answer leaves its question open.

    Raises
    ------
    ValueError
        When an answer is to a question that was not asked, or there are two to one question.
    """
    known = {question.key for question in asked}
    given: dict[str, str] = {}
    for answer in answers:
        if answer.question not in known:
            raise Impossible(
                "question",
                f"{answer.question!r} is niet gevraagd",
                f"{answer.question!r} was not asked",
            )
        if answer.question in given:
            raise Impossible(
                "question",
                f"{answer.question!r} is twee keer beantwoord",
                f"{answer.question!r} is answered twice",
            )
        given[answer.question] = answer.text.strip()
    return ConversationSummary(
        answered=tuple(
            AnsweredQuestion(question=question, answer=given.get(question.key) or None)
            for question in asked
        )
    )


def _of_workers(workers: Sequence[WorkerSide]) -> dict[str, Text]:
    yes, no = Text("ja", "yes"), Text("nee", "no")
    ill = [(FORMS[side.form], yes if side.paid_when_ill else no) for side in workers]
    pension = [(FORMS[side.form], _money(side.pension_total)) for side in workers]
    share = Text(
        "Deel van de uren in avond, nacht en weekend",
        "Share of the hours in evening, night and weekend",
    )
    evenings = [
        (FORMS[side.form], percent(side.conditions.evening_night_weekend)) for side in workers
    ]
    put_aside = Text("Per jaar voor het pensioen", "A year for the pension")
    return {
        "worker.illness": _per_form(Text("Doorbetaald bij ziekte", "Paid when ill"), ill),
        "worker.pension": _per_form(put_aside, pension),
        "organisation.evenings": _per_form(share, evenings),
    }


def _of_organisations(organisations: Sequence[OrganisationSide]) -> dict[str, Text]:
    cost = [(FORMS[side.form], _money(side.per_hour)) for side in organisations]
    margins = [
        (FORMS[side.form], _money(side.above_wage))
        for side in organisations
        if side.above_wage is not None
    ]
    above = Text("Boven loon of tarief per uur", "Above wage or tariff per hour")
    return {
        "organisation.cost": _per_form(Text("Per uur zorg", "Per hour of care"), cost),
        "intermediary.margin": _per_form(above, margins),
    }


def _money(cents: int) -> Text:
    return Text(as_text(cents), as_text(cents, "en"))


def _per_form(what: Text, told: Sequence[tuple[Text, Text]]) -> Text:
    """Say something of every form in one sentence; that nothing is told when there is none."""
    if not told:
        return Text(f"{what.nl}: niet opgegeven.", f"{what.en}: not told.")
    dutch = ", ".join(f"{form.nl} {value.nl}" for form, value in told)
    english = ", ".join(f"{form.en} {value.en}" for form, value in told)
    return Text(f"{what.nl}: {dutch}.", f"{what.en}: {english}.")
