"""Turns judged class-days, records and causes into findings, and holds the office's waivers against them."""

from homework_audit.judging.finding import Findings, find

__all__ = ["Findings", "find"]
