"""Texts and cells, one kind of value a file."""
