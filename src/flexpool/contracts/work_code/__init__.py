"""The work code: what employers agreed for everybody, whatever the form of contract.

It is policy, not law: it blocks nothing, and says what was agreed, what is, and what to do.
"""
