"""Other ways to use rows and their prices, each a solver of its own."""
