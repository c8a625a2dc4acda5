"""The rooms of the platform: each owns one part of the work, all with the same drawers."""
