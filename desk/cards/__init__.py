"""What each kind of card shows. What else is to be known of a kind: `storage/kinds.py`."""
