"""The parts of JSON Schema that SETU uses, to hold messages against the stored schemas."""

from __future__ import annotations

from datetime import date
from typing import Any

PLAIN = {"string": str, "number": int | float, "boolean": bool, "array": list, "object": dict}


def faults(told: Any, schema: dict[str, Any], path: str = "$") -> list[str]:
    """Give where a message breaks the parts of JSON Schema that SETU uses."""
    kind = schema.get("type", "object")
    if not isinstance(told, PLAIN[kind]):
        return [f"{path} is no {kind}"]
    if "enum" in schema and told not in schema["enum"]:
        return [f"{path} cannot be {told}"]
    if kind == "array":
        count = [f"{path} holds {len(told)}"] if len(told) > schema.get("maxItems", 1_000) else []
        return count + [f for one in told for f in faults(one, schema["items"], f"{path}[]")]
    if kind != "object":
        return [] if schema.get("format") != "date" or date.fromisoformat(told) else [path]
    known = schema.get("properties", {})
    found = [f"{path}.{name} is missing" for name in schema.get("required", []) if name not in told]
    found += [f"{path}.{name} is not known" for name in told if name not in known]
    inside = [(name, one) for name, one in told.items() if name in known]
    return found + [f for name, one in inside for f in faults(one, known[name], f"{path}.{name}")]
