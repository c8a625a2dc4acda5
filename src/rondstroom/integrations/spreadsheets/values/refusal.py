"""The one way in which a reader refuses."""


class BadValue(ValueError):
    """A cell does not hold what its column asks for; the text says why, in Dutch."""

    @property
    def why(self) -> str:
        """The reason, as shown beside the value."""
        return str(self)
