# Outgoing: addresses which the office tells of its leads.

notice-hook-failing = { $host } has not taken the events of leads for an hour. I go on trying; what and why is in /office, “Outgoing”.
notice-hook-gone = { $host } has answered that it is there no more (410). I have switched it off; switch it on again in /office, “Outgoing”.

event-all = everything
event-handed = Handed over
event-offered = Offered
event-claimed = Claimed
event-declined = Declined
event-lapsed = Not answered
event-returned = Given back
event-reassigned = Given to another
event-progress = Mark
event-closed = Closed
event-reopened = Reopened

change-order-hooks = Order of addresses
change-came-hooks = + Outgoing: { $what }
change-went-hooks = − Outgoing: { $what }
field-hooks-url = Address
field-hooks-secret_env = Where the secret is
field-hooks-events = Of what
field-hooks-personal = With the client’s data
field-hooks-private = Own network
