"""The same rules over recorded events, in virtual time, in memory, without Telegram."""
