"""Questions of workers about shifts, answered in the thread."""
