"""Writes an explanation as a text that can stand in a table of cases."""

from __future__ import annotations

from flexpool.pay.explanation import Line


def told(line: Line, language: str) -> str:
    """Write each line: what, amount in cents, formula, rounding and the figures of this step."""
    return "\n".join(_row(part, language) for part in line.walk())


def _row(line: Line, language: str) -> str:
    texts = [text.in_language(language) if text else "" for text in (line.formula, line.rounding)]
    figures = " ".join(figure.name.removeprefix("pay.") for figure in line.figures)
    cells = [line.key, line.what.in_language(language), str(line.amount), *texts, figures]
    return " | ".join(cells).rstrip(" |")
