"""Draws the pictures of the documents from real runs on the sample sheets: `make pictures`."""
