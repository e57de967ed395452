"""The panes of /office."""
