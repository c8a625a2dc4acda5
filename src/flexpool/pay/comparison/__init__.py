"""The same care work in four forms: `compare_forms(Comparison(...))`, and the conversation.

`summary(questions, answers)` puts the answers of all sides next to the questions.
"""

from flexpool.pay.comparison.compare import compare_forms
from flexpool.pay.comparison.conditions import Certainty, Conditions, Say
from flexpool.pay.comparison.conversation import summary
from flexpool.pay.comparison.names import CERTAINTIES, FORMS, SAYS
from flexpool.pay.comparison.result import (
    Answer,
    ComparisonResult,
    ConversationSummary,
    OrganisationSide,
    Party,
    Question,
    WorkerSide,
)
from flexpool.pay.comparison.situation import Comparison, EmployedForm, Form, SelfEmployedForm

__all__ = [
    "CERTAINTIES",
    "FORMS",
    "SAYS",
    "Answer",
    "Certainty",
    "Comparison",
    "ComparisonResult",
    "Conditions",
    "ConversationSummary",
    "EmployedForm",
    "Form",
    "OrganisationSide",
    "Party",
    "Question",
    "Say",
    "SelfEmployedForm",
    "WorkerSide",
    "compare_forms",
    "summary",
]
