# /people: the people of the office, each of them, their roles, segments, hours, leave.

people-title = <b>People</b>
button-people = 👥 People
button-former = Left: { $count }
office-count = <b>People</b>: { $count }
office-count-here = 🟢 Here: { $count }
office-count-away = 🌙 { $why }: { $count }

person-here = 🟢 { $name } · { $roles } · { $load } in work
person-there = 🟢 { $name } · { $roles }
person-present = here
absent-until = { $words } until { $day }
person-title = <b>{ $name }</b>
person-roles = { $roles }
person-state = { $here ->
    [yes] 🟢
   *[no] 🌙
} { $state }
person-leave = 🌴 Back on { $back }
person-leave-ahead = 🌴 On leave from { $first }, back on { $back }
person-load = In work: { $load }
person-load-of = In work: { $load } of { $capacity }
person-weight = Weight: { $weight }
person-teams = Segments: { $teams }
person-no-teams = Segments: none yet, so no leads come
person-hours = Hours: { $hours }
person-hours-office = Hours: the office’s
person-before = <i>Before: { $was }</i>
person-rota = { $on } on, { $off } off from { $start }, { $spans }
person-language = Language: { $locale ->
    [en] English
   *[ru] Russian
}
person-account = Telegram: { $connected ->
    [yes] connected
   *[no] not connected yet
}
decimal-point = .
person-refused = 🤔 That does not work. Please try again.
person-meanwhile = ☝️ While you were typing, somebody has changed it: above is how it stands now. Type again if you want something else.
ask-person-name = ✍️ Type the name as everybody will see it.
ask-person-weight = ✍️ Type the weight: 1 is a full share, 0.5 half as many leads, 2 twice as many.
ask-person-capacity = ✍️ Type how many open leads there may be at once.
ask-person-hours = ✍️ Type the hours: “mon-fri 9-18, lunch 13-14”, or in shifts: “2/2 from 1 December 9-21”.
ask-person-leave = ✍️ Type when: “3 to 10 December”, “until Friday”, “tomorrow until 12:00”.
button-person-no = Not now
button-clear-capacity = No limit
button-clear-hours = The office’s hours
button-clear-leave = Cancel the leave
button-person-name = ✏️ Name
button-person-weight = ⚖️ Weight
button-person-capacity = 📥 Limit
button-person-hours = 🕘 Hours
button-person-leave = 🌴 Leave
button-person-pause = ⏸ Pause
button-person-back = ▶️ Bring back
button-person-teams = 🧩 Segments
button-person-roles = 🎭 Roles
button-person-leads = 📂 Hand on open leads: { $count }
button-person-account = 🔁 Another Telegram account
button-person-link = 🔗 Invite to the bot
button-as-before = ↩️ As before
button-person-dismiss = 🚪 Dismiss
button-ticked = ✅ { $words }
button-unticked = ▫️ { $words }
roles-title = <b>{ $name }</b> · roles
roles-about = Tap to give a role or to take it. At least one has to stay.
teams-title = <b>{ $name }</b> · segments
teams-about = Tap to put them into a segment or to take them out.
dismiss-question = 🚪 Dismiss <b>{ $name }</b>?
dismiss-leads = Open leads: { $count }. The head gets them as a list at once, to hand them on.
dismiss-effect = The door closes, and the cards in their chat disappear. History and reports stay; you can take them on again any day.
button-dismiss-yes = Yes, dismiss
button-dismiss-no = No, keep
former-title = <b>Left</b>
former-about = Tap to take somebody on again: roles, weight and history are kept; hours and segments can be as before.
former-none = Nobody
button-rehire = ↩️ { $name }

notice-told-roles = 🎭 { $name }: your roles are now { $roles }.
notice-told-weight = ⚖️ { $name }: your weight is now { $weight }. 1 is a full share.
notice-told-capacity = 📥 { $name }: you may now have { $capacity } open leads.
notice-told-no-limit = 📥 { $name }: there is no limit to your open leads any more.
notice-told-hours = 🕘 { $name }: your working hours are others now: { $hours }.
notice-told-hours-office = 🕘 { $name }: your working hours are the office’s now.
notice-told-in = 🧩 { $name }: you are in the segment “{ $segment }” now.
notice-told-out = 🧩 { $name }: you are not in the segment “{ $segment }” any more.
notice-told-heads = 🎯 { $name }: you head the segment “{ $segment }” from now on: its leads are yours to assign. Open ones: /leads
notice-told-heads-no-more = 🎯 { $name }: you do not head the segment “{ $segment }” any more.
notice-told-pause = ⏸ { $name }: you are on pause, no leads come. To come back: /on
notice-told-leave = 🌴 { $name }: you are on leave. Leads come again { $again }.
notice-told-no-leave = 🌴 { $name }: your leave is cancelled, you are here.
notice-dismissed = You are not in this office any more. Thank you for your work!

button-inviting = ➕ Invite
button-pick-people = 👤 Pick in Telegram
button-open-links = ✉️ Open invitations: { $count }
button-revoke = ✖️ { $words }
inviting-title = <b>Invite</b>
inviting-about = Tap a role: a link with its QR code appears, to be passed on as it is. Or pick people right in Telegram: they are in the office at once, and see everything as soon as they press Start.
picking-title = Which role do those have whom you pick?
open-links-title = <b>Open invitations</b>
open-links-about = Tap to revoke one: nobody comes in by it any more.
open-links-none = All invitations are opened, revoked or have expired.
invitation-title = 👋 <b>{ $office }</b> invites you to its bot
invitation-for = For: { $name }
invitation-link = Open the link, or point a camera at the code, and press Start: { $link }
invitation-life = The link is for one person, until { $until }.
key-pick-people = 👤 Pick people
key-pick-nobody = Not now
notice-pick-people = 👤 Role: { $role }. Press “Pick people” below the input field, up to ten at once. Or send a contact.
notice-taken-on = ✅ In the office: { $names }. Ask them to open this bot and press Start: it will greet them.
notice-taken-on-already = They are in the office already.
notice-taken-on-unfit = 🤔 That did not work: such a name or role will not do.

button-ask-list = 📄 By a list in a file
button-make-listed = ✅ Take all on: { $count }
list-title = <b>People by a list</b>
list-about = 📄 Send an Excel or CSV file. Its first line names the columns: “Name”, “Role”, “Segment”; only the name is needed. You see first what was read.
list-refused = 🤔 This does not look like a list: it needs a column “Name”, and 300 lines at most.
list-count = { $count } of { $of } will do
list-good = ✅ { $name } · { $what }
list-bad = ⚠️ { $name } · { $why }
list-here = is in the office already
list-twice = is in the list twice
list-role = there is no role “{ $words }”
list-segment = there is no segment “{ $words }”
links-name = Name
links-link = Invitation
invites-caption = ✉️ Invitations: { $count }. Everybody has a link of their own, until { $until }.
