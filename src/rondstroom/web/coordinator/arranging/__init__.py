"""What the organisations of a pool agreed, and what works councils answered."""
