"""From taken on to a contract: once, with what was advertised, by HR of that organisation."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desks.conftest import SignIn
from factories.demand import make_vacancy
from factories.identity import signed
from factories.moments import MONDAY, NOW
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.matching.models import Application
from rondstroom.rooms.people.models import Engagement
from rondstroom.rooms.people.states import EngagementForm

pytestmark = pytest.mark.django_db

HERE = "/hr/contracts/"
FIRST = MONDAY + timedelta(days=14)


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def answered(cast: Cast, worker: Any = None, **fields: Any) -> Application:
    """Let somebody answer a vacancy at PG Vlinder for a temporary contract."""
    who = worker or cast.ruud
    row = make_vacancy(cast.vlinder, **fields)
    said = {"form": EngagementForm.TEMPORARY, "by": who.account, "at": NOW}
    return Application.objects.create(
        worker=who,
        vacancy=row,
        form=said["form"],
        state="applied",
        said_at=NOW,
        answer_due_at=NOW + timedelta(days=7),
    )


@pytest.fixture
def taken_on(cast: Cast) -> Application:
    """Give Ruud of elsewhere, taken on at De Linde."""
    return actions.accept_application(application=answered(cast), answer="Welkom", **signed())


def told(row: Application, **other: Any) -> dict[str, Any]:
    return {
        "application": row.pk,
        "personnel_number": "L-901",
        "starts_on": FIRST.isoformat(),
        **other,
    }


def made(row: Application) -> list[Engagement]:
    house = row.vacancy.organisation_id
    return list(Engagement.objects.filter(worker=row.worker, organisation_id=house))


def test_hr_reads_of_it_first_thing_and_lays_it_down_with_two_fields(
    hanna: Account, sign_in: SignIn, taken_on: Application
) -> None:
    client = sign_in(hanna)
    assert "1 mens is aangenomen en heeft nog geen contract" in text(client.get("/hr/"))
    page = text(client.get(HERE))
    assert "Ruud" in page
    assert "tijdelijk" in page
    done = text(client.post(HERE, told(taken_on), follow=True))
    assert "Het contract van Ruud staat vast." in done
    assert "Geen contract te maken" in done
    [tie] = made(taken_on)
    vacancy = taken_on.vacancy
    assert (tie.form, tie.team, tie.minutes_per_week) == (
        "temporary",
        vacancy.team,
        vacancy.minutes_per_week,
    )
    assert (tie.personnel_number, tie.starts_on) == ("L-901", FIRST)
    line = journal.entries_about(f"vacancy:{vacancy.pk}").get(
        event="matching.application.contracted"
    )
    assert line.actor_name == hanna.name


def test_a_longer_assignment_ends_the_day_after_its_last_day(
    cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    last = FIRST + timedelta(days=90)
    row = answered(cast, starts_on=FIRST, ends_on=last)
    actions.accept_application(application=row, answer="Welkom", **signed())
    sign_in(hanna).post(HERE, told(row))
    [tie] = made(row)
    assert tie.ends_on == last + timedelta(days=1)


def test_twice_makes_one_contract(
    cast: Cast, hanna: Account, sign_in: SignIn, taken_on: Application
) -> None:
    client = sign_in(hanna)
    client.post(HERE, told(taken_on))
    assert client.post(HERE, told(taken_on, personnel_number="L-902")).status_code == 404
    assert len(made(taken_on)) == 1
    taken_on.refresh_from_db()
    again = Application.objects.get(pk=taken_on.pk)
    with pytest.raises(actions.UnableToContract, match="heeft dit contract"):
        actions.make_contract(
            application=again, personnel_number="L-903", starts_on=FIRST, **signed()
        )


def test_a_contract_that_came_by_a_file_is_the_contract(cast: Cast, taken_on: Application) -> None:
    assert queries.contracts_to_make([cast.de_linde.pk]) == [taken_on]
    Engagement.objects.create(
        worker=taken_on.worker,
        organisation=cast.de_linde,
        form="permanent",
        personnel_number="L-77",
        starts_on=FIRST,
    )
    assert queries.contracts_to_make([cast.de_linde.pk]) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"personnel_number": ""}, "personnel_number"),
        ({"starts_on": ""}, "starts_on"),
        ({"starts_on": "2026-02-30"}, "starts_on"),
        ({"starts_on": "1899-01-01"}, "vóór de reactie van Ruud"),
        ({"personnel_number": "x" * 4000}, "personnel_number"),
    ],
)
def test_what_cannot_be_is_said_at_the_form_and_nothing_is_made(
    hanna: Account, sign_in: SignIn, taken_on: Application, wrong: dict[str, str], said: str
) -> None:
    answer = sign_in(hanna).post(HERE, told(taken_on, **wrong))
    assert answer.status_code == 422
    assert said in text(answer)
    assert not made(taken_on)


def test_a_number_in_use_is_refused_in_words(
    cast: Cast, hanna: Account, sign_in: SignIn, taken_on: Application
) -> None:
    number = cast.niels.engagements.get().personnel_number
    answer = sign_in(hanna).post(HERE, told(taken_on, personnel_number=number))
    assert answer.status_code == 422
    assert "al in gebruik" in text(answer)
    assert not made(taken_on)


@pytest.mark.parametrize("number", ["", "0", "999999", "x", "9" * 40])
def test_an_application_that_is_not_there_is_not_found(
    hanna: Account, sign_in: SignIn, taken_on: Application, number: str
) -> None:
    assert sign_in(hanna).post(HERE, told(taken_on, application=number)).status_code == 404


def test_who_was_not_taken_on_gets_no_contract(cast: Cast, hanna: Account, sign_in: SignIn) -> None:
    row = answered(cast)
    assert sign_in(hanna).post(HERE, told(row)).status_code == 404
    with pytest.raises(actions.UnableToContract, match="niet aangenomen"):
        actions.make_contract(
            application=row, personnel_number="L-1", starts_on=date(2027, 1, 1), **signed()
        )
    assert not made(row)


def test_nobody_writes_the_own_contract(
    cast: Cast, hanna: Account, sign_in: SignIn, taken_on: Application
) -> None:
    cast.ruud.account = hanna
    cast.ruud.save()
    client = sign_in(hanna)
    assert "Ruud" not in text(client.get(HERE))
    assert client.post(HERE, told(taken_on)).status_code == 404
    assert not made(taken_on)
