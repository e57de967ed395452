# /office.

office-title = <b>{ $name }</b>
office-open = 🟢 Open
office-closed = 🌙 Closed
office-opens = 🌙 Closed, opens { $at }
office-presence-hours = At work: everybody who is not paused
office-presence-check_in = At work: those who checked in with /on
office-segments = <b>Segments</b>
office-no-segments = No segments yet
office-segment = { $name } · { $scheme }: { $members }
office-segment-empty = { $name } · { $scheme }: nobody yet
office-segment-count = { $name } · { $scheme } · people: { $count }
office-segments-more = And { $count } more: all of them are behind the button “Segments”.
office-people = <b>People</b>
office-nobody = No people yet
office-person = { $name } · { $roles }
office-manager = { $name } · { $roles } · { $load } in work
office-absent = 🌙 { $name } · { $roles } · { $why }
office-invite-new = <i>The buttons below invite new people; those not in the bot yet are under People.</i>
office-invite = <i>The buttons below make invitations: for those not in the bot yet, and for new people.</i>
office-link = 🔗 { $name }: <code>{ $link }</code>
office-link-life = Send the link in person: it is for one person and works for { $hours } h.

office-new = My office
segment-new = All leads
moving-question = 🔁 { $name } is in the bot already, Telegram account <code>{ $account }</code>. Make a link to another account?
moving-effect = Whoever opens it first becomes this person: gets the leads and the rights, and the old chat loses everything. Your word is enough: the old account is asked nothing. The old chat, the heads and the administrators are told.
moving-made = Whoever opens it first takes this place.
