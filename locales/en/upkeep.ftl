# What keeps the data safe: copies of the database, and the ledger verified.

button-upkeep = 💾 Safekeeping
button-verify = 🔎 Verify now
upkeep-title = <b>Safekeeping</b>
upkeep-copies = <b>Copies of the database</b>
upkeep-copy = 💾 The last one: { $at }, { $age } ago, leads in it: { $leads }
upkeep-place = It lies on the server: <code>{ $place }</code>
upkeep-no-copy = ⚠️ No copy was ever made
upkeep-how = On the server <code>python -m bot backup FILE</code> makes one while the bot works. Have it made by a timer, and keep one elsewhere, too.
upkeep-postgresql = The database is PostgreSQL: <code>pg_dump</code> on the server makes copies, the bot knows nothing of them.
upkeep-never-here = 🔒 No copy is ever sent through Telegram: every client is in it.
upkeep-ledger = <b>The ledger of decisions</b>
upkeep-head = Entries: { $entries }, head now: <code>{ $head }</code>
upkeep-unverified = It was never verified from here
upkeep-holds = ✅ Verified { $at }: everything holds, entries { $entries }, head <code>{ $head }</code>
upkeep-broken = 🚨 Verified { $at }: it does not hold, in places: { $count }
upkeep-problem = · { $where }: <code>{ $problem }</code>
upkeep-about = <i>It reads the ledger from the first entry on, makes every decision again and compares with what is stored. Nobody's work has to wait.</i>
upkeep-running = 🔎 Verifying. The answer comes as a message.
done-verifying = Verifying, the answer comes as a message
notice-ledger-holds = ✅ The ledger holds: entries { $entries }, decisions made again { $decisions }, leads { $leads }. Nothing was altered, taken out or put in. Head: <code>{ $head }</code>
notice-ledger-broken = 🚨 The ledger does not hold, in places: { $count }. The first: { $where } (<code>{ $problem }</code>). Somebody has changed the database past the bot, or it is damaged. Mend nothing, keep a copy of the file; <code>python -m bot verify</code> on the server names every place.

# Where the ledger does not hold: in one sentence; what differs there is told in the words of the check itself.
finding-entry-missing = entry { $what } of the ledger is missing
finding-entry-altered = entry { $what } of the ledger was altered: its seal does not fit
finding-entry = entry { $what } of the ledger does not follow from those before it
finding-lead-gone = lead no. { $what } is in the ledger, but not in the database
finding-lead-unknown = lead no. { $what } is in the database, but the ledger does not know it
finding-lead-asleep = nothing would wake lead no. { $what } in time
finding-lead-client = the client of lead no. { $what } is not with whom the ledger says
finding-lead = lead no. { $what } is not in the database as the ledger has it
finding-lead-row = the row of a lead or of an offer is damaged in the database
finding-joined = the clients of leads { $what } are not made one as the ledger says
finding-draw = the draw for the week from { $what } is not as the ledger has it
finding-segment = segment { $what } is not stored as the ledger has it
finding-roster = a roster or a swap of duties is not as the ledger has it
finding-table = a row of the table { $what } is damaged
finding-invitation = there is an invitation that the ledger does not know
finding-clients = whose a client is, and since when, does not fit together
finding-evenings = an evening report counts as sent for a day that is not over
finding-database = the database itself is not built as the bot has made it
finding-head = the published seal is not in the ledger
finding-office = the office's settings or counters are not as the ledger has them
finding-person = the person with the id { $what } is not stored as the ledger has them
finding-other = the database does not hold what the ledger says
