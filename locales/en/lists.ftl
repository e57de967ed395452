# Lists of leads: /mine, /today, /find, /leads. A line for each lead, below them buttons with the numbers.

list-mine = <b>My leads: { $count }</b>
list-taken = <b>Taken in today: { $count }</b>
list-found = <b>Found: { $count }</b>
find-ask = 🔎 Whom to find? Send a name, a lead’s number, four digits of the phone or more, or a Telegram @name.
list-leads = <b>Open leads: { $count }</b>
list-kept = 🔔 <b>Unclaimed: { $count }</b>
list-kept-none = No unclaimed leads.
list-as-of = at { $time }
list-narrowed = <i>{ $by }</i>
list-mine-none = You have no open leads.
list-taken-none = No leads yet today. Send what you know about a client, and a card appears.
list-found-none = Nothing found. Try the last name alone, or the last four digits of the phone.
list-leads-none = No open leads.
list-none-such = There are no such leads.
list-page = <i>Page { $page } of { $pages }</i>
list-more = <i>There are more; these are the newest. Try to be more precise.</i>

list-overdue = ❗
list-number = <b>№{ $number }</b>
list-draft = <b>Draft</b>
list-name = { $name }
list-nameless = no name
list-withdrawn = taken back
list-not-handed = not handed over ({ $who })
list-not-handed-by-you = not handed over
list-nobodys = 🔔 unclaimed
list-offered = 👉 offered to { $who }
list-offered-to-you = 👉 waits for your answer
list-held = { $who }
list-disputed = 🗑 may be a bad lead
list-no-mark = no progress yet
list-still = 💤 nothing for { $span }
next-reminder = 🔔{"\u00a0"}{ $at }
next-call_back = ⏰{"\u00a0"}{ $at }
next-meeting = 🗓{"\u00a0"}{ $at }
next-first_contact = 📞{"\u00a0"}{ $at }

only-all = All
only-nobodys = Unclaimed
only-still = Idle for 3 days
only-drafts = Drafts
narrow-any-who = all
narrow-any-segment = all

button-open = { $number } { $name }
button-draft = Draft
button-refresh = 🔄 Refresh
button-back = ◀️
button-on = ▶️
button-narrow-who = 👤 Manager: { $name }
button-narrow-segment = 🧩 Segment: { $name }
leads-more = … and { $count } more
done-list-fresh = The list is up to date
