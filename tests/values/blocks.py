"""Turns a block of texts that are parted by bars into a list: tables of many short texts stay readable."""

from __future__ import annotations


def split(block: str) -> list[str]:
    return [text for line in block.strip().splitlines() for text in line.strip().split("|")]
