"""Making, changing, publishing and cancelling shifts."""
