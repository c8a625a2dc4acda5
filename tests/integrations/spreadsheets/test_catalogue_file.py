"""The catalogue as a file: out and in again, by whom, and what is refused with why."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from factories.identity import make_hr, signed
from factories.moments import NOW
from people import Cast
from rondstroom.cli import main
from rondstroom.integrations.spreadsheets import ImportAnswer, UnableToRead
from rondstroom.integrations.spreadsheets.catalogue import (
    COLUMNS,
    export_catalogue,
    import_catalogue,
)
from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.skills import actions, queries
from rondstroom.rooms.skills.models import Function, Package, Skill, Substitution, Task

pytestmark = pytest.mark.django_db

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "catalogue" / "lines.yaml").read_text("utf-8")
)
HEADING = ";".join(COLUMNS.values())
EVERYTHING = [
    "functie;VS;Verpleegkundig specialist;;7;VS-ggz;ja;30;;;;;;esco:1;cnl:1",
    "vervanging;VP6;;;;;;;;VS;;;;;",
    "vervanging;VIG;;De Linde;;;;;;VS;;;;;",
    "bekwaamheid;punctie;Venapunctie;;;;;;ja;;VP4|VS;;;esco:2;",
    "taak;prikken;Bloed prikken;;;;;;;;;punctie;;;;VS|VP4",
    "activiteitenpakket;vier;Bewakende zorg;;;;;;;;;;prikken;;",
    "werkpakket;ochtend;Ochtendronde;De Linde;;;;;;;;;prikken;;",
]
KINDS: list[Any] = [Function, Package, Skill, Substitution, Task]


def content(lines: list[str], heading: str = HEADING) -> bytes:
    return "\r\n".join([heading, *lines]).encode("utf-8-sig")


def bring_in(lines: list[str], by: Any = None, **options: Any) -> ImportAnswer:
    account = by or identity.machine_account()
    return import_catalogue(content(lines), "catalogus.csv", by=account, at=NOW, **options)


def kept() -> list[int]:
    return [kind.objects.count() for kind in KINDS]


def counts(answer: ImportAnswer) -> list[int]:
    return [answer.created, answer.updated, answer.unchanged]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_case(case: dict[str, Any], cast: Cast) -> None:
    who = {"hr": lambda: make_hr(cast.de_linde), "otto": lambda: cast.otto}
    by = who[case["by"]]() if "by" in case else None
    before = kept()
    answer = bring_in(case["lines"], by)
    assert counts(answer) == case["counts"]
    told = [(one.column, one.why) for one in sorted(answer.rejected, key=lambda one: one.row)]
    assert len(told) == len(case.get("refused", []))
    for (column, why), (wanted, words) in zip(told, case.get("refused", []), strict=True):
        assert column == wanted
        assert words in why
    assert (kept() == before) == (sum(case["counts"]) == 0)


def test_everything_comes_out_and_in_again_unchanged(cast: Cast) -> None:
    assert counts(bring_in(EVERYTHING)) == [len(EVERYTHING), 0, 0]
    before, lines = kept(), len(journal.entries_about("catalogue"))
    out = export_catalogue()
    rows = list(csv.DictReader(io.StringIO(out.decode("utf-8-sig")), delimiter=";"))
    assert list(rows[0]) == list(COLUMNS.values())
    [package] = [row for row in rows if row["soort"] == "werkpakket"]
    assert (package["organisatie"], package["taken"]) == ("De Linde", "prikken")
    again = import_catalogue(out, "uit.csv", by=identity.machine_account(), at=NOW)
    assert counts(again) == [0, 0, len(rows)]
    assert again.rejected == []
    assert (kept(), len(journal.entries_about("catalogue"))) == (before, lines)
    specialist = queries.function_by_text("VS-ggz")
    assert specialist is not None
    assert (specialist.level, specialist.register_code, specialist.esco) == (7, "30", "esco:1")
    assert specialist.pk in queries.covering_function_ids(queries.function_by_text("VP6").pk)  # type: ignore[union-attr]


def test_a_trial_keeps_nothing_and_counts_the_same(cast: Cast) -> None:
    before = kept()
    answer = bring_in(EVERYTHING, dry_run=True)
    assert (counts(answer), answer.dry_run) == ([len(EVERYTHING), 0, 0], True)
    assert kept() == before
    assert not journal.entries_about("catalogue").exists()


def test_a_line_that_changed_is_changed_and_columns_that_are_not_there_stay(cast: Cast) -> None:
    bring_in(EVERYTHING)
    changed = content(["functie;VS;Specialist"], "soort;code;naam")
    answer = import_catalogue(changed, "x.csv", by=identity.machine_account(), at=NOW)
    assert counts(answer) == [0, 1, 0]
    row = Function.objects.get(code="VS")
    assert (row.name, row.level, row.needs_register) == ("Specialist", 7, True)
    emptied = content(["taak;prikken;Bloed prikken;"], "soort;code;naam;bekwaamheden")
    import_catalogue(emptied, "x.csv", by=identity.machine_account(), at=NOW)
    assert not Task.objects.get(code="prikken").skills.exists()
    last = journal.entries_about("catalogue").last()
    assert last is not None
    assert (last.event, last.data["happened"]) == ("skills.catalogue.kept", "updated")


def test_a_file_without_the_headings_is_refused_whole(cast: Cast) -> None:
    for wrong in (b"", b"naam;niveau\r\nx;3", b"\x00\x01\x02"):
        with pytest.raises(UnableToRead):
            import_catalogue(wrong, "x.csv", by=identity.machine_account(), at=NOW)


def test_no_cell_becomes_a_formula(cast: Cast) -> None:
    actions.create_skill(code="min", name="=1+1", **signed())
    assert "'=1+1" in export_catalogue().decode("utf-8-sig")
    rows = export_catalogue()
    assert bring_in([], dry_run=True).rejected == []
    again = import_catalogue(rows, "x.csv", by=identity.machine_account(), at=NOW)
    assert again.updated == 0


def test_the_command_takes_out_and_brings_in(cast: Cast, tmp_path: Path) -> None:
    run, path = CliRunner(), tmp_path / "catalogus.csv"
    path.write_bytes(content([*EVERYTHING, "taak;x;X;;;;;;;;;nergens;;;"]))
    tried = run.invoke(main.app, ["catalogue", "import", str(path), "--dry-run", "--json"])
    assert tried.exit_code == 1
    assert json.loads(tried.stdout)["rejected"][0]["row"] == len(EVERYTHING) + 2
    assert not Task.objects.exists()
    told = run.invoke(main.app, ["catalogue", "import", str(path)])
    assert "kolom bekwaamheden: “nergens”" in told.stdout
    out = tmp_path / "uit.csv"
    assert run.invoke(main.app, ["catalogue", "export", str(out)]).exit_code == 0
    assert run.invoke(main.app, ["catalogue", "import", str(out)]).exit_code == 0
    wrong = [["import", str(tmp_path / "er niet.csv")], ["export", str(tmp_path)]]
    assert [run.invoke(main.app, ["catalogue", *one]).exit_code for one in wrong] == [2, 2]
    outsider = ["catalogue", "import", str(out), "--as", "niemand@voorbeeld.invalid"]
    assert run.invoke(main.app, outsider).exit_code == 3
