"""The questions between worker, organisation and intermediary, and the answers side by side."""

from __future__ import annotations

import pytest

from flexpool.pay.comparison import Answer, Comparison, Party, compare_forms, summary
from flexpool.pay.comparison.conditions import Certainty, Say
from flexpool.pay.comparison.names import CERTAINTIES, FORMS, IN_FORM, SAYS
from flexpool.pay.comparison.situation import Form
from unit.pay.form_situations import agency, comparison, own_organisation

RESULT = compare_forms(comparison())
REASONS = {question.key: question.why for question in RESULT.questions}


def test_every_party_is_asked_something() -> None:
    assert [question.asked_of for question in RESULT.questions] == sorted(
        (question.asked_of for question in RESULT.questions), key=list(Party).index
    )
    assert {question.asked_of for question in RESULT.questions} == set(Party)


def test_questions_have_their_reasons_in_both_languages() -> None:
    assert len(REASONS) == len(RESULT.questions)
    for question in RESULT.questions:
        assert question.text.nl.endswith("?") and question.text.en.endswith("?")
        assert question.why.nl.endswith(".") and question.why.en.endswith(".")


def test_reasons_name_the_numbers_of_this_comparison() -> None:
    assert "zelfstandige (zzp) nee" in REASONS["worker.illness"].nl
    assert "eigen organisatie € 6.622,44" in REASONS["worker.pension"].nl
    assert "agency €65.57" in REASONS["organisation.cost"].en
    assert "zelfstandige (zzp) € 4,20" in REASONS["intermediary.margin"].nl
    assert "eigen organisatie" not in REASONS["intermediary.margin"].nl


def test_without_prices_the_reason_says_that_they_were_not_told() -> None:
    bare = compare_forms(Comparison(own_organisation=own_organisation(), agency=agency()))
    reasons = {question.key: question.why for question in bare.questions}
    assert reasons["intermediary.margin"].nl.endswith("niet opgegeven.")


def test_answers_stand_next_to_their_questions_and_the_others_stay_open() -> None:
    shared = summary(
        RESULT.questions,
        [
            Answer(question="organisation.say", text=" Zelf roosteren vanaf januari. "),
            Answer(question="worker.wish", text="   "),
        ],
    )
    given = {one.question.key: one.answer for one in shared.answered}
    assert given["organisation.say"] == "Zelf roosteren vanaf januari."
    assert given["worker.wish"] is None
    assert len(shared.open_questions) == len(RESULT.questions) - 1


@pytest.mark.parametrize(
    ("keys", "says"),
    [(["worker.hobby"], "was not asked"), (["worker.wish", "worker.wish"], "answered twice")],
)
def test_answers_that_fit_no_question_are_refused(keys: list[str], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        summary(RESULT.questions, [Answer(question=key, text="x") for key in keys])


def test_every_form_and_degree_has_its_words() -> None:
    assert set(FORMS) == set(IN_FORM) == set(Form)
    assert set(SAYS) == set(Say)
    assert set(CERTAINTIES) == set(Certainty)
