"""The dynamic program as compiled loops: the cheapest rows of one worker at given prices, exactly.

One worker at a time: the tables of a day then stay in the processor's cache.
"""
