"""Assignments, roster periods and planning runs: who works which shift."""
