"""Rollups, samples and verification."""
