"""Made-up regions: organisations, places, staff and demand, drawn from a seed."""

from flexpool.planning.regions.generator.recipe import Recipe
from flexpool.planning.regions.generator.region import generate

__all__ = ["Recipe", "generate"]
