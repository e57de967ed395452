# Duty in /office: a week, a day, a shift and its change.

button-duties = 🗓 Duty
button-change-shifts = ✏️ Change shifts
duties-title = 🗓 <b>Duty</b>
duties-about = <i>Tap a segment to see its week and change shifts.</i>
duties-unused = <i>{ $others ->
    [yes] The others here
   *[no] These segments
 } share without duty.</i>
office-duty = <b>On duty</b>
roster-now-later = { $line } · later { $later }
roster-today = <i>On duty</i> · { $line }

duty-week-title = 🗓 <b>{ $segment }</b> · { $week }
duty-week-about = <i>Tap a day to change its shifts.</i>
duty-week-caption = 🗓 { $segment }: { $week }
button-week-before = ◀️ Earlier
button-week-behind = Later ▶️
button-week-again = 🔁 Same as last week

duty-day-title = 🗓 <b>{ $day }</b> · { $segment }
duty-day-about = <i>Tap a shift to change it.</i>
button-add-shift = ➕ Add a shift

shift-title = <b>{ $name }</b> · { $segment }
shift-runs = The shift is running: whatever you change counts from this minute.
shift-basis = Where it comes from: { $basis }
shift-instead = 🔄 instead of { $name }
shift-sought = 🔄 somebody is looked for, nobody has taken it yet
button-shift-give = 👤 Give to somebody else
button-shift-seek = 🔄 Look for a swap
button-shift-unseek = Stop looking for a swap
button-shift-hours = 🕘 Other hours
button-shift-move = 📅 To another day
button-shift-remove = 🗑 Remove the shift

plan-add-title = ➕ <b>A new shift</b> · { $segment }
plan-give-title = 👤 <b>Give the shift away</b> · { $segment }
plan-move-title = 📅 <b>To another day</b> · { $segment }
plan-hours-title = 🕘 <b>Other hours</b> · { $segment }
plan-remove-title = 🗑 <b>Remove the shift</b> · { $segment }
plan-week-title = 🔁 <b>Same as last week</b> · { $segment }
plan-shift = Now: { $duty } · { $name }
plan-when = When: { $duty }
plan-who = Who: { $name }
plan-need-day = On which day? Tap or type: “tomorrow”, “24.11”.
plan-need-hours = From when to when? Tap or type: “9-14”.
plan-need-who = Who is on duty? Tap the name or type it.
plan-sure = Do it anyway?
plan-remove-sure = Remove this shift?
plan-week-sure = Repeat the week?
plan-week-about = The week will be the same as the one before:
plan-week-same = The week is the same as the one before already.
plan-gained = ➕ { $duty } · { $name }
plan-lost = ➖ { $duty } · { $name }
plan-more = … and { $count } more
plan-unread = 🤔 That is neither a day, nor hours, nor a name from the segment.
plan-refused = 🚫 { $why }
choice = { $words }
choice-doubted = ⚠️ { $words }
choice-refused = 🚫 { $words }
button-plan-anyway = ⚠️ Do it anyway
button-plan-remove = 🗑 Yes, remove
button-plan-week = 🔁 Yes, repeat
button-plan-no = No, leave it

doubt-gap = ⚠️ Nobody: { $duty }
doubt-elsewhere = ⚠️ { $name }: on duty in another segment then, too, { $segment } ({ $duty })
doubt-leave = ⚠️ { $name }: on leave, and the shift is { $duty }
doubt-off-hours = ⚠️ { $name }: not in their own working hours, { $duty }

swap-by = Looked for by { $name }
done-duty-changed = Done. Those whom it concerns are told
done-swap-stopped = Nobody is looked for, the shift stays as it was
refusal-duty_runs = The shift is running: only its end can be changed, and not to before this minute
notice-told-swap-follows = 🔄 { $name }: your shift is { $duty } now, and a swap is looked for for that one.
notice-told-swap-back = 🔄 { $name }: the shift { $duty } is not yours any more, no swap is looked for.

# One's own calendar: a private address of one's duty.

button-feed = 📲 Into my phone's calendar
feed-title = 📲 <b>Your duty in your phone's calendar</b>
feed-about = The link opens it in the calendar of Google, Apple or Yandex, and it follows the roster by itself. Whoever knows the link sees your shifts: no clients and no names are there. It can be revoked at any time.
feed-address = <code>{ $address }</code>
feed-how = Copy the link and add it to your calendar “by URL” (“subscribe to a calendar”). Pass it on to nobody: a new link puts an end to the old one.
button-feed-make = Make a link
button-feed-copy = 📋 Copy the link
button-feed-again = 🔁 Make a new one
button-feed-revoke = Revoke the link
feed-name = Duty · { $office }
feed-duty = Duty · { $segment }
done-feed-made = The link is ready
done-feed-again = The link is new, the one before works no more
done-feed-revoked = The link is revoked: the calendar gets nothing any more

# The plan of a week: hours that come again every week.

button-weekly = 🗒 Weekly plan
duty-weekly-title = 🗒 <b>Weekly plan</b> · { $segment }
duty-weekly-about = <i>These hours come again every week. Tap a line to take it out.</i>
duty-weekly-row = { $name }: { $hours }
button-unplan = ✖️ { $name } · { $hours }
button-plan-hours = ➕ Add hours
plan-plan-title = ➕ <b>Hours of every week</b> · { $segment }
plan-unplan-title = ✖️ <b>Out of the weekly plan</b> · { $segment }
plan-need-plan = On which days, from when to when? Tap or type: “mon-fri 9-18”.
plan-weekly-about = The next weeks will be like this:
plan-plan-sure = Every week from now on?
plan-unplan-sure = Take it out of every week?
button-plan-plan = ➕ Yes, every week
button-plan-unplan = ✖️ Yes, take it out
