# Outgoing: addresses which the office tells of its leads.

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
