"""The page of constraints in the docs is what the registry and the tables say."""

from spec.planning.reference_page import PAGE, page


def test_the_page_is_fresh() -> None:
    """Renew it with: ./run python tests/spec/planning/reference_page.py"""
    assert PAGE.read_text(encoding="utf-8") == page()
