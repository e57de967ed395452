"""A strict stand-in for Telegram's Bot API, in memory: for the demo office and for the tests."""
