# The history of the office.

changes-title = <b>History of changes</b>
changes-none = Nothing was changed yet
changes-head = 🕰 { $head }
changes-more = <i>And { $count } more: open it below</i>
changes-by-file = the office file
change-of = { $name } · { $what }
change-is = { $what }: { $before } → { $after }
change-in = { $what }: { $words }
change-other-order = another order
change-order-people = Order of people
change-order-segments = Order of segments
change-order-sources = Order of sources
change-came-people = + Person: { $what }
change-went-people = − Person: { $what }
change-came-segments = + Segment: { $what }
change-went-segments = − Segment: { $what }
change-came-sources = + Source: { $what }
change-went-sources = − Source: { $what }
change-came-shifts = + Shift: { $what }
change-went-shifts = − Shift: { $what }
change-is-old = It was changed again since: it cannot be put back.
button-take-back-change = ↩️ Put it back

# What is no setting: people, segments, sources and shifts, as their pages call it.

field-office-holidays = Holidays
field-people-name = Name
field-people-telegram_id = Telegram account
field-people-roles = Roles
field-people-weight = Weight
field-people-capacity = Limit
field-people-locale = Language
field-people-hours = Hours
field-people-rota = Shifts
field-segments-name = Name
field-segments-match = Which leads
field-segments-members = People
field-segments-heads = Heads
field-sources-name = Name
field-sources-kind = Kind
field-sources-segment = Segment
field-sources-secret_env = Where the secret is
field-sources-straight_on = Hand over at once
field-sources-phone_field = The form’s name for the phone
field-sources-name_field = The form’s name for the name
field-sources-extensions = Extensions
value-as-office = as in the office
value-no-capacity = no limit
value-nobody = nobody
value-by-rules = by the rules
shift-kind-add = one more on duty
shift-kind-remove = not on duty
shift-kind-replace = instead of all
shift-kind-instead = instead of { $name }
