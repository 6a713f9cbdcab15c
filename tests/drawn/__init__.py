"""Sheets drawn by hand in the manner of many schools, most of them by people who knew nothing of the program, with their truth."""
