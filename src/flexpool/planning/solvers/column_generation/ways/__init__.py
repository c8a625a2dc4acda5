"""Other ways to divide the time of column generation, each a solver of its own."""
