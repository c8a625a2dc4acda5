"""`rondstroom check`: reads what planners export, says what it found, and ends as promised."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rondstroom.cli.check import app

RUNNER = CliRunner()
LATE = "An,2026-11-02T15:00,2026-11-02T23:00"
EARLY = "An,2026-11-03T07:00,2026-11-03T15:00"
LATE_AGAIN = "An,2026-11-04T15:00,2026-11-04T23:00"
EARLY_AGAIN = "An,2026-11-05T07:00,2026-11-05T15:00"
HEADER = "worker,start,end"


def _file(folder: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path = folder / "roster.csv"
    path.write_bytes("\n".join(lines).encode(encoding))
    return path


def _refs(path: Path, *options: str) -> list[str]:
    result = RUNNER.invoke(app, [str(path), "--json", *options])
    return [finding["source_ref"] for finding in json.loads(result.stdout)["findings"]]


def test_a_lawful_roster_ends_with_zero(tmp_path: Path) -> None:
    result = RUNNER.invoke(app, [str(_file(tmp_path, HEADER, LATE, EARLY))])
    assert result.exit_code == 0
    assert "0 overtredingen" in result.stdout


def test_a_breach_ends_with_one_and_tells_all(tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER, LATE, EARLY, LATE_AGAIN, EARLY_AGAIN)
    result = RUNNER.invoke(app, [str(path), "--json"])
    assert result.exit_code == 1
    answer = json.loads(result.stdout)
    (finding,) = answer["findings"]
    assert finding == finding | {
        "rule": "worktime.daily-rest",
        "source_ref": "A5",
        "worker": "An",
        "start": "2026-11-04T15:00:00+01:00",
        "end": "2026-11-05T15:00:00+01:00",
        "measured": 8.0,
        "limit": 11.0,
        "unit": "hours",
        "article": "ATW 5:3(2)",
        "severity": "breach",
    }
    assert "worktime.late-nights" in answer["rules_checked"]


def test_people_read_message_and_cure_per_worker(tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER, LATE, EARLY, LATE_AGAIN, EARLY_AGAIN, "Bo" + LATE[2:])
    dutch = RUNNER.invoke(app, [str(path)]).stdout
    english = RUNNER.invoke(app, [str(path), "--lang", "en"]).stdout
    assert "An\n" in dutch
    assert "Bo\n" not in dutch
    assert "→ Laat de volgende dienst niet eerder beginnen dan do 5 nov 2026 10:00." in dutch
    assert "→ Let the next shift start no earlier than Thu 5 Nov 2026 10:00." in english


def test_a_warning_alone_ends_with_zero(tmp_path: Path) -> None:
    rows = [f"An,2026-11-{day:02}T07:00,2026-11-{day:02}T17:00" for day in range(5, 12)]
    path = _file(tmp_path, HEADER, *rows)
    assert _refs(path) == ["D8"]
    assert RUNNER.invoke(app, [str(path)]).exit_code == 0


def test_a_profile_switches_variants(tmp_path: Path) -> None:
    later = EARLY_AGAIN.replace("T07:00", "T09:00")
    path = _file(tmp_path, HEADER, LATE, EARLY, LATE_AGAIN, later)
    assert _refs(path) == ["A5"]
    assert _refs(path, "--profile", "care") == []


def test_an_unknown_profile_lists_those_there_are(tmp_path: Path) -> None:
    result = RUNNER.invoke(app, [str(_file(tmp_path, HEADER, LATE)), "--profile", "bakery"])
    assert result.exit_code == 2
    assert "hospital" in result.output


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    assert RUNNER.invoke(app, [str(_file(tmp_path, HEADER, LATE)), "--lang", "fr"]).exit_code == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_spreadsheet_export_is_read(tmp_path: Path, encoding: str) -> None:
    rows = ["Worker;Start;End;Kind;Absent", "Zoë;2026-11-02 07:00;2026-11-02 20:00;Dienst;Nee"]
    result = RUNNER.invoke(app, [str(_file(tmp_path, *rows, "", encoding=encoding)), "--json"])
    (finding,) = json.loads(result.stdout)["findings"]
    assert (finding["worker"], finding["source_ref"]) == ("Zoë", "A1")


def test_an_offset_says_which_of_two_times_is_meant(tmp_path: Path) -> None:
    rows = [HEADER, "An,2026-10-25T02:30+02:00,2026-10-25T02:30+01:00"]
    assert RUNNER.invoke(app, [str(_file(tmp_path, *rows))]).exit_code == 0


def test_without_an_offset_an_end_before_its_start_is_the_second_time(tmp_path: Path) -> None:
    rows = [HEADER, "An,2026-10-25T02:45,2026-10-25T02:15"]
    assert RUNNER.invoke(app, [str(_file(tmp_path, *rows))]).exit_code == 0


def test_a_time_that_the_clock_skips_is_an_hour_later(tmp_path: Path) -> None:
    rows = [HEADER, "An,2026-03-29T02:30,2026-03-29T15:30"]
    assert _refs(_file(tmp_path, *rows)) == []
    rows = [HEADER, "An,2026-03-29T02:30,2026-03-29T15:31"]
    assert _refs(_file(tmp_path, *rows))[0] == "A1"


def test_words_for_kinds_are_dutch_or_english(tmp_path: Path) -> None:
    header = HEADER + ",kind"
    for word, refs in {"bereikbaarheid": ["R1"], "presence": ["P1"], "consignatie": []}.items():
        row = f"An,2026-11-02T18:00,2026-11-02T23:00,{word}"
        assert _refs(_file(tmp_path, header, row)) == refs


def test_breaks_are_judged_where_they_are_written_down(tmp_path: Path) -> None:
    header = HEADER + ",break_minutes"
    row = "An,2026-11-02T07:00,2026-11-02T15:00"
    assert _refs(_file(tmp_path, header, row + ",0")) == ["A7"]
    result = RUNNER.invoke(app, [str(_file(tmp_path, header, row + ",")), "--json"])
    answer = json.loads(result.stdout)
    assert answer["findings"] == []
    assert "A7" in answer["notes"][0]


def test_age_groups_have_their_own_rules(tmp_path: Path) -> None:
    header = HEADER + ",age_group"
    row = "An,2026-11-02T08:00,2026-11-02T18:00"
    assert _refs(_file(tmp_path, header, row + ",16-17")) == ["Y3"]
    assert _refs(_file(tmp_path, header, row + ",adult")) == []
    both = _file(tmp_path, header, row + ",adult", "An,2026-11-03T08:00,2026-11-03T12:00,16-17")
    assert "apart" in RUNNER.invoke(app, [str(both)]).stdout


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (["worker,start"], ["row 1, column end"]),
        (["worker,start,end,end"], ["row 1, column end: this column is there twice"]),
        ([""], ["row 1, column worker", "nothing"]),
        ([HEADER, "An,2026-13-01T07:00,2026-11-02T15:00"], ["row 2, column start"]),
        ([HEADER, "An,2026-11-02,2026-11-02T15:00"], ["row 2, column start"]),
        ([HEADER, "An,2026-11-02T07:00,"], ["row 2, column end: this cell is empty"]),
        ([HEADER, ",2026-11-02T07:00,2026-11-02T15:00"], ["row 2, column worker"]),
        (
            [HEADER, "An,2026-11-02T23:00,2026-11-02T07:00"],
            ["row 2, column end", "date of the day"],
        ),
        ([HEADER, "An,2026-11-02T23:00,2027-11-02T07:00"], ["lasts 364 days"]),
        ([HEADER, "An,2026-11-02T07:00:10,2026-11-02T07:00:40"], ["less than a minute"]),
        ([HEADER, LATE + ",extra"], ["row 2, column 4: the row has 4 cells"]),
        ([HEADER, '"An,2026-11-02T07:00'], ["row 2, column start"]),
        ([HEADER + ",break_minutes", LATE + ",half"], ["row 2, column break_minutes"]),
        ([HEADER + ",break_minutes", LATE + ",480"], ["does not fit a shift of 480 minutes"]),
        ([HEADER + ",kind", LATE + ",nap"], ["row 2, column kind", "standby"]),
        ([HEADER + ",absent", LATE + ",perhaps"], ["row 2, column absent"]),
        ([HEADER + ",age_group", LATE + ",17"], ["row 2, column age_group"]),
        ([HEADER, "An,9999-12-31T07:00,9999-12-31T15:00"], ["the year 9999 is not likely"]),
        ([HEADER, "An,0001-01-01T00:00,0001-01-01T08:00"], ["row 2, column start"]),
        ([HEADER, f"{'x' * 200_000},2026-11-02T07:00,2026-11-02T15:00"], ["this is no CSV"]),
        ([HEADER, "An,x,y", "Bo,x,y"], ["row 2, column start", "row 2, column end", "row 3"]),
        ([HEADER, "An,2019-11-02T07:00,2019-11-02T15:00"], ["An", "before 2020-01-01"]),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, rows: list[str], names: list[str]) -> None:
    command = "from rondstroom.cli.main import run; run()"
    done = subprocess.run(
        [sys.executable, "-c", command, "check", str(_file(tmp_path, *rows)), "--lang", "en"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stdout
    for name in names:
        assert name in done.stderr


def test_unreadable_cells_are_json_too(tmp_path: Path) -> None:
    result = RUNNER.invoke(app, [str(_file(tmp_path, HEADER, "An,x,2026-11-02T15:00")), "--json"])
    assert result.exit_code == 2
    assert json.loads(result.stdout)["errors"][0] == {
        "row": 2,
        "column": "start",
        "value": "x",
        "why": "'x' is geen datum met tijd zoals 2026-11-02T07:00",
    }


def test_what_cannot_be_read_is_told_in_the_language_of_the_findings(tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER, "An,x,2026-11-02T15:00")
    dutch = RUNNER.invoke(app, [str(path)]).stderr
    assert "kan niet worden gelezen" in dutch
    assert "rij 2, kolom start: 'x' is geen datum met tijd" in dutch
    english = RUNNER.invoke(app, [str(path), "--lang", "en", "--json"])
    assert "row 2, column start: 'x' is not a date and time" in english.stderr
    assert "is not a date" in json.loads(english.stdout)["errors"][0]["why"]


def test_a_date_before_the_known_law_is_told_in_dutch_too(tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER, "An,2019-11-02T07:00,2019-11-02T15:00")
    told = str(RUNNER.invoke(app, [str(path)]).exception)
    assert told.startswith("Het rooster van An kan niet worden beoordeeld: van de arbeidstijdenwet")


def test_one_is_not_many(tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER, LATE)
    assert (
        "1 dienst, 1 medewerker: 0 overtredingen, 0 andere"
        in RUNNER.invoke(app, [str(path)]).stdout
    )
    english = RUNNER.invoke(app, [str(path), "--lang", "en"]).stdout
    assert "1 shift, 1 worker: 0 breaches, 0 other findings." in english
    assert "1 row does not tell the breaks" in english


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(b"worker,start,end\0\xff")
    assert RUNNER.invoke(app, [str(path)]).exit_code == 2
    assert RUNNER.invoke(app, [str(tmp_path / "absent.csv")]).exit_code == 2
    assert RUNNER.invoke(app, [str(tmp_path)]).exit_code == 2


def test_dutch_names_of_columns_are_known(tmp_path: Path) -> None:
    rows = ["Medewerker;Begin;Einde;Pauze;Afwezig", "An;2026-11-02 07:00;2026-11-02 20:00;30;nee"]
    assert _refs(_file(tmp_path, *rows)) == ["A1", "A7"]


def test_twenty_four_hours_is_midnight_at_the_end_of_the_day(tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER, "An,2026-11-02T11:30,2026-11-02T24:00")
    result = RUNNER.invoke(app, [str(path), "--json"])
    assert json.loads(result.stdout)["findings"][0]["measured"] == 12.5


def test_an_empty_roster_is_lawful(tmp_path: Path) -> None:
    result = RUNNER.invoke(app, [str(_file(tmp_path, HEADER, "", ""))])
    assert result.exit_code == 0
    assert "0 diensten" in result.stdout


def test_columns_that_are_not_used_are_named(tmp_path: Path) -> None:
    result = RUNNER.invoke(app, [str(_file(tmp_path, HEADER + ",colour", LATE + ",red"))])
    assert "colour" in result.stdout


def test_either_way_of_weekly_rest_is_told_on_request(tmp_path: Path) -> None:
    days = [*range(2, 8), 11]
    rows = [f"An,2026-11-{day:02}T07:00,2026-11-{day:02}T15:30" for day in days]
    path = _file(tmp_path, HEADER, *rows, "An,2026-11-08T15:00,2026-11-08T23:00")
    told = RUNNER.invoke(app, [str(path), "--explain", "--lang", "en"]).stdout
    assert "36 h in 7 days: no, 23.5 h; 72 h in 14 days in blocks of 32 h: yes, 56 h +" in told
    assert " A6 " not in RUNNER.invoke(app, [str(path)]).stdout


def test_the_command_needs_no_web_framework(tmp_path: Path) -> None:
    command = (
        "import sys; sys.argv = ['rondstroom', 'check', sys.argv[1]];"
        "from rondstroom.cli.main import run\n"
        "try: run()\n"
        "finally: assert 'django' not in sys.modules"
    )
    path = _file(tmp_path, HEADER, LATE)
    done = subprocess.run(
        [sys.executable, "-c", command, str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_doctor_on_call_has_the_limits_and_the_article_of_doctors(tmp_path: Path) -> None:
    header = HEADER + ",kind"
    rows = [f"An,2026-11-{day:02}T18:00,2026-11-{day:02}T23:00,on_call" for day in range(2, 8)]
    path = _file(tmp_path, header, *rows)
    result = RUNNER.invoke(app, [str(path), "--profile", "doctors", "--json"])
    found = [one for one in json.loads(result.stdout)["findings"] if one["source_ref"] == "R3"]
    assert [(one["measured"], one["limit"], one["article"]) for one in found] == [
        (6, 5, "ATB 5.20")
    ]
    fewer = _file(tmp_path, header, *rows[:5])
    assert "R3" not in _refs(fewer, "--profile", "doctors")
    assert "R3" in _refs(fewer, "--profile", "care")
