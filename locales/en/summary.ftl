# The director's summary: twenty seconds to read.

summary-title = <b>Summary: { $period }</b>
summary-nothing = { $period }: no new leads.
summary-in = In: { $handed }, taken: { $claimed }
summary-drafts = 📝 Drafts not handed over: { $count }
summary-unclaimed = ⚠️ Unclaimed: { $count } ({ $numbers })
summary-open = In work: { $count } ({ $numbers })
summary-open-count = In work: { $count }
summary-seller = { $name } { $count }
summary-won = 💰 Sold: { $count }
summary-won-amount = 💰 Sold: { $count } for { $amount }
summary-lost = lost: { $count }
summary-bad = bad: { $count }
summary-conversion = Conversion { $share } ({ $won } of { $of })
summary-speed = Usually taken within { $median }
summary-contact = ☎️ First call { $median } after the claim
summary-speed-most = Usually taken within { $median }, 90% within { $most }
summary-lapsed = ⌛ { $count ->
    [one] { $count } offer was
   *[other] { $count } offers were
} left unanswered
summary-known = Known clients: { $count }
summary-known-share = Known clients: { $count }, sold { $won }, conversion { $share }
summary-unknown = New clients: { $count }
summary-unknown-share = New clients: { $count }, sold { $won }, conversion { $share }
summary-fairness = ⚖️ Fairness { $jain }
summary-furthest = Owed the most: { $name }, { $leads } leads

summary-funnel = 📞 Marked: reached { $reached }, met { $met }, invoiced { $invoiced }
share-of-few = { $share }, likely { $low }–{ $high }%
share-of-few-short = { $share }, { $low }–{ $high }%

report-day = Day
report-week = Week
report-month = Month
report-to-all = ← Summary
report-to-details = Details
report-to-people = 👥 Managers
report-to-parts = 🗂 Segments
report-to-clock = 🕘 Hours
report-to-why = ❓ Reasons
report-to-habits = 🔎 Habits
report-to-excel = 📊 Excel
report-people = <b>Managers: { $period }</b>
report-parts = <b>Segments: { $period }</b>
report-sources = <b>Where they came from</b>
report-clock = <b>When they come: { $period }</b>
report-why = <b>Why not: { $period }</b>
reasons-none = Nobody declined anything, and no lead was lost or bad.
reasons-declined = 🙅 Declined { $count }: { $reasons }
reasons-lost = 👎 Clients refused { $count }: { $reasons }
reasons-bad = 🗑 Bad leads { $count }: { $reasons }
reasons-declined-short = declined: { $reasons }
reasons-lost-short = refused: { $reasons }
reasons-bad-short = bad: { $reasons }
reasons-of = <b>{ $name }</b>: { $figures }
reason-count = { $reason } { $count }
reason-own-words = in their own words
reason-untold = no reason given

part-line = <b>{ $name }</b>: { $figures }
part-in = { $count } in, { $claimed } taken
part-sold = { $won } of { $of } sold
part-sold-share = { $won } of { $of } sold ({ $share })
part-unknown = not told

team-line = <b>{ $name }</b>: { $figures }
team-claimed = { $count } taken
team-claimed-in = { $count } taken in { $span }
team-contact = call after { $span }
team-sold = { $won } of { $of } sold
team-declined = { $count } declined
team-own = { $count } of their own
team-asked = by “Give me a lead” { $count } of { $of }
team-asked-never = asked for none in this time
team-lapsed = { $count } unanswered
team-short = owed { $leads }
team-over = { $leads } above their share

sample-title = <b>🔎 Sales to check</b> · { $period }
sample-odd = { $name }: sold { $won } of { $closed } in four weeks, all others { $others } of { $of }.
sample-call = { $count ->
    [one] Please call this client: is it all as noted?
   *[other] Please call these clients: is it all as noted?
}
sample-row = №{ $number } · { $name }
sample-row-amount = №{ $number } · { $name } · { $amount }
sample-how = <i>Drawn by the seal of the ledger, which nobody knows beforehand. A button opens the card of its lead.</i>

summary-swapped = 🔄 Hours taken by swaps are richer (+) or poorer (−), in leads: { $names }
moments = ⏱ { $name } usually hands a draft over { $wait } after its first message; { $before } of { $count } went before older ones. Ask why?
moments-favour = Of those that went before, { $count } of { $of } were offered first to { $name }, whose share is { $share }
