"""Self-rostering at the side of workers: wish, and see the cover fill."""
