"""The same file brought in by several people at the same moment comes in once."""

from __future__ import annotations

import pytest

from factories.identity import signed
from factories.organisations import make_organisation
from factories.races import race
from factories.skills import make_function
from rondstroom.integrations.spreadsheets import ImportAnswer, import_roster, import_shifts
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.organisations.models import Team
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters.models import Assignment

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

AT_ONCE = 6
SHIFTS = "Nr;Team;Datum;Van;Tot;Functie\n" + "\n".join(
    f"{number};PG Vlinder;07-12-2026;07:00;15:30;VIG" for number in range(20)
)
ROSTER = (
    "Rooster PG Vlinder\nPersnr;Naam;ma 07-12;di 08-12;wo 09-12\nP1;Aylin;V;;V\nP2;Berend;;V;\n"
    "Legenda;V;07:00-15:30 (30)"
)


@pytest.mark.parametrize(
    ("bring_in", "content", "count"), [(import_shifts, SHIFTS, 20), (import_roster, ROSTER, 3)]
)
def test_one_makes_it_and_the_others_find_it(bring_in, content: str, count: int) -> None:  # type: ignore[no-untyped-def]  # one of two doors
    make_function("VIG")
    linde = make_organisation("De Linde")
    by_whom = signed()
    raced = race(
        [
            lambda: bring_in(content.encode(), "x.csv", organisation=linde, **by_whom)
            for _one in range(AT_ONCE)
        ]
    )
    answers = [one for one in raced.answers if isinstance(one, ImportAnswer)]
    assert len(answers) == AT_ONCE, raced.answers
    assert sorted(one.created for one in answers) == [0] * (AT_ONCE - 1) + [count]
    assert all(one.understood == count for one in answers)
    assert (Shift.objects.count(), Team.objects.count()) == (count, 1)
    if bring_in is import_roster:
        assert (Worker.objects.count(), Assignment.objects.count()) == (2, 3)
