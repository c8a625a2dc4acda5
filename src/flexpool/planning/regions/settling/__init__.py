"""Settles a zone of a region: rows at the price others give way for, days put right in between.

What `row_descent` does for hard rules this does for everything that one row can cost: a row is a
pattern of classes (kinds that are interchangeable in a row), and where somebody of a class works
on a day is settled with all others.
"""
