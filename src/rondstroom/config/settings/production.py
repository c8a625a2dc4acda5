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
LANGUAGE_COOKIE_SECURE = True
# Behind a proxy every request comes from the proxy. Without this, whoever guesses passwords would
# lock out the whole region. The last address the proxies add counts; what a client adds does not.
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("RONDSTROOM_PROXIES", 1)
# W005 and W021 ask for HSTS over all names of the domain and in browsers' own lists: that binds a
# whole domain for years, which is for who owns it, not for one application on it.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
