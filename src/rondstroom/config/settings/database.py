"""The database: SQLite in the state folder, or PostgreSQL when its address is given."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from rondstroom.config import env

SQLITE_START = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
    "PRAGMA mmap_size=134217728; PRAGMA cache_size=-32000;"
)


def sqlite(path: str) -> dict[str, Any]:
    """Give the settings of an embedded database; every transaction takes the write lock at once."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": SQLITE_START,
        },
    }


def postgres(address: str) -> dict[str, Any]:
    """Read `postgres://user:password@host:port/name?host=/socket/folder`."""
    parts = urlsplit(address)
    extra = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": extra.get("host", parts.hostname or ""),
        "PORT": str(parts.port or extra.get("port", "")),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": env.number("RONDSTROOM_POOL", 16)}},
    }


def default() -> dict[str, Any]:
    """Give the database this installation uses."""
    address = env.text("RONDSTROOM_DATABASE", "")
    return postgres(address) if address else sqlite(str(env.state_folder() / "rondstroom.sqlite3"))
