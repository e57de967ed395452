"""What people bring and take as files: the office file, tables of past leads."""
