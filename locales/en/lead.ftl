# A lead's card: title, state, client.

lead-draft = <b>New lead</b>
draft-by-itself = ⏱ I will hand it over myself { $at }
lead-by-itself = ⏱ Handed over by itself: the draft had waited { $span }
lead-title = <b>№{ $number } · { $segment }</b>
lead-title-offer = <b>New lead №{ $number } · { $segment }</b>
lead-title-call_back = <b>⏰ Time to call back · №{ $number } · { $segment }</b>
lead-title-meeting = <b>🗓 Meeting · №{ $number } · { $segment }</b>
lead-title-first_contact = <b>📞 Please call the client · №{ $number } · { $segment }</b>
lead-title-overdue = <b>⏰ A client waits for a call · №{ $number } · { $segment }</b>

lead-waiting = Looking for a manager
lead-waiting-opening = 🌙 The office is closed. I will pass it on { $at } — <tg-time unix="{ $unix }" format="r">when we open</tg-time>
lead-waiting-urgent = If it is urgent, tell the head of sales: the lead can be assigned right now.
lead-waiting-ringing = ⏳ Everybody at work is answering other leads. It goes to the first who is free
lead-waiting-owner = ⏸ { $name } looks after this client. Waiting for an answer { $until } — <tg-time unix="{ $unix }" format="r">then the others</tg-time>
lead-waiting-retry = ⏸ Nobody to offer it to just now. I will try again { $at } — <tg-time unix="{ $unix }" format="r">it will not get lost</tg-time>

lead-offered-owner = 👉 Offered to the client’s own manager: { $names }
lead-offered-offer = 👉 Offered to { $names }
lead-offered-pull = 🕰 Waits to be asked for: { $names }
lead-offered-everyone = 👉 Offered to everybody at work: { $names }
lead-offered-head = 👉 { $before ->
    [unasked] Nobody to offer it to just now
    [returned] It was given back
   *[untaken] Nobody took it
}, the head decides: { $names }
lead-offered-director = 👉 { $before ->
    [unasked] Nobody to offer it to just now
    [returned] It was given back
   *[untaken] Nobody took it
}, the director decides: { $names }
lead-offered-assign = 👉 Being assigned by hand: { $names }
lead-offered-late = 👉 Taken after all: { $names }
lead-deadline = ⏳ Answer { $until } — <tg-time unix="{ $unix }" format="r">waiting</tg-time>
lead-repeat = 🔔 Still unclaimed. I will remind { $at }

lead-held = ✅ Taken: { $name }
lead-held-after = ✅ Taken in { $span }: { $name }
lead-assigned = ✋ Assigned by hand: { $name }
lead-disputed = 🗑 Looks like a bad lead, the head decides
lead-disputed-reason = 🗑 Looks like a bad lead ({ $reason }), the head decides
lead-holder = Manager: { $name }
lead-withdrawn = ↩️ Taken back. It counts for nobody, and the client’s words are a draft again
lead-closed = Closed

progress-not_reached = 📵 No answer
progress-reached = ☎️ Reached
progress-met = 🤝 Met
progress-invoiced = 🧾 Invoiced

outcome-won = 💰 Sold
outcome-won-amount = 💰 Sold: { $amount }
outcome-lost = 👎 Lost
outcome-lost-reason = 👎 Lost: { $reason }
outcome-bad = 🗑 Bad lead
outcome-bad-reason = 🗑 Bad lead: { $reason }
recorded = { $outcome } · noted
recorded-won-no-amount = 💰 Sold, no amount noted

state-draft = draft
state-waiting = waiting
state-offered = offered
state-held = in work
state-disputed = disputed
state-withdrawn = taken back
state-closed = closed

