"""The page of figures in the docs is what the dated files say, and the files hold exact values."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

import pytest

from architecture.source import REPOSITORY, short, source_files, tree
from flexpool.parameters import Figure, all_figures
from spec.pay.figures_page import AREA, PAGE, page

PAY = REPOSITORY / "src" / "flexpool" / "pay"
FIGURES = [figure for name, figure in all_figures().items() if name.startswith(f"{AREA}.")]


def test_the_page_is_fresh() -> None:
    """Renew it with: ./run python tests/spec/pay/figures_page.py"""
    assert PAGE.read_text(encoding="utf-8") == page()


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        for part in value:
            yield from _parts(part)
    else:
        yield value


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_no_figure_of_pay_is_a_float(figure: Figure) -> None:
    for value in figure.values:
        assert not any(isinstance(part, float) for part in _parts(value.value))


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_the_last_known_period_of_a_figure_has_an_end(figure: Figure) -> None:
    assert figure.values[-1].valid_until is not None


def test_the_code_of_pay_holds_no_rate() -> None:
    """A rate is never a whole number: a decimal one in the code would be law without a source."""
    code = [path for path in source_files() if path.is_relative_to(PAY)]
    assert len(code) > 40, "pay has moved; look for it"
    found = {
        f"{short(path)}:{node.lineno}": node.value
        for path in code
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    }
    assert not found
