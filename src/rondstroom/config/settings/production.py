"""For real: a secret of one's own, https only, nothing shown that helps a stranger."""

from rondstroom.config import env
from rondstroom.config.settings.everywhere import *  # noqa: F403  (a settings module is its names)

IS_DEMO = False
SECRET_KEY = env.text("RONDSTROOM_SECRET")
ALLOWED_HOSTS = env.names("RONDSTROOM_HOSTS", None)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = env.flag("RONDSTROOM_HTTPS", default=True)
SECURE_HSTS_SECONDS = 31_536_000
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
