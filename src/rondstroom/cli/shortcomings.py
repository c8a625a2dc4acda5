"""Why a command cannot do what was asked, in words for people."""

from __future__ import annotations


class UnableToRun(Exception):
    """The text says what is wrong and what to do now; the command line shows only that."""

    exit_code = 2
