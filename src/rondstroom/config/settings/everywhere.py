"""What holds wherever the platform runs."""

from __future__ import annotations

from rondstroom.config import env
from rondstroom.config.settings import database
from rondstroom.config.settings.security import *  # noqa: F403  (a settings module is its names)
from rondstroom.config.settings.telling import *  # noqa: F403  (a settings module is its names)

SECRET_KEY = env.text("RONDSTROOM_SECRET", "only-for-a-demo-on-this-machine")
DEBUG = False
ALLOWED_HOSTS = env.names("RONDSTROOM_HOSTS", "localhost,127.0.0.1,[::1],testserver")
CSRF_TRUSTED_ORIGINS = env.names("RONDSTROOM_ORIGINS")
ROOT_URLCONF = "rondstroom.config.urls"
WSGI_APPLICATION = "rondstroom.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": database.default()}
SITE_NAME = "Rondstroom"

ROOMS = [
    "journal",
    "identity",
    "messages",
    "organisations",
    "people",
    "skills",
    "contracts",
    "demand",
    "learning",
    "rosters",
    "matching",
    "settlement",
]
DESKS = [
    "components",
    "public",
    "inbox",
    "worker",
    "planner",
    "coordinator",
    "hr",
    "finance",
    "board",
]
INSTALLED_APPS = [
    "rondstroom.config.apps.RondstroomConfig",
    *[f"rondstroom.rooms.{room}" for room in ROOMS],
    *[f"rondstroom.web.{desk}" for desk in DESKS],
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "rondstroom.config.addresses.NumbersOfRows",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "rondstroom.web.components.templatetags.blocks",
                "rondstroom.web.components.templatetags.vacancies",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "rondstroom.web.components.context.frame",
            ],
        },
    }
]

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [env.REPOSITORY / "src/rondstroom/locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = False

STATE_FOLDER = env.state_folder()
STATIC_URL = "static/"
STATIC_ROOT = STATE_FOLDER / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# Only for a receiver inside one's own walls: messages then also go to private addresses.
WEBHOOKS_MAY_BE_PRIVATE = env.flag("RONDSTROOM_WEBHOOKS_PRIVATE")
# What one key may ask of the API in a minute.
API_RATE = env.number("RONDSTROOM_API_RATE", 600)
FILE_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
# To the console, where systemd, a container or a person finds it; Django's own default says
# nothing of faults when DEBUG is off.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "rondstroom.config.logs.Discreet",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("RONDSTROOM_LOG", "WARNING")},
    # Strangers knock under wrong names all day; the answer 400 is enough.
    "loggers": {"django.security.DisallowedHost": {"propagate": False}},
}
