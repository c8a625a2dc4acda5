"""How much work filling shifts is for planners."""
