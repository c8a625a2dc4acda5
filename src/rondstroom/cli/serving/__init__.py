"""Serving the platform on one machine: its address, its static files, its processes."""
