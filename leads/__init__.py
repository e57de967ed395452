"""The rules: who gets a lead, when, why, and what it costs them.

Pure Python, standard library only. Nothing here reads a clock, draws a random number or does I/O: times,
seeds and identities come in as arguments, decisions go out as values. All datetimes are aware; a naive one
is a programming error.
"""
