"""The office as it is set up in the chat: panes that are opened on one card, what is typed there, what it changes."""
