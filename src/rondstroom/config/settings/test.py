"""For tests: quick hashes, tasks at once, plain static files; PostgreSQL when asked."""

from typing import Any

from rondstroom.config import env
from rondstroom.config.settings.everywhere import *  # noqa: F403  (a settings module is its names)
from rondstroom.config.settings.everywhere import DATABASES

IS_DEMO = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

_database: dict[str, Any] = DATABASES["default"]
if _database["ENGINE"].endswith("sqlite3"):
    # A file, not memory: journeys and races come in over several connections.
    _database["TEST"] = {"NAME": str(env.state_folder() / "test.sqlite3")}
else:
    # A pool keeps connections that would hinder dropping the test database.
    _database["OPTIONS"] = {}
