# Short messages: something happened.

notice-welcome = Hello, { $name }. You are here as: { $roles }. What you can do: /help
notice-welcome-to-set-up = Hello, { $name }. Let us set up the office: six short steps, and at each of them you may just tap Next.
notice-stranger = Hello. This is a company’s bot; its administrator sends invitations.
notice-invitation-invalid = This link was used already or is too old. Please ask the administrator for a new one.
notice-link-is-anothers = { $name }, you are here already as: { $roles }. This link is for somebody else: { $other }. It is still good, to be opened from that account.
notice-account-moved = 🔁 { $name } is in the bot with another account now, so the work cards here are gone. If it was not you who moved, tell the head of sales at once.
notice-account-is-anothers = 🔁 { $name } is in the bot with another account now, and { $other } works in this chat. The earlier cards are gone.
notice-person-moved = 🔁 { $name } has another Telegram account now. Leads and open offers went there, the old chat shows nothing any more. If this is news to you, ask whose account it is.
notice-person-cut-off = 🔁 { $name } has no account in the bot any more: the old chat shows nothing. A new link brings everything back.
notice-on = 🟢 You are at work, leads come to you.
notice-on-already = You are at work already, leads come to you.
notice-on-rests = These are not your working hours. Leads come on { $again }.
notice-on-stays = Good, you are staying: the leave is cancelled, leads come as usual.
notice-off = 🌙 Paused: no leads come, your share stays as it is. When you are back, press “At work” below (you will stand at the end of the line).
notice-off-until = 🌙 No leads for now. You are back on { $back }: leads come again that morning, and your place in the line is kept. If you are back sooner, press “At work” below.
notice-off-from = 🌙 Noted: you are away from { $first } to { $last }. You are back on { $back }: leads come again that morning, and your place in the line is kept. Until you go, all is as usual{ $buffer }.
notice-off-until-later = 🌙 No leads for now. You are back on { $back }, leads come again on { $again }, and your place in the line is kept. If you are back sooner, press “At work” below.
notice-off-from-later = 🌙 Noted: you are away from { $first } to { $last }. You are back on { $back }, leads come again on { $again }. Your place in the line is kept; until you go, all is as usual{ $buffer }.
notice-off-until-hour = 🌙 No leads for now. You are back on { $back } at { $end }, leads come again on { $again }, and your place in the line is kept. If you are back sooner, press “At work” below.
notice-off-hours = 🌙 Noted: on { $first } you are away from { $start } to { $end }. Leads come again on { $again }. Your place in the line is kept; until you go, all is as usual.
notice-off-span = 🌙 Noted: you are away from { $first }, { $start }, to { $back }, { $end }. Leads come again on { $again }. Your place in the line is kept; until you go, all is as usual{ $buffer }.
notice-off-rest = 🌙 Noted: you are away from { $first }, { $start }. You are back on { $back }, leads come again on { $again }. Your place in the line is kept; until you go, all is as usual{ $buffer }.
notice-off-not-ahead = That day has passed or is today. Write the day you are back: /off tomorrow, /off 10.12, both days at once: /off 3 to 10 December, or hours: /off 14:00-18:00.
notice-off-usage = I don’t understand this date. Write when you are back: /off tomorrow, /off 10.12, /off 3 days, from when to when: /off 3 to 10 December, or hours: /off 14:00-18:00, /off tomorrow until 12:00.
notice-paused-by-lapses = 🌙 { $lapses ->
    [one] { $lapses } lead in a row
   *[other] { $lapses } leads in a row
} went unanswered, so you are paused. When you are back, press “At work” below.
notice-person-paused = 🌙 Paused: { $name }. { $lapses ->
    [one] { $lapses } lead in a row
   *[other] { $lapses } leads in a row
} went unanswered, new ones go to the others.
notice-on-by = 🟢 You are back, leads come to you. Decided by { $name }
notice-person-unreachable = ⚠️ Telegram does not deliver messages to { $name }. The bot seems to be blocked. Leads go to the others meanwhile; /start in the chat with the bot brings everything back.
notice-amount-saved = 💰 Saved: №{ $number }, { $amount }
notice-taken-from-you = ✋ №{ $number } is with another manager now: { $to }. Decided by { $name }. It counts for you no more.
notice-segment-agreed = 🧭 №{ $number } is not yours indeed and does not count. Decided by { $name }
notice-segment-refused = 🧭 №{ $number } is of your segment after all, the decline counts. Decided by { $name }
notice-settled-bad = 🗑 №{ $number }: confirmed as bad. Decided by { $name }. It counts for you no more.
notice-settled-good = ✋ №{ $number }: not bad, the lead is yours again. Decided by { $name }
notice-wrong-segment-word = 🧭 №{ $number }: “not my segment”, says { $name }. Now “{ $segment }”. Until you agree, the decline counts. If so, choose the right segment.{ $against }
notice-wrong-segment = 🧭 №{ $number }: “not my segment”, says { $name }. Now “{ $segment }”. If so, choose the right one:
notice-withdrawn = ↩️ №{ $number } was taken back, no answer is needed. It costs you nothing.
notice-claimed-late = ↩️ №{ $number } is taken: { $to }. No answer is needed, it costs you nothing.
notice-amount-changed = 💰 №{ $number }: the amount is { $amount } now. Corrected by { $name }
notice-reopened = 🔄 №{ $number } is open and yours again. Decided by { $name }
notice-amount-not-understood = I did not get the amount. Answer with one number, for example 120000.
notice-amount-is-a-phone = Is this a phone number? I have not taken it for the amount, and no longer ask for one. If it is a new client, pass the number to the secretary.
notice-amount-too-large = That is more than a trillion. Please check the amount and answer again, for example 120000.
notice-not-your-command = This command is not for your role. What you can do: /help
notice-unknown-command = There is no such command. What you can do: /help
notice-added = 🔁 Added to №{ $number }: { $names }. They have been told.
notice-added-away = 🔁 Added to №{ $number }: { $names }. Not there just now: if it is urgent, tell the head of sales.
notice-added-nobody = 🔁 Added to №{ $number }. Nobody has taken it yet; it will be shown with it.
notice-reason-noted = ✍️ №{ $number }: the reason is noted
notice-name-not-understood = That does not look like a name. Type it in a few words, such as Victor Palych.
notice-phone-not-understood = That does not look like a phone number{ $flaw ->
    [short] : a digit is missing
    [long] : there is a digit too many
    [local] : the area code is missing
    [unknown] : there is no such number
   *[other] {""}
}. Send the whole of it, such as +7 843 200-00-00.
notice-resegmented = 🔀 №{ $number } is in another segment now and has left you: { $words }. It costs you nothing.
notice-noted = 📝 Noted on №{ $number }
notice-when-not-understood = I did not understand when. Write a day and a time, like “tomorrow at 3 pm” or “Fri 11:30”.
notice-when-past = That time is over. Write when it will be, like “tomorrow at 3 pm”.
notice-when-too-far = I plan no more than a year ahead. Write a nearer time.
notice-draft-forgotten = ⏳ This draft has been waiting for 10 minutes. Hand it over or discard it.
notice-text-forgotten = ⏳ This is not noted anywhere yet. Choose a lead or discard it.
notice-unclaimed = ⏳ №{ $number } is still unclaimed. If it is urgent, tell the head.
notice-unclaimed-asked = ⏳ №{ $number } is still unclaimed. Being asked now: { $names }. If it is urgent, tell the head.
notice-text-not-understood = I do not know what to do with this message: the secretary hands new leads over. What you can do: /help
notice-why-usage = Write the lead’s number, for example: /why 7
notice-why-unknown = There is no lead №{ $number }.
notice-language-changed = We speak English now.
notice-keyboard = ⌨️ No need to type commands: the buttons below do the same.
notice-keyboard-in = 🟢 You are at work, leads will come to you here. Stepping away? Press “Pause” below.
notice-keyboard-asks = 🟢 You are at work. Free? Press “Give me a lead” below. Stepping away? “Pause”.
notice-keyboard-out = 🌙 You are away, no leads come. When you are back, press “At work” below.
notice-keyboard-pull = 🙋 There is “Give me a lead” below now. Press it when you are free: the lead that has waited longest is yours at once.
notice-keyboard-no-pull = ⌨️ “Give me a lead” is gone from below: leads come by themselves again.
notice-nobody-asks = Leads come by themselves here: there is no need to ask.
notice-refused = { $refusal }
notice-files-gone = The attachments no longer open. Please ask the secretary about them.
notice-update-failed = Something went wrong. Nothing is lost, the administrator sees it. Please try again a little later.
notice-erased = 🧹 This was about a client. It was erased at their request.
notice-too-fast = Too fast: this was not done. Wait a second or two and try again.

day-at = { $day } at { $time }
off-buffer = , but no new leads come in the last { $span } of work
