"""The doors for machines: what forms, advertisements and telephone exchanges send (docs/sources.md)."""
