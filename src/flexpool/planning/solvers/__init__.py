"""Solvers, a folder each. None leans on another; all propose to the same referee."""
