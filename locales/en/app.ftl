# The Mini App: the roster's month as a calendar

app-title = Duty
app-add = Add a shift
app-anyway = Do it anyway
app-back = Back
app-basis-dated = this day only
app-basis-roster = by the approved roster
app-basis-swap = by a swap
app-basis-weekly = every week
app-cancel = Never mind
app-changed = The roster has changed
app-changed-by = Changing the roster:
app-close = Close
app-day = Day
app-empty = No shifts this month. Tap a day to add the first one.
app-from = From
app-hint = Tap a day to add a shift. Hold a shift to drag it to another day or person.
app-instead-of = instead of
app-lost = No connection. Try again.
app-move = Move
app-next = Next month
app-no-segments = Nobody is on duty by a roster here yet.
app-person = Who
app-previous = Previous month
app-read-only = The head may change the roster.
app-remove = Remove the shift
app-saved = Saved
app-segment = Segment
app-shift = Shift
app-stranger = Open the calendar again from the chat with the bot.
app-to = To
app-today = Today
app-week-again = As in the week before
app-week-again-of = The week becomes the same as the one before.
app-week-sure = Repeat the week
app-every-week = Every week
app-free = does not work by their own hours
app-leave = on leave
app-remove-weekly = Remove from every week

button-calendar = 📅 Calendar of shifts

notice-told-shift = 📅 { $name }: you have a new shift, { $duty }.
notice-told-no-shift = 📅 { $name }: the shift { $duty } is not yours any more.
notice-told-shifts = 📅 { $name }: your shifts are others now. See /roster
