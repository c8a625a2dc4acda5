"""Why a worker may not be placed, in words for people, with the way out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from flexpool.worktime import Finding, Severity

if TYPE_CHECKING:
    from rondstroom.rooms.skills.queries import Block


@dataclass(frozen=True, slots=True)
class Reason:
    """Why not (severity `breach`), or what to know (`warning`, `policy`), with the way out."""

    rule: str
    text: str
    remedy: str = ""
    severity: str = Severity.BREACH.value

    @property
    def is_blocking(self) -> bool:
        """Say whether this alone keeps somebody off the shift."""
        return self.severity == Severity.BREACH.value


def from_block(block: Block) -> Reason:
    """Give what the placement gate found."""
    severity = Severity.WARNING if block.is_warning else Severity.BREACH
    return Reason(block.rule, str(block.text), str(block.remedy), severity.value)


def from_finding(finding: Finding, *, involves_elsewhere: bool = False) -> Reason:
    """Give what the law found, in the reader's language; never where else somebody works."""
    language = (get_language() or "nl")[:2]
    text = finding.message.in_language(language)
    if involves_elsewhere:
        text = _("%(finding)s Werk elders telt mee.") % {"finding": text}
    return Reason(finding.rule, text, finding.cure.in_language(language), finding.severity.value)
