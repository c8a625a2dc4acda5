"""The five short steps of the calculator of hours, each a form of a few fields."""

from __future__ import annotations

from rondstroom.web.public.pay.steps.child_care import ChildCare
from rondstroom.web.public.pay.steps.extras import Extras
from rondstroom.web.public.pay.steps.home import Home
from rondstroom.web.public.pay.steps.people import People
from rondstroom.web.public.pay.steps.step import Step
from rondstroom.web.public.pay.steps.work import Work

STEPS: tuple[type[Step], ...] = (Work, Extras, People, Home, ChildCare)

__all__ = ["STEPS", "ChildCare", "Extras", "Home", "People", "Step", "Work"]
