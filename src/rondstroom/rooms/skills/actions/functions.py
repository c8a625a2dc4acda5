"""Functions, who may stand in for whom, and skills."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.skills import queries
from rondstroom.rooms.skills.models import Function, Skill, Substitution

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


class UnableToCreateFunction(journal.UnableToAct):
    """The function could not be told from another."""


class UnableToCreateSkill(journal.UnableToAct):
    """The skill could not be told from another."""


class UnableToAllowSubstitution(journal.UnableToAct):
    """A function stands in for itself already."""


@transaction.atomic
def create_function(
    *,
    code: str,
    name: str,
    aliases: Iterable[str] = (),
    needs_register: bool = False,
    by: Account,
    at: datetime,
) -> Function:
    """Make a function, known by code, name and aliases. Journal: `skills.function.created`."""
    other_names = list(aliases)
    _check_names(code, name, *other_names)
    function = Function(code=code, name=name, aliases=other_names, needs_register=needs_register)
    journal.check_lengths(function, UnableToCreateFunction)
    function.save()
    journal.record(
        event="skills.function.created",
        by=by,
        at=at,
        subject=f"function:{function.pk}",
        code=code,
    )
    return function


def _check_names(*texts: str) -> None:
    """Refuse names that say nothing or that mean another function already."""
    known = queries.functions_by_key()
    for text in texts:
        key = queries.key_of(text)
        if not key:
            raise UnableToCreateFunction(_("Een functie heeft een code en een naam nodig."))
        if key in known:
            raise UnableToCreateFunction(
                _("“%(text)s” is al een naam van de functie %(function)s. Kies een andere naam.")
                % {"text": text, "function": known[key].name},
                code="taken",
            )


@transaction.atomic
def allow_substitution(
    *, function: Function, by_function: Function, by: Account, at: datetime
) -> None:
    """Let `by_function` do the work of `function`; not the other way round.

    Allowing it twice changes nothing. Journal: `skills.substitution.allowed`.
    """
    if function.pk == by_function.pk:
        raise UnableToAllowSubstitution(
            _("%(function)s kan niet invallen voor zichzelf.") % {"function": function.name}
        )
    _one, is_new = Substitution.objects.get_or_create(function=function, by=by_function)
    if is_new:
        journal.record(
            event="skills.substitution.allowed",
            by=by,
            at=at,
            subject=f"function:{function.pk}",
            by_function=by_function.code,
        )


@transaction.atomic
def create_skill(*, code: str, name: str, by: Account, at: datetime) -> Skill:
    """Make a skill that shifts can ask for. Journal: `skills.skill.created`."""
    skill = Skill(code=code.strip(), name=name.strip())
    journal.check_lengths(skill, UnableToCreateSkill)
    if not skill.code or not skill.name:
        raise UnableToCreateSkill(_("Een bekwaamheid heeft een code en een naam nodig."))
    known = queries.skills_by_key()
    for text in (skill.code, skill.name):
        if queries.key_of(text) in known:
            raise UnableToCreateSkill(
                _("“%(text)s” is al een bekwaamheid. Kies een andere naam.") % {"text": text},
                code="taken",
            )
    skill.save()
    journal.record(
        event="skills.skill.created", by=by, at=at, subject=f"skill:{skill.pk}", code=skill.code
    )
    return skill
