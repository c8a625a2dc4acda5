"""The first VAT ground whose conditions are all met; without it the work is taxed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from flexpool.contracts.vat import conditions as c
from flexpool.contracts.vat.conditions import Condition
from flexpool.contracts.vat.grounds import IN_WORDS, Ground
from flexpool.pay.ownership.vat import IN_WORDS as PAY_WORDS
from flexpool.pay.ownership.vat import VatGround
from flexpool.text import Text

LASTING = (
    c.INDEFINITE,
    c.NAMED,
    c.ONE_PLACE,
    c.SELECTS,
    c.CARE_CAO,
    c.AT_COST,
    c.NO_PROFIT,
    c.BEARS_END,
)
STEPS: dict[Ground, tuple[Condition, ...]] = {
    Ground.OWN_CARE: (c.RESULT, c.EXEMPT_CARE),
    Ground.NO_FEE: (c.NO_FEE,),
    Ground.OWN_CONTRACTS: (c.OWN_CONTRACT, c.OWN_PART),
    Ground.COST_SHARING: (c.KEY_BEFORE, c.EACH_RISK, c.NO_PROFIT),
    Ground.CLOSELY_RELATED: (c.CARE_STAFF, c.INSTITUTION, c.INDISPENSABLE, c.NO_COMPETITION),
    Ground.STRUCTURAL: (c.LENDER_EXEMPT, c.BORROWER_EXEMPT, *LASTING),
    Ground.TRAINING: (c.TRAINING,),
    Ground.FISCAL_UNITY: (c.UNITY,),
    Ground.SOCIAL: (c.LENDER_EXEMPT, c.SOCIAL_BORROWER, *LASTING),
}
"""The grounds in the order in which they are tried, each with all its conditions."""

QUESTIONS: tuple[Condition, ...] = tuple(
    dict.fromkeys(condition for step in STEPS.values() for condition in step)
)
"""Every question once, in order."""

ASK_THE_INSPECTOR = Text(
    "Dit is een advies, geen beslissing. Leg het voor aan de inspecteur en bewaar het antwoord: "
    "tot dan staat de btw hieronder op het spel.",
    "This is advice, no ruling. Put it to the tax inspector and keep the answer: until then the "
    "VAT below is at stake.",
)
UMBRELLA = PAY_WORDS[VatGround.UMBRELLA].warning
"""Why the umbrella exemption is no step of this tree (Uitvoeringsbesluit OB art. 9(3))."""


class StepState(StrEnum):
    """How a ground stands."""

    FITS = "fits"
    OPEN = "open"
    FAILS = "fails"


@dataclass(frozen=True, slots=True)
class Step:
    """One ground with its conditions, sorted by answer."""

    ground: Ground
    met: tuple[Condition, ...]
    failed: tuple[Condition, ...]
    unanswered: tuple[Condition, ...]

    @property
    def state(self) -> StepState:
        """Whether it fits; one no is enough to fail."""
        if self.failed:
            return StepState.FAILS
        return StepState.OPEN if self.unanswered else StepState.FITS

    @property
    def name(self) -> Text:
        """What the ground is called."""
        return IN_WORDS[self.ground].name


@dataclass(frozen=True, slots=True)
class Outcome:
    """The ground that fits, how every step stood, and what must be shown.

    An unanswered question never helps: no ground is found in silence.
    """

    ground: Ground
    steps: tuple[Step, ...]

    @property
    def is_to_confirm(self) -> bool:
        """Whether this is for the tax inspector to confirm: whenever no VAT is due."""
        return self.ground is not Ground.TAXED

    @property
    def documents(self) -> tuple[Text, ...]:
        """The papers that the found ground asks, each once."""
        found = (one.document for step in self.steps for one in step.met if self._is_found(step))
        return tuple(dict.fromkeys(paper for paper in found if paper))

    @property
    def open_before(self) -> tuple[Condition, ...]:
        """Questions whose answer could still lead to an earlier ground, or to one at all."""
        found: list[Condition] = []
        for step in self.steps:
            if step.state is StepState.FITS:
                break
            if step.state is StepState.OPEN:
                found += step.unanswered
        return tuple(dict.fromkeys(found))

    def _is_found(self, step: Step) -> bool:
        return step.ground is self.ground


def vat_ground(answers: Mapping[str, bool | None]) -> Outcome:
    """Give the first ground of which every condition was answered with yes; else it is taxed.

    Parameters
    ----------
    answers
        By key of the condition; missing or None is not answered.
    """
    steps = tuple(_step(ground, asked, answers) for ground, asked in STEPS.items())
    fitting = (step.ground for step in steps if step.state is StepState.FITS)
    return Outcome(next(fitting, Ground.TAXED), steps)


def _step(ground: Ground, asked: tuple[Condition, ...], answers: Mapping[str, bool | None]) -> Step:
    by_answer: dict[bool | None, list[Condition]] = {True: [], False: [], None: []}
    for condition in asked:
        by_answer[answers.get(condition.key)].append(condition)
    return Step(ground, tuple(by_answer[True]), tuple(by_answer[False]), tuple(by_answer[None]))
