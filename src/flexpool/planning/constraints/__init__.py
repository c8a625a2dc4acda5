"""Every constraint, one family of likes per module; `registry` is the list."""
