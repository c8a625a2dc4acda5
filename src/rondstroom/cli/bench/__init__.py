"""`rondstroom bench`: planning measured on public problems, each answer judged again."""
