"""The Mini App `/app`: the roster's month as a calendar, on a phone."""
