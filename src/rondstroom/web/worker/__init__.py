"""The desk of the worker, phone first."""
