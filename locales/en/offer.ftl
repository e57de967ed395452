# What a manager sees: an offer, a lead of one's own, somebody else's. And the questions to the head.

offer-again = 🔁 Once more, to be safe: the first message may not have arrived
offer-reminder = 🔔 Reminder { $count }: the lead is still unclaimed
offer-step-several = Offered to several at once: whoever taps “Take it” first has it
offer-step-window = Offered to several at once. Whoever taps “Take it” within { $span } of the first takes part; of those, the one most behind their share gets the lead
offer-step-everyone = { $before ->
    [unasked] Offered to everybody at work
    [returned] It was given back
   *[untaken] One by one, nobody took it
}. Whoever taps “Take it” first has it
offer-step-head = { $before ->
    [unasked] Nobody to offer it to just now
    [returned] It was given back
   *[untaken] Nobody took it
}. Your decision is needed: take it or assign it
offer-step-director = { $before ->
    [unasked] Nobody to offer it to just now
    [returned] It was given back
   *[untaken] Nobody took it
}. Your decision is needed: take it or assign it
offer-deadline = ⏳ Answer { $until } — <tg-time unix="{ $unix }" format="r">the clock is running</tg-time>
offer-window-open = ⏳ Somebody wants it already. To take part, tap “Take it” by { $time }
offer-wanted = ✋ You are in the list. It is decided at { $time }
offer-last = There is nobody to pass it on to, the lead waits for you. I will remind you { $at }
offer-stays = There is nobody to pass it on to, the lead waits for you

declined = Fine, passing it on. Why?
declined-costs = Does not count: { $free }. With any other reason it counts as a lead received.
declined-costs-left = Free: { $free }, { $left } of { $count } left. With any other reason it counts as a lead received.
declined-costs-beyond = It counts as a lead received, with any reason: { $count ->
    [one] { $count } free decline among your last 40 answers has
   *[other] { $count } free declines among your last 40 answers have
} been used.
declined-costs-always = It counts as a lead received.
declined-asks = “Not my segment” is for the head to say: until they agree, it counts.
declined-free = It costs you nothing.
declined-noted = Thank you, noted
declined-asked = 🧭 The head is asked. If the lead is not yours indeed, it does not count
declined-agreed = 🧭 The head agrees: the lead is not yours and does not count
declined-refused = 🧭 The head says that the segment is yours: the lead counts
decline-busy = Too busy
decline-away = Not at my desk
decline-wrong_segment = Not my segment
decline-conflict = Conflict of interest
decline-other = Something else

bystander-held = №{ $number } is taken: { $name }
bystander-decided = №{ $number } went to { $name }: of those who tapped “Take it”, the one most behind their share
bystander-closed = №{ $number } is closed
bystander-withdrawn = №{ $number } was taken back
bystander-offered = №{ $number } went on, offered to { $names }
bystander-waiting = №{ $number } went on
bystander-lapsed-offered = №{ $number }: time is up, offered to { $names }
bystander-lapsed-waiting = №{ $number }: time is up, the lead went on
bystander-opening = №{ $number }: will be offered again { $at }
bystander-cut-closing = Working hours are over; it costs you nothing.
bystander-cut-lunch = It is lunchtime; it costs you nothing.
bystander-cut-shift = Your shift is over; it costs you nothing.
bystander-cut-off = You have gone on pause; it costs you nothing.
bystander-cut-leave = You are on leave; it costs you nothing.
bystander-cut-gone = This segment is not yours any more; it costs you nothing.
bystander-gone = This lead was removed

holder-yours = ✅ The lead is yours
holder-assigned = ✋ Assigned to you by hand
holder-disputed = 🗑 Marked as bad, the head decides
holder-disputed-reason = 🗑 Marked as bad ({ $reason }), the head decides
holder-undo-until = <i>A slip? You can correct it { $until }.</i>
holder-reminder = ⏰ No progress for a while. Any news? Mark it or close the lead
ask-reason = ✍️ Write the reason in one message, the head will see it
ask-amount = How much? Answer with one number
ask-sale = What did the sale bring? Answer with one number: the lead is closed with it
holder-why-lost = Why did the client say no?
holder-why-bad = 🗑 Why is it bad? Tap, or write it in your own words: the head will see it.
holder-bad = Confirmed as bad. It does not count towards your share

lost-price = Too expensive
lost-competitor = Chose somebody else
lost-no_need = No longer needed
lost-no_answer = Does not answer
lost-other = Something else
bad-spam = Spam
bad-wrong_number = Wrong number
bad-not_ours = Not our product
bad-double = Duplicate
bad-other = In their own words

head-settle = 🗑 The manager calls it a bad lead. Do you agree?
bad-against = Bad leads in 90 days: { $who } { $times } of { $of }, the others { $others } of { $of_others }
wrong-segments-against = Such declines in 90 days: { $who } { $times } of { $of }, the others { $others } of { $of_others }
head-settle-reason = 🗑 The manager calls it a bad lead: { $reason }. Do you agree?
