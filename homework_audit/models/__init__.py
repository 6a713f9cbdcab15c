"""The data that the stages hand on, each frozen: sheet → reading → record → class-day, finding, report.

The modules stand apart because the child process that parses files imports the first two only and must start quickly.
"""
