"""Rows of single workers, exactly and fast: what one may look like and cost, in compiled loops.

A row is a pattern of classes: kinds that are interchangeable in it, each in several places. Column
generation prices everybody at once in numpy; of a worker who reaches few of the places of a region
the row is found here in a tenth of a millisecond.
"""
