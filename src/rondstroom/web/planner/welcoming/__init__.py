"""A place where people feel at home: what it tells, what is shown there, who comes new."""
