"""The board's desk: what the pool asks and gives, in figures and never by name."""
