"""Sentences: numbers, names of the API, terms, pictures, open points."""
