"""Files in and out: first looked at, then brought in, and everything can leave again."""
