"""`./run test --near` finds the tests that belong to a change, nearest first."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest

import near
from imported import Imported

FILES = {
    "src/flexpool/worktime/__init__.py": (
        "from flexpool.worktime.rest import daily\nfrom flexpool.worktime.clock import hour\n"
    ),
    "src/flexpool/worktime/rest.py": "import flexpool.worktime.clock as clock\ndef daily(): ...\n",
    "src/flexpool/worktime/clock.py": "def hour(): ...\n",
    "src/rondstroom/web/planner/week.py": "PAGE = 'x'\nTEMPLATE = \"planner/week.html\"\n",
    "src/rondstroom/web/planner/templates/planner/week.html": "<p>",
    "tests/cases/worktime/A5.yaml": "cases: []\n",
    "tests/unit/worktime/test_clock.py": "from flexpool.worktime.clock import hour\n",
    "tests/unit/worktime/test_rest.py": "from flexpool.worktime import daily\n",
    "tests/unit/pay/test_tax.py": "from factories.made import shift\n",
    "tests/factories/made.py": "from flexpool import worktime as law\nshift = law.hour()\n",
    "tests/spec/worktime/test_tables.py": 'FOLDER = ("cases", "worktime")\n',
    "tests/desks/planner/conftest.py": "",
    "tests/desks/planner/test_keys.py": "",
    "tests/desks/planner/week_test.py": "",
    "tests/desks/hr/test_week.py": "",
    "tests/docs/test_pages.py": "",
    "tests/architecture/test_shape.py": "",
}
SHAPE = "tests/architecture/test_shape.py"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give a small repository of its own, with a branch that was just left."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    _git(tmp_path, "init", "-q", "-b", "main")
    _git(tmp_path, "add", ".")
    _commit(tmp_path)
    _git(tmp_path, "checkout", "-q", "-b", "mine")
    return tmp_path


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(folder), *words], check=True)


def _commit(folder: Path) -> None:
    person = ["-c", "user.name=An", "-c", "user.email=an@example.nl"]
    _git(folder, *person, "commit", "-q", "--no-gpg-sign", "-m", "One step")


def _near(changed: str, repository: Path) -> list[str]:
    return [str(file) for file in near.near([Path(changed)], repository)]


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        pytest.param(
            "src/flexpool/worktime/clock.py",
            [
                "tests/unit/worktime/test_clock.py",  # named like it
                "tests/unit/worktime/test_rest.py",  # through another module, in its folder
                "tests/unit/pay/test_tax.py",  # through a factory
                "tests/spec/worktime/test_tables.py",  # in its folder
                SHAPE,
            ],
            id="a module",
        ),
        pytest.param(
            "src/flexpool/worktime/rest.py",
            [
                "tests/unit/worktime/test_rest.py",
                "tests/spec/worktime/test_tables.py",
                "tests/unit/worktime/test_clock.py",
                SHAPE,
            ],
            id="what a package hands on is used by who names it, and by nobody else",
        ),
        pytest.param(
            "src/rondstroom/web/planner/templates/planner/week.html",
            ["tests/desks/planner/week_test.py", "tests/desks/planner/test_keys.py", SHAPE],
            id="a template",
        ),
        pytest.param(
            "tests/cases/worktime/A5.yaml",
            ["tests/spec/worktime/test_tables.py", SHAPE],
            id="cases",
        ),
        pytest.param(
            "tests/factories/made.py", ["tests/unit/pay/test_tax.py", SHAPE], id="a factory"
        ),
        pytest.param(
            "tests/desks/planner/conftest.py",
            ["tests/desks/planner/test_keys.py", "tests/desks/planner/week_test.py", SHAPE],
            id="what a folder of tests shares",
        ),
        pytest.param(
            "tests/desks/hr/test_week.py", ["tests/desks/hr/test_week.py", SHAPE], id="test"
        ),
        pytest.param("docs/how-to/plan.md", ["tests/docs/test_pages.py", SHAPE], id="a page"),
        pytest.param("LICENSE", [SHAPE], id="what no test is about"),
        pytest.param("src/flexpool/gone.py", [SHAPE], id="what is gone"),
        pytest.param("tests/unit/test_gone.py", [SHAPE], id="a test that is gone"),
    ],
)
def test_near_is_what_uses_it_or_stands_beside_it(
    repository: Path, changed: str, found: list[str]
) -> None:
    assert _near(changed, repository) == found


def test_what_changed_is_counted_from_where_the_branch_was_left(repository: Path) -> None:
    (repository / "committed.py").write_text("")
    _git(repository, "add", ".")
    _commit(repository)
    (repository / "src/flexpool/worktime/clock.py").write_text("hour = 1\n")
    (repository / "een nieuw bestand.md").write_text("")
    (repository / "tests/desks/hr/test_week.py").rename(repository / "tests/desks/hr/test_day.py")
    _git(repository, "stash", "-q", "--include-untracked")
    _git(repository, "checkout", "-q", "main")
    (repository / "of_others.py").write_text("")
    _git(repository, "add", ".")
    _commit(repository)
    _git(repository, "checkout", "-q", "mine")
    _git(repository, "-c", "user.name=An", "-c", "user.email=a@b.nl", "stash", "pop", "-q")
    assert [str(path) for path in near.changed_since("main", repository)] == [
        "committed.py",
        "een nieuw bestand.md",
        "src/flexpool/worktime/clock.py",
        "tests/desks/hr/test_day.py",
        "tests/desks/hr/test_week.py",
    ]


def test_nothing_changed_is_nothing_and_an_unknown_branch_is_an_error(repository: Path) -> None:
    assert near.changed_since("main", repository) == []
    with pytest.raises(subprocess.CalledProcessError):
        near.changed_since("no-such-branch", repository)


def test_steps_are_the_fewest_imports_between(repository: Path) -> None:
    imported = Imported([repository / "src", repository / "tests"])
    clock = repository / "src/flexpool/worktime/clock.py"
    steps = imported.steps_from([clock], 2)
    assert steps[clock] == 0
    assert steps[repository / "tests/unit/worktime/test_clock.py"] == 1
    assert steps[repository / "tests/unit/pay/test_tax.py"] == 2
    assert repository / "tests/unit/pay/test_tax.py" not in imported.steps_from([clock], 1)


def test_what_no_time_is_left_for_is_skipped_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near, "_until", [])
    near.pytest_runtest_setup()
    assert time.monotonic() < near._until[0] <= time.monotonic() + near.SECONDS
    near.pytest_runtest_setup()
    near._until[0] = time.monotonic() - 1
    with pytest.raises(pytest.skip.Exception, match="runs all"):
        near.pytest_runtest_setup()


def test_here_a_rule_of_the_law_is_near_to_its_table_of_cases() -> None:
    """The folders named in `HOMES` are the ones of this repository."""
    rule = "src/flexpool/worktime/rules/adults/daily_rest.py"
    found = _near(rule, near.REPOSITORY)
    assert "tests/spec/worktime/test_cases.py" in found
    assert "tests/desks/planner/test_week.py" not in found
    for begins, roots in near.HOMES.items():
        assert (near.REPOSITORY / begins).is_dir()
        assert all((near.REPOSITORY / "tests" / root).is_dir() for root in roots)
