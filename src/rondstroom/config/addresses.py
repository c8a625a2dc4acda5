"""Addresses with a number that no row can have: there is nothing there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db.models import BigIntegerField
from django.http import Http404, HttpRequest, HttpResponse

LARGEST = BigIntegerField.MAX_BIGINT


class NumbersOfRows:
    """Middleware that answers "not found" where the database would break off over a number."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self._get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> None:
        """Look at the numbers in the address before the page does.

        Raises
        ------
        Http404
            When one is larger than any row's.
        """
        if any(isinstance(value, int) and value > LARGEST for value in kwargs.values()):
            raise Http404
