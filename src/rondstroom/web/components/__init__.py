"""Building blocks of every screen: frame, tokens, cards, badges; shown in the gallery."""
