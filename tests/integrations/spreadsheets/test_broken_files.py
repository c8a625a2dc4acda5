"""Files that were damaged on the way: an answer or a text for people, and nothing half done."""

from __future__ import annotations

import random

import pytest

from factories.imports import Importer, workbook
from rondstroom.integrations.spreadsheets import recognise
from rondstroom.integrations.spreadsheets.answer import UnableToRead
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.organisations.models import Location
from rondstroom.rooms.people.models import Worker
from shared_data import shared

SAMPLES = {
    "shifts": "open_diensten.csv",
    "workers": "medewerkers.csv",
    "roster": "rooster_grid.tsv",
}
TIMES = {"shifts": 40, "workers": 40, "roster": 10}


def damaged(content: bytes, seed: int) -> bytes:
    """Give a file with bytes changed, taken out, doubled or cut off."""
    chance = random.Random(seed)
    raw = bytearray(content)
    for _again in range(chance.choice([1, 3, 20])):
        at = chance.randrange(len(raw)) if raw else 0
        change = chance.randrange(4)
        if change == 0:
            raw[at : at + 1] = bytes([chance.choice(b'";,\t\r\n\x00-/:0129\xff')])
        elif change == 1:
            del raw[at : at + chance.choice([1, 10, 100])]
        elif change == 2:
            raw[at:at] = raw[at : at + 50]
        else:
            raw = raw[: max(at, 10)]
    return bytes(raw)


@pytest.mark.parametrize(
    ("kind", "seed"), [(kind, seed) for kind, times in TIMES.items() for seed in range(times)]
)
def test_a_damaged_file_never_crashes(bring_in: Importer, kind: str, seed: int) -> None:
    content = damaged(shared(f"samples/{SAMPLES[kind]}").read_bytes(), seed)
    try:
        answer = bring_in(kind, content, dry_run=True)
    except UnableToRead:
        answer = None
    if answer is not None:
        assert answer.understood == answer.created + answer.updated + answer.unchanged
        assert all(one.why and len(one.value) <= 80 for one in answer.rejected)
    assert (Shift.objects.count(), Worker.objects.count(), Location.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize("other", SAMPLES)
def test_a_file_of_another_kind_is_an_answer_too(bring_in: Importer, kind: str, other: str) -> None:
    content = shared(f"samples/{SAMPLES[other]}").read_bytes()
    if kind == other:
        assert recognise(content, "x").kind == kind
        return
    with pytest.raises(UnableToRead):
        bring_in(kind, content)
    assert (Shift.objects.count(), Worker.objects.count()) == (0, 0)


def test_the_kind_it_seems_to_be_is_named(bring_in: Importer) -> None:
    content = shared("samples/medewerkers.csv").read_bytes()
    with pytest.raises(UnableToRead, match="medewerkers"):
        bring_in("shifts", content)
    with pytest.raises(UnableToRead, match="een rooster"):
        bring_in("shifts", shared("samples/rooster_grid.tsv").read_bytes())


def test_a_huge_cell_is_refused_by_its_column(bring_in: Importer) -> None:
    content = "Nr;Team;Datum;Van;Tot;Functie;Opmerkingen\n1;PG;07-12-2026;7;15;VIG;" + "x" * 200_000
    [refused] = bring_in("shifts", content).rejected
    assert (refused.row, refused.column, len(refused.value)) == (2, "Opmerkingen", 80)


def test_a_name_of_signs_alone_is_a_name(bring_in: Importer) -> None:
    content = "Nr;Team;Datum;Van;Tot;Functie\n1;!!!;07-12-2026;7;15;VIG\n2;???;07-12-2026;7;15;VIG"
    assert bring_in("shifts", content).created_places[1:] == ["De Linde / !!!", "De Linde / ???"]


def test_only_headings_is_an_empty_answer(bring_in: Importer) -> None:
    answer = bring_in("shifts", "Nr;Team;Datum;Van;Tot;Functie\n")
    assert (answer.understood, answer.rejected) == (0, [])


def test_formulas_without_results_are_refused_by_cell(bring_in: Importer) -> None:
    content = workbook(
        ["Nr", "Team", "Datum", "Van", "Tot", "Functie"],
        [1, "PG", "=TODAY()", "07:00", "15:00", "VIG"],
        [2, "PG", "07-12-2026", "07:00", "#N/A", "VIG"],
    )
    refused = bring_in("shifts", content).rejected
    assert [(one.row, one.column, one.value) for one in refused] == [
        (2, "Datum", "=TODAY()"),
        (3, "Tot", "#N/A"),
    ]
