"""Hours a year: with whom they were agreed, and where they stand."""
