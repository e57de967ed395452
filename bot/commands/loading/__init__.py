"""`office load` and `diff`: what a file would change in the stored office, said before it is done."""
