# Duty: the roster, swaps, next week's proposal.

duty-day = EEE d MMM
duty-hours = { $hours }{"\u00a0"}h
duty-line = { $duty } · { $names }
duty-line-sought = { $duty } · { $names } · 🔄 wants a swap
duty-line-swapped = { $duty } · { $names } · 🔄 for { $owner }
duty-own = { $duty }
duty-own-now = now, until { $end }
duty-own-sought = { $duty } · 🔄 looking for a swap
duty-own-swapped = { $duty } · 🔄 for { $owner }
duty-nobody = { $duty } · ⚠️ nobody

roster-own = 🗓 <b>When you are on duty</b>
roster-own-none = You are not on duty in the next two weeks.
roster-own-more = … and { $count } more in two weeks
roster-which-day = Which day would you give away?
roster-now = 🗓 <b>Who is on duty now</b>
roster-now-line = { $segment }: { $names }, until { $end }
roster-now-nobody = { $segment }: nobody now
roster-plans = 🗓 How to share the hours of { $week } · { $segment }?
roster-title = 🗓 <b>Who is on duty when</b> · { $segment }
roster-nowhere = Your segments share leads without a duty roster just now.
roster-this-week = <i>This week: { $week }</i>
roster-next-week = <i>Next week: { $week }</i>
roster-empty = Nobody is on duty
roster-week-caption = 🗓 { $segment }: next week, { $week }

button-seek-swap = 🔄 Find a swap
button-whole-roster = The whole roster
button-roster-of = Roster · { $segment }
button-roster-picture = 🖼 As a picture
button-roster-back = ← Back
button-take-swap = 🔄 I’ll take this shift
button-withdraw-swap = Withdraw
button-propose-roster = 🗓 Propose a roster
button-plan-equal = ⚖️ equal hours
button-plan-by_conversion = 📈 by conversion
button-approve-roster = ✅ Approve
button-dismiss-roster = No, thanks
button-of-segment = { $words } · { $segment }

swap-open =
    🔄 <b>{ $owner }</b> needs somebody for a shift
    { $duty } · { $segment }
swap-sought =
    🔄 Looking for somebody to take your shift
    { $duty } · { $segment }
    Your colleagues can see it. Until somebody takes it, it is yours.
swap-taken =
    ✅ Somebody was found
    { $duty } · { $segment }
    On duty: { $taker }, for { $owner }.
swap-yours =
    ✅ The shift is yours
    { $duty } · { $segment }
    For { $owner }.
swap-withdrawn =
    No swap needed any more: { $owner }
    { $duty } · { $segment }
swap-past =
    Nobody was found in time: { $owner }
    { $duty } · { $segment }
swap-superseded =
    No swap needed any more, the roster has changed: { $owner }
    { $duty } · { $segment }

plan-equal = The same hours for all
plan-by_conversion = Hours by conversion: whoever closes more is on duty longer, and when it is busy

proposal-title = 🗓 <b>Roster for { $week }</b> · { $segment }
proposal-editing-day = <i>Tap a time to put somebody else there. You can approve it when you are back.</i>
proposal-editing-window = <i>Tap a name to put them there, or to take them off. You can approve it when you are back.</i>
proposal-proposed = <i>Approve it, and it replaces the usual roster for this week. Everybody sees it at once.</i>
proposal-approved = ✅ Approved: { $name }
proposal-dismissed = Turned down: { $name }
proposal-replaced = Was approved ({ $name }), then replaced by a newer one
proposal-late = The week has begun, it is too late to approve.
proposal-stale = The segment has changed since, propose the roster again.
proposal-person = { $name }: { $hours }
proposal-person-prime = { $name }: { $hours }, { $prime } of them when it is busy
proposal-swaps = ⚠️ Swaps for this week will be cancelled: { $count }
proposal-edit = <i>Tap a day to put somebody else there.</i>
swap-richer = 💰 Richer than an average shift of this length by { $leads }
swap-poorer = 💧 Poorer than an average shift of this length by { $leads }
proposal-richer = richer than average hours by { $leads }
proposal-poorer = poorer than average hours by { $leads }
proposal-over-rest = ⚠️ { $name }: too little rest between shifts
proposal-over-week = ⚠️ { $name }: more hours in the week than allowed
proposal-on = ✅ { $name }
proposal-off = { $name }
proposal-nobody = nobody
proposal-window = { $duty } · { $names }

roster-news = 🗓 <b>New roster for { $week }</b> · { $segment }
roster-yours = Your duties, { $hours } in all:
roster-news-rest = The whole roster: /roster

notice-swap-taken = 🔄 Swap: { $duty } · { $segment }. On duty: { $taker }, for { $owner }.

help-command-roster = /roster — when you are on duty, swaps
command-roster = My duty and swaps

done-swap-opened = Your colleagues can see it now
done-swap-taken = The shift is yours
done-swap-withdrawn = Withdrawn, the shift stays yours
done-roster-proposed = Here is a roster
done-roster-approved = The roster is approved
done-roster-dismissed = All right, it stays as it was
done-roster-changed = The roster is changed

refusal-not_for_you = This button is not for your role
refusal-not_a_member = This duty is another segment’s
refusal-not_your_duty = This shift is not yours any more
refusal-swap_open_already = Your colleagues are asked about this shift already
refusal-swap_own = This is your own shift
refusal-swap_not_yours = Only whose shift it is can withdraw it
refusal-swap_taken = Somebody was faster
refusal-swap_yours_already = The shift is yours already
refusal-swap_withdrawn = No swap needed any more
refusal-swap_past = Too late: the shift is over
refusal-swap_superseded = No swap needed any more: the roster has changed
refusal-on_duty_then = You are on duty then yourself
refusal-duty_gone = This shift is no more: the roster has changed
refusal-duty_over = What is past does not change
refusal-duty_begun = The shift is running and cannot move to another day
refusal-duty_doubled = There is a shift then already
refusal-duty_swapped = A swap that people agreed on is in the way
refusal-roster_settled = This roster is settled already
refusal-roster_late = This week has begun
refusal-roster_stale = The segment has changed since, propose the roster again
refusal-nobody_to_plan = There is nobody, or nothing, to plan here
