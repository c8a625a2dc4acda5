"""Questions about a shift, of mine and for my team."""
