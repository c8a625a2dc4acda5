"""How a rule that can be met in more than one way was met, or how near it came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flexpool.text import Text
from flexpool.worktime.clock import dutch


@dataclass(frozen=True, slots=True)
class Explanation:
    """One window of an either-or rule.

    Parameters
    ----------
    rule, source_ref
        The rule, and its number in the study of the law.
    window
        From and until, in seconds since 1970.
    is_met
        Whether one of the ways is met.
    text
        Each way, whether it is met, and what was measured.
    """

    rule: str
    source_ref: str
    window: tuple[int, int]
    is_met: bool
    text: Text

    @property
    def starts_local(self) -> datetime:
        """Start of the window on the Dutch clock."""
        return dutch(self.window[0])
