"""The office set up and changed in the chat."""
