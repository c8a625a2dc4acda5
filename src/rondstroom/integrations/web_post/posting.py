"""One message to one address: https, no redirects, little patience."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Mapping
from typing import Any
from urllib.parse import SplitResult, urlsplit

from rondstroom.integrations.web_post.addresses import ForbiddenAddress, resolved
from rondstroom.integrations.web_post.patience import Patience

SECONDS = 10
_READ_AT_MOST = 500


class WebPost:
    """Posts over https; to private addresses and over plain http only when a setting says so."""

    def __init__(self, *, may_be_private: bool = False, seconds: float = SECONDS) -> None:
        self._may_be_private = may_be_private
        self._seconds = seconds

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, str]:
        """Give the status and the first words of the answer; 0 when there was none."""
        parts = urlsplit(url)
        if parts.scheme != "https" and not self._may_be_private:
            return 0, "only https is allowed"
        patience = Patience(self._seconds)
        try:
            with patience:
                return self._posted(parts, body, headers, patience)
        except ForbiddenAddress as refusal:
            return 0, str(refusal)
        except (OSError, http.client.HTTPException, ValueError) as fault:
            if patience.is_over:
                return 0, f"no answer within {self._seconds:g} seconds"
            return 0, f"{type(fault).__name__}: {fault}"

    def _posted(
        self, parts: SplitResult, body: bytes, headers: Mapping[str, str], patience: Patience
    ) -> tuple[int, str]:
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        address = resolved(host, port, may_be_private=self._may_be_private)
        path = parts.path or "/"
        line = _to(parts.scheme, host, port, address, patience)
        try:
            line.request(
                "POST", f"{path}?{parts.query}" if parts.query else path, body, dict(headers)
            )
            answer = line.getresponse()
            words = answer.read(_READ_AT_MOST).decode("utf-8", "replace")
            return answer.status, " ".join(words.split())
        finally:
            line.close()


def _to(
    scheme: str, host: str, port: int, address: str, patience: Patience
) -> http.client.HTTPConnection:
    """Give a line to the address that was judged, under the name that its certificate bears."""
    line: http.client.HTTPConnection
    if scheme == "https":
        line = http.client.HTTPSConnection(
            host, port, timeout=SECONDS, context=ssl.create_default_context()
        )
    else:
        line = http.client.HTTPConnection(host, port, timeout=SECONDS)

    def connect(_named: Any, timeout: Any = SECONDS, *_rest: Any) -> socket.socket:
        return patience.hold(socket.create_connection((address, port), timeout))

    line._create_connection = connect  # type: ignore[attr-defined]  # else the name is asked twice
    return line
