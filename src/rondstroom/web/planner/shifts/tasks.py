"""Choosing what is to be done on a shift: tasks one by one, or those of a package."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from rondstroom.rooms.skills import queries as skills
from rondstroom.web.planner.shifts.offering import offer


class TaskFields(forms.Form):
    """The tasks of a shift, when help is composed from tasks; none: the ordinary work."""

    package = forms.TypedChoiceField(
        label=gettext_lazy("Alle taken van een pakket"),
        coerce=int,
        empty_value=None,
        required=False,
    )
    tasks = forms.MultipleChoiceField(
        label=gettext_lazy("Losse taken"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Wat een taak vraagt aan bekwaamheden, vraagt de dienst dan ook."),
    )

    def offer_tasks(self, organisation_ids: Collection[int]) -> None:
        """Let choose from all tasks, and from packages of the reserve and of these houses."""
        self._tasks = {row.code: row for row in skills.tasks()}
        here = {None, *organisation_ids}
        rows = [row for row in skills.all_packages() if row.organisation_id in here]
        self._packages = {row.pk: {task.code for task in row.tasks.all()} for row in rows}
        offer(self, "package", [("", "\u2013"), *((row.pk, row.name) for row in rows)])
        offer(self, "tasks", [(row.code, row.name) for row in self._tasks.values()])

    def chosen_tasks(self) -> list[Any]:
        """Give what was chosen, in the order of the catalogue."""
        package = self.cleaned_data["package"]
        codes = {*self.cleaned_data["tasks"], *self._packages.get(package, ())}
        return [row for code, row in self._tasks.items() if code in codes]
