"""Charts: what the value of a cell becomes, so that readers see a run and move through it."""
