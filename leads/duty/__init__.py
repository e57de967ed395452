"""Who is on duty when: shifts, swaps of them, and how a roster is proposed."""
