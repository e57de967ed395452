"""Two settings that the house does not have: `tea_after` of the office, `biscuits` of a segment's policy."""
