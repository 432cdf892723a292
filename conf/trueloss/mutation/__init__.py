"""Mistakes made on purpose, to see whether the checks notice."""
