"""The desk: one use case for everything that people can do.

A use case opens one transaction, lets the pure rules decide, writes the lead, the offer, the ledger entries
and the cards that are out of date now, and commits. Nothing is sent from here.
"""
