"""Who did the work: own people, the pool, agencies and self-employed people, and what it cost."""
