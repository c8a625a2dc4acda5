"""The files of a measurement, written anew after each run so that nothing measured is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from rondstroom.cli.bench.picture import drawn
from rondstroom.cli.bench.running import Run, Wish
from rondstroom.cli.bench.table import page


@dataclass
class Written:
    """The page and the picture of one measurement.

    Parameters
    ----------
    suite, wish
        What is measured, and how.
    folder
        Where the files go; made when it is not there.
    remark
        What else to say of the machine or its load.
    """

    suite: str
    wish: Wish
    folder: Path
    remark: str
    began: datetime = field(default_factory=lambda: datetime.now(tz=UTC))
    runs: list[Run] = field(default_factory=list)

    @property
    def stem(self) -> str:
        """The name of both files."""
        solver = "" if self.wish.solver == "auto" else f"-{self.wish.solver}"
        return f"{self.began:%Y-%m-%d}-planning-{self.suite}-{self.wish.seconds:g}s{solver}"

    @property
    def page_file(self) -> Path:
        """The page."""
        return self.folder / f"{self.stem}.md"

    def add(self, run: Run) -> None:
        """Take a run in and write both files."""
        self.runs.append(run)
        self.folder.mkdir(parents=True, exist_ok=True)
        text = page(self.suite, self.runs, self.wish, self.began, self.remark, f"{self.stem}.svg")
        self.page_file.write_text(text, encoding="utf-8")
        title = f"{self.suite}: best known / objective against time, {self.began:%Y-%m-%d}"
        picture = drawn(title, self.runs, self.wish.seconds)
        (self.folder / f"{self.stem}.svg").write_text(picture, encoding="utf-8")
