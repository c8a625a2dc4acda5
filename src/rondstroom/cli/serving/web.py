"""The web server: gunicorn with threads, our application loaded once and shared."""

from __future__ import annotations

import gc
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from gunicorn.app.base import BaseApplication

from rondstroom.cli.serving.address import Address
from rondstroom.cli.serving.orphans import end_with_parent


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn, told by us instead of by its own command line."""

    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        """Hand over our options."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Give the application with every address known, so that no first visitor waits."""
        gc.disable()
        application = get_wsgi_application()
        _ = get_resolver().url_patterns
        gc.freeze()  # what is loaded stays, and stays shared between the processes
        gc.enable()
        return application


def serve_web(address: Address, workers: int, threads: int) -> None:
    """Serve until told to stop."""
    end_with_parent()
    Server(
        {
            "bind": address.bind,
            "workers": workers,
            "threads": threads,
            "worker_class": "gthread",
            "preload_app": True,
            "loglevel": "warning",
            "graceful_timeout": 5,
            "control_socket_disable": True,  # it would be written in the home folder
        }
    ).run()
