"""Why a worker may not be placed, in words for people, with the way out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from flexpool.contracts.rule import Finding as ContractFinding
from flexpool.worktime import Finding, Severity

if TYPE_CHECKING:
    from rondstroom.rooms.skills.queries import Block

Words = Callable[[], str]


@dataclass(frozen=True, slots=True, eq=False)
class Reason:
    """Why not (severity `breach`), or what to know (`warning`, `policy`), with the way out.

    The words may be given as a way to make them: of thousands of reasons that are counted a few
    are read, and dates in words are dear.
    """

    rule: str
    words: str | Words
    way_out: str | Words = ""
    severity: str = Severity.BREACH.value
    is_stale: bool = False
    """An answer is too old and has to be asked anew; no more is known against it."""

    @property
    def text(self) -> str:
        """Why, in the language of the reader."""
        return self.words if isinstance(self.words, str) else self.words()

    @property
    def remedy(self) -> str:
        """The way out; empty when there is none."""
        return self.way_out if isinstance(self.way_out, str) else self.way_out()

    @property
    def is_blocking(self) -> bool:
        """Say whether this alone keeps somebody off the shift."""
        return self.severity == Severity.BREACH.value

    @property
    def _told(self) -> tuple[str, str, str, str]:
        return self.rule, self.severity, self.text, self.remedy

    def __eq__(self, other: object) -> bool:
        """Two reasons are the same when they read the same."""
        if not isinstance(other, Reason) or self.rule != other.rule:
            return False
        return self is other or self._told == other._told

    def __hash__(self) -> int:
        return hash(self._told)


def from_block(block: Block) -> Reason:
    """Give what the placement gate found."""
    severity = Severity.WARNING if block.is_warning else Severity.BREACH
    return Reason(
        block.rule,
        lambda: str(block.text),
        lambda: str(block.remedy),
        severity.value,
        block.is_stale,
    )


def from_condition(block: Block, *, is_met: bool = False) -> Reason:
    """Give the condition as something to know where it is met, else as what blocks."""
    found = from_block(block)
    return Reason(found.rule, found.words, severity=Severity.WARNING.value) if is_met else found


def from_agreement(finding: ContractFinding) -> Reason:
    """Give what the work code found, as something to know."""
    language = (get_language() or "nl")[:2]
    text, cure = finding.message.in_language(language), finding.cure.in_language(language)
    return Reason(finding.rule.id, text, cure, Severity.POLICY.value)


def from_finding(finding: Finding, *, involves_elsewhere: bool = False) -> Reason:
    """Give what the law found, in the reader's language; never where else somebody works."""
    language = (get_language() or "nl")[:2]
    text = finding.message.in_language(language)
    if involves_elsewhere:
        text = _("%(finding)s Werk elders telt mee.") % {"finding": text}
    return Reason(finding.rule, text, finding.cure.in_language(language), finding.severity.value)
