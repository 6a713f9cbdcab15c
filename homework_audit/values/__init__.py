"""Turns one cell's text into what it means: minutes, dates, classes, subjects, kinds. Pure functions, no file access."""
