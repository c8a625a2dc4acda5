"""An SQLite test database is migrated once; later runs and other processes copy the file.

The name of the copy holds a fingerprint of every migration and every dependency: a change of
either makes a new one. PostgreSQL runs the migrations each time.
"""

from __future__ import annotations

import fcntl
import shutil
import sqlite3
from hashlib import sha256
from pathlib import Path
from typing import IO

from django.db import connection

REPOSITORY = Path(__file__).resolve().parents[1]
FOLDER = REPOSITORY / ".state"
PREFIX = "test-template-"


class Template:
    """The migrated database on disk; who is first makes it, the others wait and copy it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: IO[bytes] | None = None

    def copy_to(self, name: str) -> bool:
        """Copy the template to a database, or tell that there is none yet: then others wait."""
        for ending in ("", "-wal", "-shm"):
            Path(name + ending).unlink(missing_ok=True)
        self.path.parent.mkdir(exist_ok=True)
        self._lock = (self.path.parent / f"{PREFIX}lock").open("wb")
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        if not self.path.exists():
            return False
        shutil.copyfile(self.path, name)
        self.release()
        return True

    def keep(self, name: str) -> None:
        """Make a database that was just migrated the template, instead of those before it."""
        for old in self.path.parent.glob(f"{PREFIX}*.sqlite3"):
            old.unlink(missing_ok=True)
        part = self.path.with_suffix(".part")
        part.unlink(missing_ok=True)
        source = sqlite3.connect(name)
        source.execute("VACUUM INTO ?", [str(part)])
        source.close()
        part.rename(self.path)

    def release(self) -> None:
        """Let the others go on."""
        if self._lock:
            self._lock.close()
            self._lock = None


def template() -> Template | None:
    """Give the template that fits the code as it is now; None on another database than SQLite."""
    if connection.vendor != "sqlite":
        return None
    return Template(FOLDER / f"{PREFIX}{_fingerprint()}.sqlite3")


def _fingerprint() -> str:
    files = [REPOSITORY / "requirements" / "dev.txt"]
    files += sorted(REPOSITORY.glob("src/rondstroom/**/migrations/*.py"))
    seen = sha256()
    for file in files:
        seen.update(file.relative_to(REPOSITORY).as_posix().encode() + b"\0" + file.read_bytes())
    return seen.hexdigest()[:16]
