"""Whole messages with what must be hidden of them, and how well masking does. The marks: see `tuned.txt`."""
