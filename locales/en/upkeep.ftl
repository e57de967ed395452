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
upkeep-problem = · <code>{ $problem }</code>
upkeep-about = <i>It reads the ledger from the first entry on, makes every decision again and compares with what is stored. Nobody's work has to wait.</i>
upkeep-running = 🔎 Verifying. The answer comes as a message.
done-verifying = Verifying, the answer comes as a message
notice-ledger-holds = ✅ The ledger holds: entries { $entries }, decisions made again { $decisions }, leads { $leads }. Nothing was altered, taken out or put in. Head: <code>{ $head }</code>
notice-ledger-broken = 🚨 The ledger does not hold, in places: { $count }. The first: <code>{ $problem }</code> Somebody has changed the database past the bot, or it is damaged. Mend nothing, keep a copy of the file; <code>python -m bot verify</code> on the server names every place.
