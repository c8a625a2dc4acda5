"""The picture of the region: what is open and filled, by day, function, organisation, place."""
