"""What the OpenAPI document says beside what ninja reads from the types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rondstroom.api.problems import CONTENT_TYPE, KINDS
from rondstroom.api.repeating import HEADER

PROBLEM: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "code", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string", "enum": list(KINDS)},
        "detail": {"type": "string"},
        "refusal": {"type": "string"},
        "reason_code": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"field": {"type": "string"}, "message": {"type": "string"}},
            },
        },
    },
}
_ALWAYS = (400, 401, 403, 404, 409, 422, 429, 503)
_METHODS = {"get", "post", "put", "patch", "delete"}


def finished(document: dict[str, Any]) -> dict[str, Any]:
    """Add every problem to every operation, and the idempotency key to those that write."""
    document.setdefault("components", {}).setdefault("schemas", {})["Problem"] = PROBLEM
    for method, operation in _operations(document):
        for status in _ALWAYS:
            operation["responses"][status] = _problem(status)
        if method != "get":
            operation.setdefault("parameters", []).append(
                {
                    "in": "header",
                    "name": HEADER,
                    "required": False,
                    "description": "The same key with the same question gives the same answer.",
                    "schema": {"type": "string", "pattern": "^[!-~]{1,80}$"},
                }
            )
    return document


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in document["paths"].values():
        for method, operation in path.items():
            if method in _METHODS:
                yield method, operation


def _problem(status: int) -> dict[str, Any]:
    codes = ", ".join(code for code, kind in KINDS.items() if kind.status == status)
    where = {"$ref": "#/components/schemas/Problem"}
    return {"description": codes, "content": {CONTENT_TYPE: {"schema": where}}}
