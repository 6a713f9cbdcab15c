"""Turns judged class-days, records and causes into findings, and holds the office's waivers against them."""

from homework_audit.judging.finding import Findings, find, find_waivers, fingerprint_of, order_of
from homework_audit.judging.waiving import says_unused, waived_on, waiver_of

__all__ = ["Findings", "find", "find_waivers", "fingerprint_of", "order_of", "says_unused", "waived_on", "waiver_of"]
