"""Turns layered homework into the one layer that counts: layers are alternatives for different pupils, never added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal

from homework_audit.models.record import Record


def settle_layers(records: Iterable[Record], counts: Literal["largest", "smallest"]) -> None:
    """Of the layers of a class, day and subject one counts; the records of the others become `lower-layer`."""
    groups: dict[tuple[object, ...], dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        if record.entry.task.layer and record.outcome in ("counted", "rejected"):
            groups[record.school_class, record.day, record.entry.subject][record.entry.task.layer].append(record)
    for layers in groups.values():
        chosen = (max if counts == "largest" else min)(layers, key=lambda layer: _size(layers[layer]))
        for layer, found in layers.items():
            if layer != chosen:
                for record in found:
                    record.outcome = "lower-layer"


def _size(records: list[Record]) -> tuple[bool, object, object]:
    high = sum(record.high or 0 for record in records)
    return any(record.high is None for record in records), high, sum(record.low for record in records)
