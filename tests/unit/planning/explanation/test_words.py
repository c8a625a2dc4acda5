"""Every constraint has a few words in both languages."""

from flexpool.planning.constraints import registry
from flexpool.planning.explanation import words_for
from flexpool.planning.explanation.words import BUSY, WORDS, listed


def test_every_constraint_has_its_words() -> None:
    """A constraint without words would show its id to people: add it to `WORDS`."""
    assert {constraint.id for constraint in registry.CONSTRAINTS} <= WORDS.keys()


def test_words_are_short_and_in_two_languages() -> None:
    """They stand behind a number in a list."""
    for words in WORDS.values():
        assert words.nl
        assert words.en
        assert words.nl != words.en
        assert len(words.nl) <= 45


def test_an_unknown_id_stands_for_itself() -> None:
    """Nothing breaks on a constraint that somebody added elsewhere."""
    assert words_for("mine.own").nl == "mine.own"


def test_counts_are_listed_the_most_first() -> None:
    """As many people as each thing keeps off."""
    counts = {"placement.travel": 3, BUSY: 12}
    assert listed(counts, "nl") == "12 werkt die dag al, 3 reist te ver"
    assert listed(counts, "en") == "12 works already that day, 3 travels too far"
