"""The roster of one team in a week or month: grid, list and print."""
