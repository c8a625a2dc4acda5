"""Settings by concern; `everywhere` joins them, the other three say where we run."""
