"""Writes the pages of the reference from the models and rules: `make docs`."""
