"""`rondstroom pay hours`: the whole calculation from a file, and every refusal by field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from rondstroom.cli.pay.app import app
from rondstroom.cli.shortcomings import UnableToRun

RUNNER = CliRunner()
RENTER = {
    "year": 2026,
    "scale": "35",
    "step": "highest",
    "scale_date": "2026-07-01",
    "hours_now": 24.48,
    "hours_wanted": 28,
    "household": {"rent": 700},
}


def told(folder: Path, asked: dict[str, Any] | str, *options: str) -> Result:
    """Ask what the hours of a file bring in; JSON is YAML too."""
    path = folder / "hours.yaml"
    path.write_text(asked if isinstance(asked, str) else json.dumps(asked), encoding="utf-8")
    return RUNNER.invoke(app, ["hours", str(path), *options])


def test_a_single_renter_sees_the_hard_truth(tmp_path: Path) -> None:
    answer = json.loads(told(tmp_path, RENTER, "--json").stdout)
    assert answer["now"]["year"]["disposable"] == 32834.80
    assert answer["wanted"]["year"]["disposable"] == 33694.64
    assert answer["net_per_extra_hour"] == 4.70
    assert answer["kept"] == 0.1753
    assert answer["turns_at"] == 32
    assert answer["changes"]["rent"] == {"now": 251.0, "wanted": 150.0, "difference": -101.0}
    assert [point["hours"] for point in answer["curve"]][:2] == [8, 9]
    assert answer["explanation"]["amount"] == 85984


def test_the_example_works_as_it_is(tmp_path: Path) -> None:
    example = RUNNER.invoke(app, ["hours", "--example"]).stdout
    answer = json.loads(told(tmp_path, example, "--json").stdout)
    assert answer["notices"][0]["counts_from"] == "2026-09-01"
    assert answer["wanted"]["month"]["child_care"] > answer["now"]["month"]["child_care"]


def test_people_read_months_side_by_side(tmp_path: Path) -> None:
    dutch = told(tmp_path, RENTER).stdout
    english = told(tmp_path, RENTER, "--lang", "en").stdout
    assert "Tussen 23 en 32 uur houd je van wat je meer verdient 18 % over." in dutch
    assert "To spend" in english
    assert "Kinderopvang" not in dutch


def test_equal_hours_have_no_difference(tmp_path: Path) -> None:
    answer = json.loads(told(tmp_path, RENTER | {"hours_wanted": 24.48}, "--json").stdout)
    assert (answer["net_per_extra_hour"], answer["kept"]) == (None, None)
    assert told(tmp_path, RENTER | {"hours_wanted": 24.48}).exit_code == 0


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"hours_wnated": 1}, "hours_wnated: there is no such field"),
        ({"hours_now": None}, "hours_now: this field is missing"),
        ({"hours_now": 0}, "hours_now"),
        ({"hours_wanted": -4}, "hours_wanted"),
        ({"hours_wanted": 400}, "hours_wanted"),
        ({"year": 2025}, "2025"),
        ({"year": 20266}, "year"),
        ({"full_time_month": 3000}, "full_time_month: give either"),
        ({"scale": "36"}, "scale: .*'36'"),
        ({"step": "7"}, "step: .*'7'"),
        ({"scale_date": None}, "scale: scale, step and scale_date"),
        ({"scale_date": "2026-01-01"}, "pay.scales_vvt.fwg_35"),
        (
            {
                "cao": "ggz",
                "full_time_month": 3000,
                "scale": None,
                "step": None,
                "scale_date": None,
            },
            "full_time_hours: .*give it yourself",
        ),
        ({"holiday_allowance": 8}, "holiday_allowance: give a share"),
        ({"irregular_share": -1}, "share"),
        ({"irregular_hours": [{"share": 0.5, "hours": -1}]}, "irregular_hours.1.hours"),
        (
            {"irregular_share": 0.1, "irregular_hours": [{"share": 0.5, "hours": 1}]},
            "irregular_share: give a share or the hours",
        ),
        ({"travel": {"hours_per_day": 0}}, "travel.hours_per_day"),
        ({"travel": {"weeks_per_year": 60}}, "travel.weeks_per_year"),
        ({"travel": {"cost_per_day": -1}}, "travel.cost_per_day"),
        ({"starts_on": "soon"}, "starts_on"),
        ({"household": {"rnt": 700}}, "household.rnt"),
        ({"household": {"born": "1959-05-05"}}, "AOW"),
        (
            {"household": {"child_care": [{"kind": "daycare", "hours": 1, "rate": 1}]}},
            "household.children: this field is missing",
        ),
        (
            {
                "household": {
                    "children": [3],
                    "child_care_wanted": [
                        {"kind": "daycare", "hours": 1, "rate": 1},
                        {"kind": "daycare", "hours": 1, "rate": 1},
                    ],
                }
            },
            "household.child_care_wanted.2.child",
        ),
    ],
)
def test_what_cannot_be_is_refused_by_field(
    tmp_path: Path, changed: dict[str, Any], says: str
) -> None:
    result = told(tmp_path, RENTER | changed, "--json", "--lang", "en")
    with pytest.raises(UnableToRun, match=says):
        raise result.exception or AssertionError(result.stdout)
    assert not result.stdout
