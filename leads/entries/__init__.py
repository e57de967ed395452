"""What the ledger says: a class for each kind of entry, and the one way in which they become JSON and come back."""
