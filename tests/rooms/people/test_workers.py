"""Workers: known by name and postcode area, and by nothing that is nobody's business."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from factories.identity import make_account, signed
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people import actions, queries
from rondstroom.rooms.people.models import (
    Availability,
    DeclaredWork,
    Engagement,
    Willingness,
    Worker,
)
from rondstroom.rooms.people.states import Restriction, TravelMode

pytestmark = pytest.mark.django_db


def test_a_worker_is_known_by_name_and_area() -> None:
    worker = actions.create_worker(
        name="  Aylin   Kaya ", email="Aylin@Voorbeeld.invalid", home_pc4="6811 BC", **signed()
    )
    found = queries.worker(worker.pk)
    assert found is not None
    assert (found.name, found.email, found.home_pc4) == (
        "Aylin Kaya",
        "aylin@voorbeeld.invalid",
        "6811",
    )
    assert queries.worker(0) is None


def test_a_worker_is_found_by_account_and_address() -> None:
    aylin = make_worker("Aylin", email="aylin@voorbeeld.invalid")
    assert aylin.account is not None
    assert queries.worker_of(aylin.account) == aylin
    assert queries.worker_of(make_account("Otto")) is None
    assert queries.worker_of(AnonymousUser()) is None
    assert queries.worker_by_email(" AYLIN@voorbeeld.invalid") == aylin
    assert queries.workers([aylin.pk, 0]) == {aylin.pk: aylin}


def test_a_worker_can_be_held_while_being_booked() -> None:
    aylin = make_worker("Aylin")
    with transaction.atomic():
        assert queries.locked_worker(aylin.pk) == aylin


def test_everybody_stands_in_order_of_name(cast: Cast) -> None:
    names = [one.name for one in queries.all_workers()]
    assert names == ["Fatima", "Joke", "Niels", "Ruud", "Sanne"]


def test_no_address_finds_nobody() -> None:
    actions.create_worker(name="Zonder Adres", **signed())
    assert queries.worker_by_email("") is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [({"name": " "}, "geen naam"), ({"home_pc4": "Arnhem"}, "“Arnhem” van Aylin klopt niet")],
)
def test_a_worker_that_cannot_be_known_is_refused(wrong: dict[str, str], said: str) -> None:
    with pytest.raises(actions.UnableToCreateWorker, match=said):
        actions.create_worker(**({"name": "Aylin"} | wrong), **signed())
    assert not Worker.objects.exists()


def test_an_address_is_of_one_worker_and_none_is_of_many() -> None:
    actions.create_worker(name="Aylin", email="aylin@voorbeeld.invalid", **signed())
    with pytest.raises(actions.UnableToCreateWorker, match="diezelfde persoon") as refusal:
        actions.create_worker(name="A. Kaya", email="AYLIN@voorbeeld.invalid", **signed())
    assert refusal.value.code == "taken"
    for name in ("Bo", "Cas"):
        actions.create_worker(name=name, **signed())
    assert Worker.objects.count() == 3


def test_what_is_corrected_is_named_and_the_rest_stays() -> None:
    aylin = make_worker("Aylin", home_pc4="6811", email="aylin@voorbeeld.invalid")
    assert actions.change_worker(worker=aylin, name="Aylin Kaya", **signed()) == ["name"]
    assert actions.change_worker(worker=aylin, home_pc4="6823 AB", **signed()) == ["home_pc4"]
    aylin.refresh_from_db()
    assert (aylin.name, aylin.home_pc4, aylin.email) == (
        "Aylin Kaya",
        "6823",
        "aylin@voorbeeld.invalid",
    )


def test_correcting_nothing_writes_nothing() -> None:
    aylin = make_worker("Aylin")
    before = journal.entries_about_worker(aylin.pk).count()
    same = {"name": "Aylin", "email": "", "home_pc4": "6811"}
    assert actions.change_worker(worker=aylin, **same, **signed()) == []
    assert journal.entries_about_worker(aylin.pk).count() == before


def test_a_correction_into_nobody_or_somebody_else_is_refused() -> None:
    make_worker("Bo", email="bo@voorbeeld.invalid")
    aylin = make_worker("Aylin")
    with pytest.raises(actions.UnableToCreateWorker, match="geen naam"):
        actions.change_worker(worker=aylin, name=" ", **signed())
    with pytest.raises(actions.UnableToCreateWorker, match="diezelfde persoon"):
        actions.change_worker(worker=aylin, email="bo@voorbeeld.invalid", **signed())
    assert (aylin.name, aylin.email) == ("Aylin", "")


def test_a_stale_copy_does_not_undo_what_another_corrected() -> None:
    aylin = make_worker("Aylin")
    stale = Worker.objects.get(pk=aylin.pk)
    actions.change_worker(worker=aylin, name="Aylin Kaya", **signed())
    assert actions.change_worker(worker=stale, home_pc4="6823", **signed()) == ["home_pc4"]
    assert stale.name == "Aylin Kaya"


@pytest.mark.parametrize("minutes", [-1, 481])
def test_a_trip_that_nobody_makes_is_refused_and_nothing_is_kept(minutes: int) -> None:
    aylin = make_worker("Aylin", home_pc4="6811")
    with pytest.raises(actions.UnableToSetTravel, match="minuten reizen kan niet"):
        actions.set_travel(
            worker=aylin,
            home_pc4="6881",
            travel_mode=TravelMode.CAR,
            max_travel_minutes=minutes,
            **signed(),
        )
    assert aylin.home_pc4 == "6811"


def test_travel_wishes_are_kept_and_a_wrong_postcode_refused() -> None:
    aylin = make_worker("Aylin")
    asked = {"travel_mode": TravelMode.CAR, "max_travel_minutes": 30}
    actions.set_travel(worker=aylin, home_pc4="6881", **asked, **signed())
    with pytest.raises(actions.UnableToSetTravel, match="68 81"):
        actions.set_travel(worker=aylin, home_pc4="68 81", **asked, **signed())
    aylin.refresh_from_db()
    assert (aylin.home_pc4, aylin.travel_mode, aylin.max_travel_minutes) == ("6881", "car", 30)


def test_a_restriction_is_kept_without_a_reason_and_taken_away_again() -> None:
    aylin = make_worker("Aylin")
    until = date(2027, 3, 1)
    actions.set_restriction(
        worker=aylin, restriction=Restriction.NO_NIGHTS, until=until, **signed()
    )
    with pytest.raises(actions.UnableToSetRestriction, match="Tot wanneer geldt dit voor Aylin"):
        actions.set_restriction(
            worker=aylin, restriction=Restriction.PROTECTED, until=None, **signed()
        )
    aylin.refresh_from_db()
    assert (aylin.planning_restriction, aylin.restriction_until) == ("no_nights", until)
    actions.set_restriction(worker=aylin, restriction=None, until=until, **signed())
    aylin.refresh_from_db()
    assert (aylin.planning_restriction, aylin.restriction_until) == ("", None)


def test_the_journal_of_a_worker_holds_no_name_address_or_restriction() -> None:
    aylin = make_worker("Aylin", email="aylin@voorbeeld.invalid", function="")
    actions.set_restriction(
        worker=aylin, restriction=Restriction.NO_NIGHTS, until=date(2027, 3, 1), **signed()
    )
    said = str([(line.subject, line.data) for line in journal.entries_about_worker(aylin.pk)])
    for private in ("Aylin", "aylin@", "6811", "no_nights"):
        assert private not in said


def test_nothing_is_kept_that_nobody_needs() -> None:
    """PRIV-01: no BSN, birth date, address, free text or health in what is kept of people."""
    kept = {
        field.name
        for model in (Worker, Engagement, Willingness, Availability, DeclaredWork)
        for field in model._meta.get_fields()
    }
    forbidden = {"bsn", "birth", "born", "street", "address", "reason", "remark", "note", "sick"}
    assert not {name for name in kept for word in forbidden if word in name.lower()}


def test_the_cast_is_who_it_says(cast: Cast) -> None:
    assert cast.fatima.engagements.count() == 2
    assert cast.joke.travel_mode == TravelMode.CAR
    assert queries.willing_organisation_ids(cast.ruud.pk) == {cast.de_linde.pk}
