"""Who gets no allowance for irregular hours, and up to which hourly wage it counts."""

from __future__ import annotations

from datetime import date

from flexpool.parameters import Value, all_figures
from flexpool.text import Text


def above_group_limit(cao: str, function_group: int | None, day: date) -> Text | None:
    """Say that a cao gives no allowance in a function group; None when it does or is not told."""
    limit = _figure(f"{cao}_scale_max", day)
    if limit is None or function_group is None or function_group <= limit.value:
        return None
    return Text(
        f"Boven FWG {limit.value} geeft deze cao geen toeslag voor onregelmatige uren.",
        f"Above FWG {limit.value} this cao gives no allowance for irregular hours.",
    )


def wage_cap(cao: str, day: date) -> Text | None:
    """Say up to which hourly wage a cao counts; None when it has no such limit."""
    cap = _figure(f"{cao}_wage_cap", day)
    if cap is None:
        return None
    scale, step = cap.value
    return Text(
        f"Deze cao telt het uurloon mee tot schaal {scale}, trede {step}; geef dat uurloon op.",
        f"This cao counts the hourly wage up to scale {scale}, step {step}; give that wage.",
    )


def _figure(name: str, day: date) -> Value | None:
    figure = all_figures().get(f"pay.ort.{name}")
    return figure.on(day) if figure else None
