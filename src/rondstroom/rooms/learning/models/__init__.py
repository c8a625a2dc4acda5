"""Making somebody at home: checklists per location, who was shown what, who guides whom."""

from rondstroom.rooms.learning.models.induction import Checklist, Mentor, Step, Tick

__all__ = ["Checklist", "Mentor", "Step", "Tick"]
