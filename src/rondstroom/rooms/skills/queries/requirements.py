"""What shifts ask of whoever works them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rondstroom.rooms.skills.models import Skill
from rondstroom.rooms.skills.queries.catalogue import Catalogue, catalogue, coverings_by


class AskedSkill(NamedTuple):
    """A competence as a shift asks it; `authorised` names functions only for a reserved one."""

    skill_id: int
    name: str
    is_reserved: bool = False
    authorised: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Requirement:
    """What a shift asks of whoever works it.

    `function_id` None: a roster brought in by names, no diploma is asked. `covering_ids` holds
    the function itself and all that may stand in for it everywhere; `covering_there` what holds
    at one organisation besides.
    """

    function_id: int | None
    covering_ids: frozenset[int] = frozenset()
    needs_register: bool = False
    register_code: str = ""
    function_name: str = ""
    skills: tuple[AskedSkill, ...] = ()
    covering_there: tuple[tuple[int, frozenset[int]], ...] = ()

    @cached_property
    def skill_ids(self) -> frozenset[int]:
        """The numbers of the competences."""
        return frozenset(one.skill_id for one in self.skills)

    def covering_at(self, organisation_id: int) -> frozenset[int]:
        """Give the functions whose people may work it at an organisation."""
        return next(
            (ids for place, ids in self.covering_there if place == organisation_id),
            self.covering_ids,
        )


def requirements(
    needs: Iterable[tuple[int | None, frozenset[int]]], known: Catalogue | None = None
) -> dict[tuple[int | None, frozenset[int]], Requirement]:
    """Give what each pair of function and skills asks, for many shifts at once.

    At most three queries: one of the catalogue, when it is not `known`, two when skills are asked.
    """
    wanted = set(needs)
    function_ids = {function_id for function_id, _skills in wanted if function_id is not None}
    known = known or catalogue()
    functions = known.functions
    covering = coverings_by(known.substitutions, function_ids)
    skills = asked_skills({one for _function, ids in wanted for one in ids})
    found: dict[tuple[int | None, frozenset[int]], Requirement] = {}
    for function_id, skill_ids in wanted:
        asked = tuple(skills[one] for one in sorted(skill_ids))
        if function_id is None:
            found[None, skill_ids] = Requirement(None, skills=asked)
            continue
        function, (everywhere, there) = functions[function_id], covering[function_id]
        found[function_id, skill_ids] = Requirement(
            function_id,
            everywhere,
            function.needs_register,
            function.register_code,
            function.name,
            asked,
            there,
        )
    return found


def asked_skills(skill_ids: Iterable[int]) -> dict[int, AskedSkill]:
    """Give competences as shifts ask them; two queries, one when none is reserved or asked."""
    wanted = list(skill_ids)
    if not wanted:
        return {}  # most shifts ask none, and finding that out by a query is not free
    rows = Skill.objects.filter(pk__in=wanted).prefetch_related("authorised")
    return {
        one.pk: AskedSkill(
            one.pk,
            one.name,
            one.is_reserved,
            frozenset(function.pk for function in one.authorised.all()),
        )
        for one in rows
    }


def requirement(function_id: int | None, skill_ids: Iterable[int] = ()) -> Requirement:
    """Give what one shift asks; at most three queries."""
    need = (function_id, frozenset(skill_ids))
    return requirements([need])[need]
