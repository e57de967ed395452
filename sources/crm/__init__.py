"""The office's CRM: how each of them is spoken to, and the worker that keeps it up to date."""
