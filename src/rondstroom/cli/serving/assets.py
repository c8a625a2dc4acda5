"""Style sheets, scripts and pictures: gathered once, and again only when one of them changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect_when_changed() -> bool:
    """Gather the static files; give whether that was needed."""
    stamp = Path(settings.STATIC_ROOT) / "gathered.txt"
    now = _fingerprint()
    if stamp.is_file() and stamp.read_text("ascii") == now:
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now, "ascii")
    return True


def _fingerprint() -> str:
    """Give what changes when any static file does."""
    seen = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list(ignore_patterns=[]):
            file = Path(storage.path(path)).stat()
            seen.update(f"{path} {file.st_size} {file.st_mtime_ns}\n".encode())
    return seen.hexdigest()