client-name = 👤 { $name }
client-hidden-both = 👤 Name and phone — after “Take it”
client-hidden-name = 👤 Name — after “Take it”; no phone
client-hidden-phone = 👤 Phone — after “Take it”
client-hidden-nothing = 👤 No name and no phone, just a message
client-hidden-both-written = 👤 Name, phone and e-mail or Telegram — after “Take it”
client-hidden-name-written = 👤 Name and e-mail or Telegram — after “Take it”; no phone
client-hidden-phone-written = 👤 Phone and e-mail or Telegram — after “Take it”
client-hidden-nothing-written = 👤 E-mail or Telegram — after “Take it”; no name and no phone
client-not-for-you-both = 👤 The manager and the head of sales see the name and phone
client-not-for-you-name = 👤 The manager and the head of sales see the name; no phone
client-not-for-you-phone = 👤 The manager and the head of sales see the phone
client-not-for-you-nothing = 👤 No name and no phone, just a message
client-not-for-you-both-written = 👤 The manager and the head of sales see the name, the phone and the e-mail or Telegram
client-not-for-you-name-written = 👤 The manager and the head of sales see the name and the e-mail or Telegram; no phone
client-not-for-you-phone-written = 👤 The manager and the head of sales see the phone and the e-mail or Telegram
client-not-for-you-nothing-written = 👤 The manager and the head of sales see the e-mail or Telegram; no name and no phone
client-erased-wish = 🧹 The client’s data were erased at their request
client-erased-retention = 🧹 The client’s data were erased: we keep them no longer
client-phone = 📞 { $phone }
client-no-phone = 📞 No phone in the message
client-no-contact = ❗ No contact: no phone, no e-mail, no Telegram
client-telegram = ✈️ @{ $contact }
client-account = ✈️ <a href="tg://user?id={ $contact }">Telegram profile</a>
client-email = ✉️ { $contact }
client-more-contacts = And { $count } more contacts
client-other-phone = 📞 Another number: { $phone }
client-more-phones = And { $count } more numbers
client-choose-phone = There are several numbers. If the first is not the client’s, tap the right one.
client-slip-short = ❓ { $written } — a digit seems to be missing
client-slip-long = ❓ { $written } — there seems to be a digit too many
client-slip-local = ❓ { $written } — the area code seems to be missing
client-slip-unknown = ❓ { $written } — looks like a typo, there is no such number
client-ask-phone = Please check the number: nobody can be reached by it as it is.
phone-extension = ext.
phone-with-extension = { $phone } { phone-extension } { $extension }
client-region = 📍 { $region }
client-region-text = 📍 { $region } (from the text)
client-region-number = 📍 { $region } (a guess by the number)
client-region-hand = 📍 { $region } (set by hand)
client-region-unknown = 📍 Nothing says where the client is: check the segment
client-source = 🧭 Source: { $source }
client-known = ⭐ Known client
client-known-owner = ⭐ Known client of { $name }
client-yours = ⭐ Your own client
client-duplicate = ⚠️ Repeat: №{ $number } is open already
client-duplicate-holder = ⚠️ Repeat: №{ $number } is open already, { $name } has it
draft-repeat = 🔁 Already open as №{ $number }. “Hand over” adds to it
draft-twin = 🔁 You have a draft of this client already ({ $at }): join them into one lead
draft-twin-of = 🔁 There is a draft of this client already ({ $name }, { $at }). Hand over either: the other is added to it
draft-repeat-holder = 🔁 Already open as №{ $number }, with { $name }. “Hand over” adds to it and tells them
client-again = 🔁 The client came back: { $at }{ $count ->
    [1] {""}
   *[other] {" "}(×{ $count })
}
story-mark = { $mark }, { $at }
story-marks = { $mark } ×{ $count }, last { $last }
story-repeat = 🔁 { $at }, { $who }: { $words }
story-unmarked = <s>{ $mark }, { $at }</s> — undone
story-reason = ✍️ { $at }, { $who }: { $words }
story-note = 📝 { $at }, { $who }: { $words }
story-correction = ✏️ { $at }, { $who } · { $what }: { $words }
corrected-name = name
corrected-phone = phone
corrected-segment = segment
corrected-source = source
corrected-message = message
ask-onward = ✏️ The segment will be “{ $segment }”. Hand the lead on by that segment’s rule?
ask-no-contact = ❗ There is nothing to reach the client by. Is there a phone? Or hand over as it is?
ask-name = ✏️ Type the client’s name.
ask-phone = ✏️ Send the client’s number; a contact will do.
ask-comment = ✏️ Type what to add about the client.
ask-note = 📝 Write the note in one message. A voice message or a photo will do, too.
ask-verdict = ✍️ Why is it not bad? Write it in one message: the manager gets it with the card.
promised-call_back = ⏰ Call back: { $at }
promised-meeting = 🗓 Meeting: { $at }
ask-call_back = ⏰ When to call back? Choose, or write: “tomorrow at 3 pm”, “Fri 11:30”, “in 2 hours”.
ask-meeting = 🗓 When is the meeting? Choose, or write: “tomorrow at 3 pm”, “5 Dec 9:00”.
ask-unsure = 🌙 { $at }: you are not at work then. Save it all the same?
ask-retry = 📵 When to try again?
due-call_back = ⏰ You promised to call back: { $at }. Mark how it went, or choose another time.
due-meeting-ahead = 🗓 A meeting is coming up: { $at }
due-meeting = 🗓 The meeting was set for { $at }. How did it go?
due-first_contact = 📞 The lead is yours since { $since }, and nobody has called yet. Please call, and mark how it went.
overdue-call_back = ⏰ A call was promised: { $at }. Still no mark: { $name }. You can assign somebody else.
overdue-first_contact = 📞 The lead was taken at { $since }, and still nobody has called: { $name }. You can assign somebody else.
when-hour = in an hour, { $time }
when-today = today { $time }
when-tomorrow = tomorrow { $time }
when-three_days = in 3 days, { $time }
when-monday = on Monday, { $time }
filing-which = Which lead is this for?
filing-none = You have no open leads to note this on. New leads are handed over by the secretary.
client-again-words = 🔁 { $at }: { $words }
client-duplicate-yours = ⭐ You have this client already: №{ $number }

attachments = 📎 { $files }
attachments-hidden = 📎 { $files }: { $count ->
    [1] opens
   *[other] open
} after “Take it”
attachment-voice = { $count ->
    [1] voice message
    [one] { $count } voice message
   *[other] { $count } voice messages
}
attachment-photo = { $count ->
    [1] photo
   *[other] { $count } photos
}
attachment-video = { $count ->
    [1] video
   *[other] { $count } videos
}
attachment-document = { $count ->
    [1] document
    [one] { $count } document
   *[other] { $count } documents
}
attachment-contact = { $count ->
    [1] contact
    [one] { $count } contact
   *[other] { $count } contacts
}
attachment-other = { $count ->
    [1] attachment
    [one] { $count } attachment
   *[other] { $count } attachments
}

history = 📜 History{ $pages ->
    [1] {""}
   *[other] {", "}page { $page } of { $pages }
}
history-by = { $at }, { $who }
history-first = 💬 { $when }
history-repeat = 🔁 { $when }
history-note = 📝 { $when }
history-reason = ✍️ { $when }
history-mark = { $mark } · { $when }
history-unmark = ↩️ Undone: { $mark } · { $when }
history-correction = ✏️ { $what } · { $when }
history-leads = ⭐ Other leads of this client:
