"""The course as a whole: its map, its modes, a reader's progress, its evidence."""
