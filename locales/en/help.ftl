# /start, /help and the command menu.

help-title = <b>{ $name }</b>, this is what you can do here:
help-secretary = 📤 Send everything you know about a client: text, contact, voice, photo or a forward. A card with “Hand over” appears, I do the rest.
help-manager = ✅ Leads come here with “Take it”. You see the client’s phone as soon as you take one. If you can’t, tap “Can’t”, and it goes on.
help-head = ✋ Leads that nobody took come here, and disputed ones. You can assign any lead.
help-of-segments = 🎯 You head: { $segments }. Leads that nobody took there come to you, and disputed ones; you can assign any of them: /leads
help-director = 📊 The day’s summary comes here every evening.
help-admin = ⚙️ Invite people and see how the office is set up.
help-words = ⌨️ The buttons below the chat do the same as the commands: { $words }.
help-command-on = /on — at work, leads come
help-command-off = /off — pause; /off 01.12 — away until that day; /off 3 to 10 December — a leave; /off 14:00-18:00 — some hours
help-command-me = /me — your share and your place in the line
help-command-pull = /pull — a lead for me: the one that has waited longest
help-command-mine = /mine — the leads in your hands
help-command-today = /today — what you took in today and what became of it
help-command-find = /find Smith — find a lead: a name, its number, four digits of the phone or more, an @name
help-command-queue = /queue — who is next
help-command-why = /why N — who got lead №N, and why
help-command-leads = /leads — all open leads
help-command-office = /office — people, segments, schemes
help-command-people = /people — people: roles, weight, hours, leave; /people Smith finds one
help-command-setup = /setup — the office, step by step
help-command-report = /report — the summary as of now

command-start = Start
command-help = What you can do here
command-on = At work
command-off = Pause
command-pull = Give me a lead
command-mine = My leads
command-today = Taken in today
command-find = Find a lead: name, number, phone
command-me = My share and place in the line
command-queue = Who is next
command-why = Who got a lead, and why: /why 7
command-leads = Open leads
command-office = People and schemes
command-people = People
command-setup = Set the office up
command-report = The summary as of now

# The words on the keyboard below the chat: pressing one sends it.

word-on = At work
word-pull = Give me a lead
word-mine = My leads
word-today = Today
word-find = Find
word-off = Pause
word-queue = Queue
word-leads = Leads
word-report = Report
word-office = Office
