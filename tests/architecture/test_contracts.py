"""The arrows go one way."""

import subprocess
import sys
import tomllib
from pathlib import Path

from architecture.source import REPOSITORY


def test_import_contracts_are_kept() -> None:
    outcome = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stdout[-3000:]


def test_every_dependency_has_its_reason_beside_it() -> None:
    text = (REPOSITORY / "pyproject.toml").read_text()
    project = tomllib.loads(text)
    listed = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["platform"],
        *project["dependency-groups"]["dev"],
    ]
    lines = text.splitlines()
    for dependency in listed:
        line = next(line for line in lines if f'"{dependency}"' in line)
        assert "#" in line, f"say why we need {dependency}"
