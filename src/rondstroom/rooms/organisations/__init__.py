"""Regions, organisations, locations, teams and pools; where a postcode lies."""
