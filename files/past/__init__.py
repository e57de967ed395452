"""`import`: past leads with what came of them, out of a CSV file."""
