"""Turns a sheet into entries: `understanding` finds its tables, each of the `*_layout` modules knows one shape of table.

Nothing is imported here: the parent needs a few words of this package, the child all of it.
"""
