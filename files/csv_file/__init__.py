"""CSV files that people write: their rows, and the values in them, read strictly."""
