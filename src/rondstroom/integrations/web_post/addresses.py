"""Where a name leads, and whether we may go there."""

from __future__ import annotations

import ipaddress
import socket

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""Where a network translates IPv6 (RFC 6052), the last 32 bits are an IPv4 address."""


class ForbiddenAddress(Exception):
    """The name leads into a private network, or nowhere."""


def resolved(host: str, port: int, *, may_be_private: bool) -> str:
    """Give the address behind a name, once and for all: what was judged is what we connect to.

    One private address among several is enough to refuse.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise ForbiddenAddress(f"{host} is not known") from None
    addresses = [str(one[4][0]).partition("%")[0] for one in found]
    if not may_be_private and not all(_is_public(address) for address in addresses):
        raise ForbiddenAddress(f"{host} leads to a private address")
    return addresses[0]


def _is_public(address: str) -> bool:
    known = ipaddress.ip_address(address)
    inner = getattr(known, "ipv4_mapped", None) or getattr(known, "sixtofour", None)
    if known in _TRANSLATED:
        inner = ipaddress.IPv4Address(int(known) & 0xFFFF_FFFF)
    return known.is_global and not known.is_multicast and (inner is None or inner.is_global)
