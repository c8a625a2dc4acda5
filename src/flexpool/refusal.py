"""Why something cannot be worked out, in the two languages of the house."""

from __future__ import annotations

from flexpool.text import Text


class Refusal(Exception):
    """Why there is no answer; its own text is the English one.

    Parameters
    ----------
    told
        The reason in both languages.
    """

    def __init__(self, told: Text) -> None:
        super().__init__(told.en)
        self.told = told


class Impossible(Refusal, ValueError):
    """A field holds what cannot be; the text begins with the name of the field.

    Parameters
    ----------
    field
        Name of the field, or of the fields that do not go together.
    nl, en
        What is wrong with it, in Dutch and in English.

    Examples
    --------
    >>> str(Impossible("hours", "te veel", "too many").named("care.1.hours"))
    'care.1.hours: too many'
    """

    def __init__(self, field: str, nl: str, en: str) -> None:
        super().__init__(Text(f"{field}: {nl}", f"{field}: {en}"))
        self.field, self.why = field, Text(nl, en)

    def named(self, field: str) -> Impossible:
        """Give the same reason under another name of the field."""
        return Impossible(field, self.why.nl, self.why.en)


def reason(error: BaseException) -> Text:
    """Give why an error came about in both languages, when it knows; else its text for both."""
    return error.told if isinstance(error, Refusal) else Text(str(error), str(error))
