# Buttons.

button-hand-over = 📤 Hand over
button-apart = 📄 As a separate lead
button-segment = Segment: { $name } ✎
button-choose-phone = 📞 Client: { $phone }
button-by-region = 📍 { $name }
button-source = Source ✎
button-source-is = Source: { $name } ✎
button-discard = ✖️ Discard
button-details = Details
button-details-close = Hide the details
button-draw-details = How to check
button-put-away = Hide the list
button-marked = { $words } ✓

button-claim = ✅ Take it
button-decline = 🙅 Can’t
button-assign = Assign…
button-reassign = Assign another…
assignee = { $name } · { $load } in work · { $balance }
assignee-absent = 🌙 { $name } · { $why }

button-copy-phone = 📋 Copy the phone
button-reached = ☎️ Reached
button-not_reached = 📵 No answer
button-met = 🤝 Met
button-invoiced = 🧾 Invoiced
button-won = 💰 Sold
button-lost = 👎 Lost
button-bad = 🗑 Bad lead
button-give-up = ↩️ Give back
button-withdraw = ↩️ Take back
button-amount = 💰 Amount
button-reopen = 🔄 Reopen
button-skip-amount = Skip
button-skip-reason = Not needed
button-own-words = ✍️ In my own words
button-skip-note = Never mind
button-skip-call_back = Never mind
button-skip-meeting = Never mind
button-call-back = ⏰ Call back
button-time = ⏰ { $time }
button-another-time = Another time
button-met-already = 🤝 We have met
button-meeting-later = 🗓 Another time
button-drop-appointment = ✖️ Not planned any more
button-note = 📝 Note
button-bring-in = 🙋 It is a new lead of mine
button-file = №{ $number } · { $name }
button-file-nameless = №{ $number }
button-file-under = To a lead…

button-settle-bad = Confirm: bad
button-settle-good = Not bad
button-bring-back = 🟢 Back to work
button-why = Why?

button-invite = 🔗 { $name }
button-moving-yes = Yes, make the link
button-moving-no = No, leave it
button-invite-secretary = ➕ Secretary
button-invite-manager = ➕ Manager
button-invite-head = ➕ Head of sales
button-invite-director = ➕ Director
button-invite-admin = ➕ Administrator

language-name = English
