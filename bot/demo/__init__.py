"""The demo office: the real bot, a stand-in for Telegram, and everybody's phone side by side in a browser."""
