"""Which variants of the law apply: the statutory rules, or those of a collective arrangement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from flexpool.parameters import Figure, all_figures, read_figures
from flexpool.parameters.loader import FIGURES_FOLDER
from flexpool.worktime.law import LawBook

DEFAULT_PROFILE = "default"
_FOLDER = FIGURES_FOLDER / "worktime_profiles"
_LAW = "worktime."


class NoSuchProfile(LookupError):
    """A profile was asked for that does not exist; the text lists those that do."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A named choice of variants; which one holds on a day is in its dated figures.

    Parameters
    ----------
    name
        Short name, used on the command line.
    label_nl, label_en
        What people call it.
    book
        All figures of the law under this profile, over time.
    """

    name: str
    label_nl: str
    label_en: str
    book: LawBook


def profile_names() -> tuple[str, ...]:
    """Give the names of all profiles, the statutory one first."""
    return (DEFAULT_PROFILE, *sorted(path.stem for path in _FOLDER.glob("*.yaml")))


@cache
def load_profile(name: str = DEFAULT_PROFILE) -> Profile:
    """Give a profile by name.

    Raises
    ------
    NoSuchProfile
        When there is none of that name.
    FigureFileInvalid
        When its file is incomplete or changes a figure that the law does not have.
    """
    if name not in profile_names():
        raise NoSuchProfile(
            f"there is no profile {name!r}; choose from: {', '.join(profile_names())}"
        )
    if name == DEFAULT_PROFILE:
        label_nl, label_en = "Wet zonder collectieve regeling", "Law without an arrangement"
        return Profile(name, label_nl, label_en, LawBook.of(statutory_figures()))
    label_nl, label_en = _labels(_FOLDER / f"{name}.yaml")
    return Profile(name, label_nl, label_en, LawBook.of(*_layers(name), statutory_figures()))


@cache
def statutory_figures() -> dict[str, Figure]:
    """Give the figures of the law itself by short name."""
    return {
        name.removeprefix(_LAW): figure
        for name, figure in all_figures().items()
        if name.startswith(_LAW)
    }


def profile_figures(name: str) -> dict[str, Figure]:
    """Give only the figures that a profile itself changes, by short name."""
    figures = read_figures(_FOLDER / f"{name}.yaml", name)
    return {full.removeprefix(f"{name}."): figure for full, figure in figures.items()}


def _layers(name: str) -> list[dict[str, Figure]]:
    figures = profile_figures(name)
    unknown = figures.keys() - statutory_figures().keys()
    if unknown:
        raise NoSuchProfile(f"profile {name!r} changes unknown figures: {sorted(unknown)}")
    base = _content(_FOLDER / f"{name}.yaml").get("extends")
    return [figures, *(_layers(str(base)) if base else [])]


def _labels(path: Path) -> tuple[str, str]:
    label = _content(path)["label"]
    return str(label["nl"]), str(label["en"])


def _content(path: Path) -> dict[str, dict[str, str]]:
    content: dict[str, dict[str, str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content
