"""A rule of contract or lending law, and what it finds: before it costs money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from flexpool.text import Text


class Weight(StrEnum):
    """What a finding asks for."""

    BLOCKS = "blocks"
    """It may not go on like this."""
    COSTS = "costs"
    """It may, and it costs what the finding says."""
    DUE = "due"
    """Somebody has something to do by a day."""
    POLICY = "policy"
    """It is not as agreed in the house; no law forbids it."""
    NOTE = "note"
    """Good to know; nothing has to be done."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Parameters
    ----------
    id
        Stable name; never used again for another rule.
    source_ref
        Number in the study of the law, such as `O3`.
    article
        Where it is written.
    title, doc
        Its name, and in plain words what it demands and how it is measured.
    """

    id: str
    source_ref: str
    article: str
    title: Text
    doc: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule found.

    Parameters
    ----------
    rule
        The rule.
    weight
        What it asks for.
    message, cure
        What is the matter, and what to do now.
    due_on
        By when; None when at once or never.
    minutes
        Minutes that are to be paid without being worked, or owed.
    """

    rule: Rule
    weight: Weight
    message: Text
    cure: Text
    due_on: date | None = None
    minutes: int = 0
