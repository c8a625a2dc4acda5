"""The page of columns in the docs is what the tables of headings say."""

from __future__ import annotations

import re

from integrations.spreadsheets.reference_page import PAGE, page
from rondstroom.cli.imports import Kind

HOW_TO = PAGE.parents[1] / "how-to" / "import-a-file.md"


def test_the_page_is_fresh() -> None:
    """Renew it with: ./run python tests/integrations/spreadsheets/reference_page.py"""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_the_guide_names_kinds_and_links_that_are_there() -> None:
    text = HOW_TO.read_text(encoding="utf-8")
    for kind in Kind:
        assert f"rondstroom import {kind.value}" in text
    for link in re.findall(r"\]\(([^)#]+)\)", text):
        assert (HOW_TO.parent / link).exists(), link
