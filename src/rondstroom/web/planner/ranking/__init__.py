"""How much each criterion counts in a pool, and what was proposed and decided for a shift."""
