# What stands still and what is set aside: for the administrator.

notice-trouble-deadlines = ⚠️ A lead is past its deadline and does not go on. Restart the program. If that does not help, its log has the reason.
notice-trouble-over-deadlines = ✅ Leads go on in time again.
notice-trouble-outbox = ⚠️ For more than ten minutes something has not reached people: cards may be out of date. Mostly the connection to Telegram is to blame; the program’s log has the reason.
notice-trouble-over-outbox = ✅ Everything reaches people again.
notice-trouble-telegram = ⚠️ The bot does not hear Telegram: taps and messages do not come in. Check network, proxy and webhook on the server.
notice-trouble-over-telegram = ✅ The bot hears Telegram again.
notice-trouble-set_aside = ⚠️ The bot could not process something it was sent. To see it and try again: /office
notice-trouble-over-set_aside = ✅ Everything is processed now.

office-aside = ⚠️ Not processed: { $count }
button-aside = ⚠️ Not processed: { $count }
aside-title = <b>Not processed: { $count }</b>
aside-about = The bot could not process these, and people were told so. Try again or drop them: what is dropped is gone.
aside-none = ✅ Everything is processed
aside-row = { $place }. { $at } · { $kind } · <code>{ $error }</code>
aside-more = … and { $count } more
aside-kind-message = message
aside-kind-tap = tap
aside-kind-unreadable = cannot be read
button-aside-retry = 🔁 Try again { $place }
button-aside-let-go = 🗑 Drop { $place }
done-aside-settled = It worked
done-aside-failed = It failed again
done-aside-let-go = Dropped
done-aside-gone = Done with already
notice-trouble-cards = ⚠️ This could not be shown: { $cards }. Everything else goes on as usual, and a lead in it has moved on. The program’s log has the reason.
notice-trouble-over-cards = ✅ For an hour everything could be shown.

card-kind = { $kind ->
    [lead] a lead’s card
    [pull] how many leads wait
    [files] a client’s voice or photo
    [draw] the week’s draw
    [menu] the list of commands
    [note] a note
    [summary] the summary
    [roster] the roster
    [week] the roster as a picture
    [swap] a swap of duties
    [proposal] a proposed roster
    [trial] /try
    [move] the question about another account
    [past] past leads out of a file
    [rejects] lines of a file that cannot be read
    [erasing] the question whom to erase
    [protocol] the protocol of an erasure
    [setup] /setup
    [help] /help
    [me] /me
    [queue] /queue
    [why] /why
    [left] the leads of somebody who goes
    [mine] /mine
    [taken] /today
    [found] /find
    [kept] leads that nobody has taken
    [leads] /leads
    [office] /office
    [report] a report
    [workbook] an Excel file
    [bundle] the ledger’s archive
    [office_file] the office file
    [roster_news] news of the roster
    [whatif] “What if?”
    [seal] the seal of the ledger
    [sample] sales to be checked
    [invite] a link for a newcomer
    [invites] links for newcomers
    [moving] a question about a link
   *[other] a card
}
