"""Everything the OpenAPI document allows is asked, and much it does not: nothing falls over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.asking import System
from factories.demand import make_night_shift
from people import Cast
from rondstroom.api.interface import api
from rondstroom.config.wsgi import application

DOCUMENT = api.get_openapi_schema(path_prefix="/api/v1/")
CHECKS = [
    schemathesis.checks.not_a_server_error,
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
]
EXAMPLES = 8
"""Per endpoint, of questions as they should be and of others; the same in every run."""
OPERATIONS = [
    (path, method) for path, methods in sorted(DOCUMENT["paths"].items()) for method in methods
]
bounded = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(autouse=True)
def no_hurry(settings: Any) -> None:
    """Let a system ask as much as it wants."""
    settings.API_RATE = 10_000_000


@pytest.fixture(autouse=True)
def keep_the_connection() -> Iterator[None]:
    """Let a request not close the connection on which the test's own transaction runs."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture(scope="module")
def schema() -> Any:
    found = schemathesis.openapi.from_dict(DOCUMENT)
    found.app = application
    return found


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_no_question_makes_it_fall_over(
    path: str,
    method: str,
    mode: GenerationMode,
    schema: Any,
    cast: Cast,
    linde: System,
    settings: Any,
) -> None:
    settings.API_RATE = 10_000_000
    shift = make_night_shift(cast.vlinder)
    operation = schema[path][method.upper()]
    real = {"shift_id": shift.pk, "worker_id": cast.niels.pk}
    known = {name: real[name] for name in re.findall(r"{(\w+)}", path) if name in real}
    given_path = {"path_parameters": known} if known and mode is GenerationMode.POSITIVE else {}

    @bounded
    @given(case=operation.as_strategy(mode, **given_path))
    def asked(case: Case) -> None:
        sent = {"Authorization": f"Bearer {linde.secret}", "Accept-Encoding": "identity"}
        case.call_and_validate(headers=sent, checks=CHECKS)

    asked()


def test_every_problem_stands_in_the_document() -> None:
    for path, method in OPERATIONS:
        answers = DOCUMENT["paths"][path][method]["responses"]
        assert {"401", "403", "404", "409", "422", "429"} <= {str(status) for status in answers}


def test_the_document_is_open_to_all() -> None:
    answer = System().get("/openapi.json")
    assert answer.status == 200
    assert answer.body["info"]["title"] == "Rondstroom"
