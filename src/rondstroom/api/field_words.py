"""What is wrong with a field, in the language that was asked: pydantic knows English only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_MOMENT = gettext_lazy("Dit moet een moment zijn met een verschil met UTC: 2026-12-01T07:00+01:00.")
_DAY = gettext_lazy("Dit moet een dag zijn: 2026-12-01.")
_NUMBER = gettext_lazy("Dit moet een geheel getal zijn.")
_TEXT = gettext_lazy("Dit moet tekst zijn.")
_CHOICE = gettext_lazy("Kies uit: %(expected)s.")
_LONG = gettext_lazy("Dit mag ten hoogste %(max_length)s lang zijn.")

WORDS: dict[str, str | Promise] = {
    "missing": gettext_lazy("Dit veld moet erin staan."),
    "extra_forbidden": gettext_lazy("Dit veld kennen we hier niet."),
    "string_type": _TEXT,
    "string_unicode": _TEXT,
    "string_too_long": _LONG,
    "too_long": _LONG,
    "string_too_short": gettext_lazy("Dit moet ten minste %(min_length)s lang zijn."),
    "greater_than_equal": gettext_lazy("Dit moet %(ge)s of meer zijn."),
    "less_than_equal": gettext_lazy("Dit mag ten hoogste %(le)s zijn."),
    "literal_error": _CHOICE,
    "enum": _CHOICE,
    "list_type": gettext_lazy("Dit moet een lijst zijn."),
    "dict_type": gettext_lazy("Dit moet een object zijn, tussen accolades."),
    "model_type": gettext_lazy("Dit moet een object zijn, tussen accolades."),
    "model_attributes_type": gettext_lazy("Dit moet een object zijn, tussen accolades."),
    "timezone_aware": _MOMENT,
}
"""By pydantic's name of a kind of error; those of one family stand in `FAMILIES`."""
FAMILIES: tuple[tuple[str, str | Promise], ...] = (
    ("int_", _NUMBER),
    ("datetime_", _MOMENT),
    ("date_", _DAY),
)


def told(error: Mapping[str, Any]) -> str:
    """Say one error of pydantic; what is not known here is given in its own English words."""
    kind, context = str(error["type"]), dict(error.get("ctx") or {})
    if kind == "value_error":
        return str(context.get("error", error["msg"]))
    family = next((words for begin, words in FAMILIES if kind.startswith(begin)), None)
    words = WORDS.get(kind, family)
    if words is None:
        return _("Dit klopt niet: %(why)s") % {"why": error["msg"]}
    if "expected" in context:
        context["expected"] = str(context["expected"]).replace(" or ", ", ").replace("'", "")
    return str(words) % context
