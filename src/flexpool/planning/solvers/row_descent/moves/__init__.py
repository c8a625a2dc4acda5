"""Chains of moves on one day, all other days staying as they are."""
