"""Turns files into entries and problems: a disposable child parses each file, a supervisor owns the child."""
