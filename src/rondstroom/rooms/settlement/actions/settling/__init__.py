"""Settling what was lent: asked once, done in steps that can each be done again, then closed."""

from rondstroom.rooms.settlement.actions.settling.asking import (
    UnableToSettle,
    close_period,
    resume_run,
    settle_corrections,
)
from rondstroom.rooms.settlement.actions.settling.performing import perform_run

__all__ = ["UnableToSettle", "close_period", "perform_run", "resume_run", "settle_corrections"]
