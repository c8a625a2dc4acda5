"""The demo region, built once for all tests here: twenty seconds of work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from rondstroom.demo.building import build_region

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="package")
def region(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[str]]:
    """Build for TODAY and give what was told meanwhile; everything is undone afterwards.

    Each test undoes what it did itself. In the whole run `in_files.py` keeps them together.
    """
    lines: list[str] = []
    with django_db_blocker.unblock(), transaction.atomic():
        build_region(1, TODAY, lines.append)
        yield lines
        transaction.set_rollback(True)
