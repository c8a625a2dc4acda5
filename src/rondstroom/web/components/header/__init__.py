"""What the header is made of."""
