"""What the buttons carry: the action and a lead's id, never anything about a person. At most 64 bytes each.

One file a subject; whoever makes a button or reads one imports it from there.
"""
