"""A page as its author wrote it: read once into plain data, then run."""
