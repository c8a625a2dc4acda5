"""Finding a shift: the list, its filter, and what is not in it and why."""
