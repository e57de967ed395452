"""What was found: each figure with its unit, in how many rounds, and how far these lay apart."""

from __future__ import annotations

import os
import platform
import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

MODEL = re.compile(r"^model name\s*:\s*(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` is the median of the rounds; `spread` the least and the most."""

    value: float
    unit: str
    rounds: int
    spread: tuple[float, float]
    note: str = ""

    def as_json(self) -> dict[str, Any]:
        low, high = self.spread
        about = {"note": self.note} if self.note else {}
        shown = {"value": _short(self.value), "unit": self.unit, "rounds": self.rounds}
        return shown | {"spread": [_short(low), _short(high)]} | about


@dataclass(slots=True)
class Figures:
    """`told` hears of each as soon as it is known. `prefix` begins the names of what is added from now on."""

    told: Callable[[str, Figure], None] = lambda _name, _figure: None
    found: dict[str, Figure] = field(default_factory=dict)
    prefix: str = ""

    def add(self, name: str, unit: str, samples: Sequence[float], note: str = "") -> None:
        """One sample a round; none is no figure."""
        if not samples:
            return
        spread = (min(samples), max(samples))
        figure = self.found[self.prefix + name] = Figure(median(samples), unit, len(samples), spread, note)
        self.told(self.prefix + name, figure)

    def pair(self, name: str, unit: str, ours: Sequence[float], bare: Sequence[float]) -> None:
        """Ours, the bare bot's, and the bare one's as a part of ours, round by round: 1 is as cheap as bare."""
        self.add(f"{name}_{unit}", unit, ours)
        self.add(f"bare_{name}_{unit}", unit, bare)
        ratios = [his / mine for mine, his in zip(ours, bare, strict=True) if mine]
        self.add(f"{name}_ratio", "bare/ours", ratios)

    def as_json(self) -> dict[str, Any]:
        return {name: figure.as_json() for name, figure in self.found.items()}


def machine() -> Mapping[str, Any]:
    """What the figures depend on; nothing that says whose machine it is."""
    cpus = Path("/proc/cpuinfo")
    model = MODEL.search(cpus.read_text()) if cpus.exists() else None
    return {
        "cores": os.cpu_count(),
        "processor": model[1] if model else platform.machine(),
        "system": platform.system(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
    }


def percentile(samples: Sequence[float], part: float) -> float:
    """The sample below which this part (0 to 1) of them lies, by the nearest rank."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def _short(value: float) -> float:
    """Four figures are more than any of them deserves."""
    return float(f"{value:.4g}")
