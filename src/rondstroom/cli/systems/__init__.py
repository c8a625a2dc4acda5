"""Commands about connected systems."""
