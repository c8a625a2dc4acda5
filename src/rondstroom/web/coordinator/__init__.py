"""The regional desk: the coordinator of the region, who sees figures of all and plans for all."""
