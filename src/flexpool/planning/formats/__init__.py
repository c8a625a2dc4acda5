"""Readers and writers of planning problems."""

from flexpool.planning.formats.json_writing import as_json
from flexpool.planning.formats.lines import UnableToRead
from flexpool.planning.formats.reading import FORMATS, read_problem

__all__ = ["FORMATS", "UnableToRead", "as_json", "read_problem"]
