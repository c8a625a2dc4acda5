"""Where the platform listens, and whether that place is free."""

from __future__ import annotations

import socket
from dataclasses import dataclass

from rondstroom.cli.shortcomings import UnableToRun

LAST_PORT = 65535


@dataclass(frozen=True, slots=True)
class Address:
    """A host name or number, and a port."""

    host: str
    port: int

    def __str__(self) -> str:
        """Give what to type in a browser."""
        host = "localhost" if self.host in {"127.0.0.1", "::1"} else self.host
        return f"http://{host}:{self.port}/"

    @property
    def bind(self) -> str:
        """Give it as servers want it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def check_free(address: Address, command: str) -> None:
    """Refuse an address where something else listens already, and name a port that is free.

    Raises
    ------
    UnableToRun
        When the port is taken, does not exist, or may not be used.
    """
    if not 1 <= address.port <= LAST_PORT:
        raise UnableToRun(f"{address.port} is not a port; choose one from 1024 to {LAST_PORT}.")
    fault = _fault_of(address)
    if fault is None:
        return
    hint = f"Choose another, for example: {command} --port {_free_port_after(address)}"
    if isinstance(fault, PermissionError):
        raise UnableToRun(f"Port {address.port} may only be used by the administrator.\n{hint}")
    if isinstance(fault, socket.gaierror):
        raise UnableToRun(f"There is no machine called {address.host!r}.")
    raise UnableToRun(
        f"Port {address.port} on {address.host} is in use by another program.\n{hint}"
    )


def _fault_of(address: Address) -> OSError | None:
    """Try to listen for a moment; give what stands in the way."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((address.host, address.port))
        except OSError as fault:
            return fault
    return None


def _free_port_after(address: Address) -> int:
    start = max(address.port, 1023)
    for port in range(start + 1, min(start + 100, LAST_PORT)):
        if _fault_of(Address(address.host, port)) is None:
            return port
    return 8765


def answers(address: Address) -> bool:
    """Tell whether something listens there now."""
    try:
        socket.create_connection((address.host, address.port), timeout=1).close()
    except OSError:
        return False
    return True
