"""A scheme that the house does not have: one file, its texts, a setting of its own. Nothing here is part of the bot."""
