"""Files in and out at the planner's desk."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from desks.planner.conftest import sign_in
from desks.planner.reading import text_of
from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.people import say
from factories.skills import make_function
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions as rosters
from shared_data import shared

IMPORT = reverse("planner:import")
REJECTED = reverse("planner:import_rejected")
EXPORT = reverse("planner:export")
FILE = """Openstaande diensten;;;;;;
Dienstnr;Locatie;Afdeling;Datum;Van;Tot;Functie
D1;De Linde;PG Vlinder;23-11-2026;07:00;15:30;VIG
D2;De Linde;PG Vlinder;24-11-2026;23:00;07:15;VIG
D3;De Linde;PG Vlinder;31-02-2026;07:00;15:30;VIG
"""


@pytest.fixture(autouse=True)
def functions(cast: Cast) -> None:
    """Let the functions of the files be known."""
    make_function("VIG")


def send(browser: Client, text: str | bytes = FILE, **fields: Any) -> Any:
    """Choose a file and look at what it holds."""
    content = text.encode() if isinstance(text, str) else text
    file = SimpleUploadedFile("open diensten.csv", content)
    return browser.post(IMPORT, {"file": file, **fields})


def go_on(browser: Client, answer: Any, path: str = IMPORT, **fields: str) -> Any:
    """Press the next button of the form that came back."""
    form = {"packet": answer.context["packet"], "kind": answer.context["kind"], **fields}
    return browser.post(path, form)


def test_a_file_is_tried_first_and_changes_nothing(pia: Client) -> None:
    before = Entry.objects.count()
    text = text_of(send(pia))
    assert "Nieuw 2" in text
    assert "Kan niet 1" in text
    assert "Lees 2 regels in" in text
    assert Shift.objects.count() == 0
    assert Entry.objects.count() == before


def test_what_cannot_is_named_by_row_column_and_value(pia: Client) -> None:
    text = text_of(send(pia))
    assert "5 Datum 31-02-2026" in text


def test_it_comes_in_and_a_second_time_nothing_changes(pia: Client) -> None:
    done = text_of(go_on(pia, send(pia), **{"import": "yes"}))
    assert "Ingelezen: 2 nieuw, 0 gewijzigd, 0 gelijk gebleven." in done
    assert Shift.objects.filter(state="published").count() == 2
    again = send(pia)
    assert "Er verandert niets: alles uit dit bestand staat er al." in text_of(again)
    go_on(pia, again, **{"import": "yes"})
    assert Shift.objects.count() == 2


def test_shifts_may_come_in_as_drafts(pia: Client) -> None:
    go_on(pia, send(pia, as_draft="yes"), **{"import": "yes"}, as_draft="yes")
    assert set(Shift.objects.values_list("state", flat=True)) == {"draft"}


def test_a_column_can_be_corrected(pia: Client) -> None:
    odd = FILE.replace(";Functie", ";Wie dan wel")
    first = send(pia, odd, kind="shifts")
    assert "Wie dan wel" in text_of(first)
    columns = chosen(first, function="Wie dan wel")
    corrected = go_on(pia, first, **columns)
    assert corrected.context["answer"].created == 2
    assert go_on(pia, corrected, **columns, **{"import": "yes"}).context["answer"].created == 2


def chosen(answer: Any, **columns: str) -> dict[str, str]:
    """Give the columns as the form shows them, with some of them corrected."""
    shown = {one.name: one.heading for one in answer.context["choices"]} | columns
    named = {f"column.{name}": heading for name, heading in shown.items()}
    return named | {"columns": answer.context["kind"]}


def test_a_corrected_column_is_remembered_for_the_next_file_of_that_system(pia: Client) -> None:
    odd = FILE.replace(";Functie", ";Wie dan wel")
    first = send(pia, odd, kind="shifts")
    go_on(pia, first, **chosen(first, function="Wie dan wel"), **{"import": "yes"})
    next_week = send(pia, odd.replace("23-11", "25-11").replace("D1", "D4"))
    assert next_week.context["answer"].created == 1
    assert "Kolommen zoals Pia ze op 22-11-2026 koos" in text_of(next_week)
    [shown] = [one for one in next_week.context["choices"] if one.name == "function"]
    assert shown.heading == "Wie dan wel"


def test_trying_a_column_keeps_nothing(pia: Client) -> None:
    odd = FILE.replace(";Functie", ";Wie dan wel")
    first = send(pia, odd, kind="shifts")
    go_on(pia, first, **chosen(first, function="Wie dan wel"))
    assert "Kolommen zoals" not in text_of(send(pia, odd, kind="shifts"))


def test_a_column_that_a_planner_leaves_out_is_not_read(pia: Client) -> None:
    told = FILE.replace(";Functie", ";Functie;Opmerkingen").replace(";VIG", ";VIG;nog bellen")
    first = send(pia, told)
    go_on(pia, first, **chosen(first, remarks=""), **{"import": "yes"})
    assert set(Shift.objects.values_list("remarks", flat=True)) == {""}


def test_columns_of_another_kind_say_nothing(pia: Client) -> None:
    first = send(pia)
    columns = chosen(first, source_key="Functie")
    as_workers = go_on(pia, first, **{**columns, "kind": "workers"})
    assert as_workers.status_code == 200
    assert as_workers.context["kind"] == "workers"
    assert not any(one.heading == "Functie" for one in as_workers.context["choices"][:1])


def test_what_could_not_is_given_as_a_file(pia: Client) -> None:
    file = go_on(pia, send(pia), REJECTED)
    assert file["Content-Type"].startswith("text/csv")
    head, row = file.content.decode("utf-8-sig").splitlines()
    assert head == "Rij;Kolom;Waarde;Waarom niet"
    assert row.startswith("5;Datum;31-02-2026;")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Het bestand is leeg"),
        (b"x" * 3_000_001, "groter dan 3 MB"),
        (b"\x89PNG\r\n\x1a\n", ""),
        (b"zomaar;iets\n1;2\n", "Wat staat er in dit bestand?"),
    ],
    ids=["empty", "too large", "a picture", "something else"],
)
def test_a_file_that_cannot_be_used_is_refused_in_words(
    content: bytes, said: str, pia: Client
) -> None:
    answer = send(pia, content)
    assert answer.status_code == 200
    assert answer.context["error"]
    assert said in answer.context["error"]


@pytest.mark.parametrize(
    ("packet", "said"), [("", "Kies eerst een bestand"), ("geknoei", "beschadigd")]
)
def test_a_form_without_its_file_is_refused(packet: str, said: str, pia: Client) -> None:
    assert said in pia.post(IMPORT, {"packet": packet}).context["error"]
    assert pia.post(REJECTED, {"packet": packet}).status_code == 400


@pytest.mark.parametrize("name", ["open_diensten.csv", "medewerkers.csv", "rooster_grid.tsv"])
def test_the_samples_are_recognised_without_help(name: str, pia: Client) -> None:
    answer = send(pia, shared(f"samples/{name}").read_bytes())
    assert answer.context["kind"]
    assert answer.context["answer"].understood > 0


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("what", ["roster", "shifts", "availability"])
def test_a_week_leaves_as_a_file(kind: str, what: str, pia: Client, cast: Cast) -> None:
    rosters.assign(worker=cast.niels, shift=make_night_shift(cast.vlinder), **signed())
    say(cast.niels, {(MONDAY, DayPart.EVENING): Wish.RATHER_NOT})
    asked = {"team": cast.vlinder.pk, "day": MONDAY.isoformat(), "what": what, "format": kind}
    file = pia.get(EXPORT, asked)
    assert f"2026-11-23.{kind}" in file["Content-Disposition"]
    if kind == "csv":
        text = file.content.decode("utf-8-sig")
    else:
        book = openpyxl.load_workbook(BytesIO(file.content))
        text = str([cell for row in book.active.values for cell in row])
    held = {"roster": "Niels", "shifts": "23:00", "availability": "liever niet"}
    assert held[what] in text


def test_exported_shifts_come_in_again_without_a_change(pia: Client, cast: Cast) -> None:
    make_shift(cast.vlinder, source_key="D9")
    asked = {"team": cast.vlinder.pk, "day": MONDAY.isoformat(), "what": "shifts"}
    assert send(pia, pia.get(EXPORT, asked).content).context["answer"].unchanged == 1


@pytest.mark.parametrize("asked", [{"format": "pdf"}, {"what": "salaries"}])
def test_other_files_do_not_exist(asked: dict[str, str], pia: Client) -> None:
    assert pia.get(EXPORT, asked).status_code == 404


def test_nobody_brings_in_or_takes_out_for_another_organisation(bas: Client, cast: Cast) -> None:
    assert send(bas, organisation=str(cast.de_linde.pk)).status_code == 404
    assert bas.get(EXPORT, {"team": cast.vlinder.pk}).status_code == 404
    assert Shift.objects.count() == 0


@pytest.mark.parametrize("path", [IMPORT, REJECTED, EXPORT])
def test_the_doors_are_closed_for_others(path: str, cast: Cast) -> None:
    for account in (cast.otto, cast.niels.account):
        assert sign_in(account).post(path).status_code == 403
    assert Client().get(path).status_code == 302
