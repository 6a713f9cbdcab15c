"""Runs the command line as `python -m homework_audit`."""

from homework_audit.cli import main

if __name__ == "__main__":
    main()
