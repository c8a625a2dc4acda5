"""The command line `rondstroom`."""
