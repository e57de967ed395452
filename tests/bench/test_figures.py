"""Figures are medians that tell how far the rounds lay apart."""

from __future__ import annotations

import json
import platform

from bench.cost.figures import Figures, machine, percentile


def test_a_figure_is_the_median_and_tells_the_least_and_the_most() -> None:
    figures = Figures()
    figures.add("lead_cpu_ms", "ms", [30.0, 10.0, 20.0])
    assert figures.as_json() == {
        "lead_cpu_ms": {"value": 20.0, "unit": "ms", "rounds": 3, "spread": [10.0, 30.0]}
    }


def test_the_ratio_is_taken_round_by_round() -> None:
    figures = Figures(prefix="postgresql_")
    figures.pair("lead_cpu", "ms", [100.0, 200.0, 100.0], [50.0, 100.0, 25.0])
    assert figures.found["postgresql_lead_cpu_ratio"].value == 0.5
    assert figures.found["postgresql_bare_lead_cpu_ms"].value == 50.0


def test_no_round_is_no_figure() -> None:
    figures = Figures()
    figures.add("lead_cpu_ms", "ms", [])
    assert figures.as_json() == {}


def test_a_percentile_is_one_of_the_samples() -> None:
    assert percentile(range(1, 101), 0.5) == 51
    assert percentile(range(1, 101), 0.95) == 96
    assert percentile([7.0], 0.95) == 7.0


def test_the_machine_is_described_without_its_name() -> None:
    about = machine()
    assert set(about) == {"cores", "processor", "system", "python", "sqlite"}
    assert platform.node() not in json.dumps(about)
