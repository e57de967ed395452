"""Charts as PNG. They are drawn with matplotlib, which is slow to import: only `drawing` is cheap to import."""
