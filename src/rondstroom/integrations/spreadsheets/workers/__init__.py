"""Workers from a file into people and skills."""
