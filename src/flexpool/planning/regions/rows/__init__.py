"""Rows of single workers in a region: where somebody may work, and what each answers to prices.

A row is a pattern of classes: kinds that are interchangeable in it, each in several places. Column
generation looks through all places of a class; here only those that a worker reaches are.
"""
