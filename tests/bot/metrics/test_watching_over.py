"""What ships for Grafana and Prometheus asks for figures that there are, by labels that they have."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry
from prometheus_client.core import Metric

from bot.clock import SystemClock
from bot.metrics.counting import Counting
from bot.metrics.standing import Running, families
from bot.watchdog.rule import Measured
from leads.lead import Outcome, State
from storage.database import Begun
from storage.gauges import Gauges

DEPLOY = Path(__file__).parents[3] / "deploy"
NOW = SystemClock().now()
ENDINGS = ("", "_total", "_bucket", "_sum", "_count")
STATES = {*State, *Outcome, "stored", "unread"}


def expressions() -> Iterator[str]:
    dashboard = json.loads((DEPLOY / "grafana.json").read_text("utf-8"))
    for panel in dashboard["panels"]:
        yield from (target["expr"] for target in panel.get("targets", []))
    rules = (DEPLOY / "alerts.yml").read_text("utf-8")
    yield from re.findall(r"expr: (?:\|\n)?((?:.+\n)+?)(?= +(?:for|labels):)", rules)


def labels_of() -> dict[str, set[str]]:
    """Every figure that there is, with the labels that it has."""
    counting = Counting(SystemClock())
    counting.source("site", "form", 200)
    counting.delivery("hook", "200")
    measured = Measured(NOW, None, None, 0.0, None, 0)
    stored = Gauges(
        {("won", "all"): 1}, {"offered": NOW}, 0, None, 0, {("site", "read"): 1}, {("hook",): 1}, 7
    )
    standing = families(stored, Running(Begun(), 0.0, measured, frozenset()), NOW)
    found: dict[str, set[str]] = {}
    for family in (*standing, *_collected(counting.registry)):
        for ending in ENDINGS:
            found[f"{family.name}{ending}"] = _labels(family)
    return found


def _collected(registry: CollectorRegistry) -> Iterator[Metric]:
    yield from registry.collect()


def _labels(family: Metric) -> set[str]:
    its = {label for sample in family.samples for label in sample.labels}
    return its | {"le"} | (LABELLED_WHEN_COUNTED.get(family.name) or set())


LABELLED_WHEN_COUNTED = {
    "fairlead_lead_events": {"event", "segment"},
    "fairlead_telegram_requests": {"method", "result"},
    "fairlead_time_to_claim_seconds": {"segment"},
    "fairlead_time_to_first_contact_seconds": {"segment"},
}
"""These have no sample before something has happened."""


@pytest.mark.parametrize("expression", sorted(set(expressions())))
def test_it_asks_for_what_there_is(expression: str) -> None:
    known = labels_of()
    asked = re.findall(r"\b(fairlead_\w+)(\{[^}]*\})?", expression)
    ours = [name for name, _ in asked]
    assert ours or "up{" in expression or "process_" in expression
    for name, chosen in asked:
        assert name in known, f"there is no {name}"
        assert set(re.findall(r"(\w+)(?:=~|!~|!=|=)", chosen)) <= known[name]
    for by in re.findall(r"by \(([^)]*)\)", expression):
        every = set().union(*(known[name] for name in ours))
        assert {label.strip() for label in by.split(",")} <= every


def test_states_that_are_asked_for_are_states() -> None:
    asked = {
        state
        for expression in expressions()
        for states in re.findall(r'state(?:=~|!~|=)"([^"]*)"', expression)
        for state in states.split("|")
    }
    assert asked <= {*map(str, STATES), "waits"}


def test_every_panel_has_a_place_and_says_what_it_shows() -> None:
    panels = json.loads((DEPLOY / "grafana.json").read_text("utf-8"))["panels"]
    shown = [panel for panel in panels if panel["type"] != "row"]
    assert all(panel["title"] and panel["description"] for panel in shown)
    places = {(p["gridPos"]["x"], p["gridPos"]["y"]) for p in shown}
    assert len(places) == len(shown) > 12
