"""Swapping a shift and handing it over, at the side of workers."""
