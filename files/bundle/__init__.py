"""What a stranger gets to check the past without this program: the ledger as text, and a check in one file."""
