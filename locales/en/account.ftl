# Moving to another Telegram account of one's own.

button-move-me = 🔁 Another Telegram account
button-move-yes = Yes, it is me
button-move-no = No, it is not
move-link = 🔁 Open this link in your other account: <code>{ $link }</code>
move-link-effect = A question appears here then. Answer “Yes”, and your leads with their cards move there, and this chat is emptied. The link works for { $hours } h, give it to nobody. If this account is lost, the administrator connects another one.
move-question = 🔁 Your link was opened: <b>{ $name }</b>, account <code>{ $account }</code>. Is it you?
move-effect = “Yes” gives that account your leads and your rights, and everything goes from here. The head and the administrator are told.
move-refused = There is no move: the link is good for nothing any more, everything stays here.
notice-move-asked = 🔁 Nearly there: answer the question in your old chat with this bot.
notice-move-refused = The old account has not confirmed the move.
