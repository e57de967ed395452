"""What if: the office's own last weeks under other schemes."""
