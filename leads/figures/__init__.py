"""What came of the leads: each figure of a report, how sure it is, and what another share-out would have brought."""
