"""The only reader of the environment: every setting from outside passes here."""

from __future__ import annotations

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]


class SettingMissing(RuntimeError):
    """A setting that this installation cannot do without is not there."""


def text(name: str, default: str | None = None) -> str:
    """Give a setting as text; without a default it must be there."""
    value = os.environ.get(name, default)
    if value is None:
        raise SettingMissing(f"Set {name} in the environment; see docs/how-to/run-for-real.md.")
    return value


def flag(name: str, *, default: bool = False) -> bool:
    """Give a setting as yes or no."""
    value = os.environ.get(name)
    return default if value is None else value.strip().lower() in {"1", "true", "yes", "ja", "on"}


def number(name: str, default: int) -> int:
    """Give a setting as a whole number; anything else is refused at start."""
    value = text(name, str(default))
    try:
        return int(value)
    except ValueError:
        raise SettingMissing(f"{name} must be a whole number, not {value!r}.") from None


def names(name: str, default: str | None = "") -> list[str]:
    """Give a setting as a list, separated by commas; with default None it must be there."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def state_folder() -> Path:
    """Give the folder for the embedded database and other state; made when needed."""
    folder = Path(text("RONDSTROOM_STATE", str(REPOSITORY / ".state")))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise SettingMissing(
            f"The folder for data, {folder}, cannot be made ({fault.strerror}). "
            "Set RONDSTROOM_STATE to a folder that you may write in."
        ) from None
    return folder
