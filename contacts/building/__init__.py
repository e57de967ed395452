"""Makes the data files of `contacts/data/` anew from newer sources: `python -m contacts.building`."""
