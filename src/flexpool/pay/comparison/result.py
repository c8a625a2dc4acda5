"""Four forms side by side: the worker's side, the organisation's side, and what to talk about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from flexpool.pay.comparison.conditions import Conditions
from flexpool.pay.comparison.situation import Form
from flexpool.pay.employer.result import EmployerCost
from flexpool.pay.explanation import Line
from flexpool.pay.ownership.result import HirePrice
from flexpool.pay.self_employed.result import Presumption, per_hour
from flexpool.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerSide:
    """What one form means for the worker; amounts in whole cents a year.

    `net = gross - tax_and_contribution - pension_own - disability_premium`, and `like_for_like` is
    what would be left when also putting aside what the form with the most pension puts aside, in
    a way that the tax deducts.
    """

    form: Form
    gross: int
    """Wage, or turnover less the intermediary's share and business costs."""
    tax_and_contribution: int
    pension_own: int
    """What the worker pays for the pension."""
    pension_total: int
    """What worker and employer put aside together."""
    disability_premium: int
    net: int
    """After tax, contribution, own pension and own insurance."""
    pension_shortfall: int
    """How much less is put aside than in the form that puts aside most."""
    like_for_like: int
    worked_hours: Fraction
    """Hours of care that are worked and paid."""
    hours_spent: Fraction
    """Worked hours, unpaid administration and unpaid training."""
    administration_hours: Fraction
    paid_when_ill: bool
    paid_holiday: bool
    unpaid_weeks: Fraction
    """Weeks a year without income: free, ill or without work."""
    conditions: Conditions
    cautions: tuple[Text, ...]
    """What the calculation of this form does not say."""
    explanation: Line
    gives_up: tuple[Text, ...] = ()
    """What one gives up against the other forms, in plain sentences with numbers."""

    @property
    def net_per_worked_hour(self) -> int | None:
        """Net cents for each hour of care that is paid; None without such hours."""
        return per_hour(self.net, self.worked_hours)

    @property
    def like_for_like_per_hour_spent(self) -> int | None:
        """Cents for each hour spent, with the same pension in every form; None without hours."""
        return per_hour(self.like_for_like, self.hours_spent)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationSide:
    """What one form costs the organisation per hour of care, in whole cents."""

    form: Form
    source: EmployerCost | HirePrice
    """The build-up behind it."""

    @property
    def per_hour(self) -> int:
        """What the organisation pays for one hour of care."""
        if isinstance(self.source, HirePrice):
            return self.source.per_hour
        return self.source.per_productive_hour

    @property
    def vat(self) -> int:
        """VAT within that."""
        return self.source.vat if isinstance(self.source, HirePrice) else 0

    @property
    def vat_at_stake(self) -> int:
        """The VAT that is due after all when the chosen ground does not hold."""
        return self.source.vat_at_stake if isinstance(self.source, HirePrice) else 0

    @property
    def above_wage(self) -> int | None:
        """Cents an hour above wage or tariff, without VAT; None for the own organisation."""
        return self.source.above_wage if isinstance(self.source, HirePrice) else None


class Party(StrEnum):
    """Who is at the table (action C1)."""

    WORKER = "worker"
    ORGANISATION = "organisation"
    INTERMEDIARY = "intermediary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question for the conversation.

    Parameters
    ----------
    key
        Stable name, such as `worker.why`.
    asked_of
        Who answers it.
    text
        The question.
    why
        Why it matters, with this comparison's numbers where there are any.
    """

    key: str
    asked_of: Party
    text: Text
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonResult:
    """The comparison as a whole."""

    year: int
    workers: tuple[WorkerSide, ...]
    organisations: tuple[OrganisationSide, ...]
    questions: tuple[Question, ...]
    presumption: Presumption | None
    """The rate below which employment may come to be presumed; None without self-employment."""
    cautions: tuple[Text, ...]
    """What this result does not say; no verdict on the legal form."""
    explanation: Line

    def worker_side(self, form: Form) -> WorkerSide:
        """Give the worker's side of a form; KeyError when it was left out."""
        return {side.form: side for side in self.workers}[form]

    def organisation_side(self, form: Form) -> OrganisationSide:
        """Give the organisation's side of a form; KeyError when it was left out."""
        return {side.form: side for side in self.organisations}[form]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a party answered to a question; nothing of it is kept."""

    question: str
    """The question's key."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredQuestion:
    """A question with its answer, or None when it is still open."""

    question: Question
    answer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationSummary:
    """Both sides' answers next to each other, to share."""

    answered: tuple[AnsweredQuestion, ...]
    """Every question, by party in the order of `Party`."""

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions that nobody answered yet."""
        return tuple(one.question for one in self.answered if one.answer is None)
