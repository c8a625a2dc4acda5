"""Workers: employment, home area, willingness, availability, declared work elsewhere."""
