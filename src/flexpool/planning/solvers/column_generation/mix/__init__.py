"""The master program: which mix of columns gives everybody one roster and covers best."""
