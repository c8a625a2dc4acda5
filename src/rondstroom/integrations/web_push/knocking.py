"""Knocks at a browser through the push service of its maker; nothing of the message goes along."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings

from rondstroom.integrations.web_push.keys import Keys
from rondstroom.ports.push import Knock

_KEEP_SECONDS = 12 * 3600
_PATIENCE_SECONDS = 10
_GONE = {404, 410}
_log = logging.getLogger(__name__)

Post = Callable[[Request], int]


class _StayHere(HTTPRedirectHandler):
    """A push service answers itself: following it elsewhere would let a browser name any host."""

    def redirect_request(self, *_arguments: object) -> None:
        """Follow nothing."""


def _post(request: Request) -> int:
    """Send a request; give the status."""
    try:
        with build_opener(_StayHere).open(request, timeout=_PATIENCE_SECONDS) as answer:
            return int(answer.status)
    except HTTPError as refused:
        return refused.code


class WebPush:
    """Reaches browsers as the port `PushService` asks. `post` is for tests."""

    def __init__(self, keys: Keys, post: Post = _post) -> None:
        self.keys = keys
        self._post = post

    def knock(self, endpoint: str) -> Knock:
        """Tell the browser at this address that there is news; without content."""
        headers = {
            "TTL": str(_KEEP_SECONDS),
            "Urgency": "normal",
            "Content-Length": "0",
            "Authorization": self.keys.authorization(endpoint, int(time.time()) + _KEEP_SECONDS),
        }
        request = Request(endpoint, data=b"", headers=headers, method="POST")  # noqa: S310  (https, checked when kept)
        try:
            status = self._post(request)
        except (URLError, HTTPException, OSError) as fault:
            _log.warning("a push service did not answer: %s", type(fault).__name__)
            return Knock.FAILED
        if status in _GONE:
            return Knock.GONE
        return Knock.HEARD if 200 <= status < 300 else Knock.FAILED


def from_settings() -> WebPush | None:
    """Give the service with the keys of this installation, or None when it has none."""
    secret = settings.PUSH_KEY
    return WebPush(Keys.read(secret, settings.PUSH_CONTACT)) if secret else None
