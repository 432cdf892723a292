"""Flip cards and decks of them."""
