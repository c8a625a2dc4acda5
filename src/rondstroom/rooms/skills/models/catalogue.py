"""Functions, who may stand in for whom, competences, tasks and packages of tasks."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Coalesce

from rondstroom.rooms.skills.states import CatalogueKind


class Function(models.Model):
    """A function with its level, by the short name that planners use.

    `register_code` is the profession in the BIG register that the function needs; empty with
    `needs_register` means nurses.
    """

    code = models.CharField(max_length=30, unique=True)
    name = models.CharField(max_length=120)
    aliases = models.JSONField(default=list, blank=True)
    needs_register = models.BooleanField(default=False)
    register_code = models.CharField(max_length=10, blank=True)
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    esco = models.CharField(max_length=120, blank=True)
    competent_nl = models.CharField(max_length=120, blank=True)


class Substitution(models.Model):
    """`by` may do the work of `function`. Directed: a nurse for a carer, not the other way.

    With an organisation it holds there only; without one everywhere.
    """

    function = models.ForeignKey(Function, on_delete=models.CASCADE, related_name="covered_by")
    by = models.ForeignKey(Function, on_delete=models.CASCADE, related_name="covers")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, null=True, related_name="+"
    )

    class Meta:
        """Once per place."""

        constraints = [
            models.UniqueConstraint(
                "function", "by", Coalesce("organisation", 0), name="skills_substitution_once"
            )
        ]


class Skill(models.Model):
    """A competence that a shift can ask for.

    A reserved procedure (Wet BIG art. 36) needs theory and practice; `authorised` are the
    functions that may do it on an order. None named: any function that is competent.
    """

    code = models.CharField(max_length=30, unique=True)
    name = models.CharField(max_length=120)
    is_reserved = models.BooleanField(default=False)
    authorised = models.ManyToManyField(Function, blank=True, related_name="+")
    esco = models.CharField(max_length=120, blank=True)
    competent_nl = models.CharField(max_length=120, blank=True)


class Task(models.Model):
    """Something to do that can be given to somebody, with the competences it asks.

    `functions` are those whose ordinary work it is; it says who does it, not who may.
    """

    code = models.CharField(max_length=30, unique=True)
    name = models.CharField(max_length=120)
    skills = models.ManyToManyField(Skill, blank=True, related_name="tasks")
    functions = models.ManyToManyField(Function, blank=True, related_name="tasks")


class Package(models.Model):
    """Tasks that are given together: of the reserve, or composed by an organisation itself."""

    code = models.CharField(max_length=30)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=CatalogueKind.choices)
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, null=True, related_name="+"
    )
    tasks = models.ManyToManyField(Task, blank=True, related_name="packages")

    class Meta:
        """A code once per owner; an organisation's own package names the organisation."""

        constraints = [
            models.UniqueConstraint(
                "code", Coalesce("organisation", 0), name="skills_package_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="work") | models.Q(organisation__isnull=False),
                name="skills_work_package_has_owner",
            ),
        ]
