"""Readers of one cell each; they refuse with a reason for people, and never crash."""
