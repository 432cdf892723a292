"""Code cells where they stand on a page, and what stands with their outputs."""
