"""A scheme that the house does not have: one file, and its texts. Nothing here is part of the bot."""
