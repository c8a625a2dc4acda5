"""Where tests find the data that stands beside a checkout: tables, problems, samples."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared(name: str) -> Path:
    """Give a file or folder of the shared data; skip the test, saying so, where it is not there."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"shared data not present: {name}")
    return path
