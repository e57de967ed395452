"""Figures of the running program for Prometheus: `/metrics` (docs/metrics.md). Nobody is named in them."""
