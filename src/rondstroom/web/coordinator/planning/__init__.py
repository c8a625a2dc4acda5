"""Planning from availability over all organisations of a pool; each of them decides on its part."""
