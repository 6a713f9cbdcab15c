"""Tests of the account of how a file was understood."""
