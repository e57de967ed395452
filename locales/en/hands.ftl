# Chosen by hand: by a secretary, by a head; how often and for whose benefit; schemes switched on the go.

assignee-rate = { $words } · { $rate }
assignee-fair = ⚖️ { $words }

pick = 👇 To whom? Tap a name. “Hand over” goes by the scheme
pick-or-scheme = 👇 To whom? Tap a name. “Hand over” goes by the scheme: ⚖️
pick-nobody = Nobody of the team can take a lead just now. “Hand over” will find somebody
pick-after-owner = The client’s own manager is asked first: { $name }
pick-after-head = The head decides first; your pick counts if there is no answer

choose-legend = <i>Beside a name: open leads; leads owed to them (+) or had beyond their share (−); conversion.</i>
choose-legend-fair = <i>Beside a name: open leads; leads owed to them (+) or had beyond their share (−); conversion. ⚖️ by the scheme.</i>
choose-until = ⏳ Choose { $until } — <tg-time unix="{ $unix }" format="r">the clock is running</tg-time>
choose-then-offer = Then the scheme decides: { $scheme }
choose-then-pull = Then it waits for whoever taps “Give me a lead”
choose-then-everyone = Then I offer it to everybody at work
choose-then-head = Then I ask you once more
choose-then-director = Then I ask the director
choose-then-stays = Then I remind you: there is nobody else to offer it to

discretion = ✋ Chosen by hand: { $count } of { $of }, { $against } of them not as the scheme would have it
discretion-for = ✋ Chosen by hand: { $count } of { $of }, { $against } of them not as the scheme would have it: { $gain }, { $loss }
discretion-by-scheme = ✋ Chosen by hand: { $count } of { $of }, all as the scheme would have it
discretion-benefit = { $name } { $leads }
discretion-whose = Who chose: { $names }
discretion-by = { $name } { $count }
discretion-by-against = { $name } { $count } (against the scheme { $against })
queue-by-hand = <b>{ $segment }</b> · last 30 days

button-scheme = Scheme: { $name } · { $scheme }
button-reserve = ➕ No answer: { $scheme }
button-no-reserve = ✖️ No answer: everybody, then the head
scheme-with-reserve = { $scheme } (no answer: { $reserve })
scheme-with-window = { $scheme } (others have { $span })
scheme-title = <b>Scheme: { $segment }</b>
scheme-now = Now: { $scheme }
scheme-no-roster = ⚠️ There are no shifts yet, so leads go straight to everybody, then to the head. Roster: /roster
scheme-about = <b>{ $scheme }</b>: { $about }
scheme-about-balance = to whoever has had the least of their share
scheme-about-queue = to the first in line, who then goes to its end
scheme-about-duty = to whoever is on duty now
scheme-about-worth = as fair shares, but a lead that promises more costs more
scheme-about-longest_idle = to whoever has been without a new lead for the longest
scheme-about-conversion = more to those who sell more, but some to everybody
scheme-about-next = leads wait; whoever asks gets the oldest
scheme-about-grab = to all at once, the first to take it has it
scheme-about-window = to all at once; of those who tap “Take it” within { $span } of the first, to the one most behind their share
scheme-about-lottery = to whoever has the day by the week’s draw
scheme-about-secretary = the secretary taps a name, everybody can see it
scheme-about-manual = the head taps a name, everybody can see it
scheme-keeps = <i>What people are owed and their places in line are kept. What is already offered stays where it is.</i>

notice-rule-switched = 🔀 A new scheme, { $segment }: { $after }. Before: { $before }. Decided by { $name }. Shares and places in line are as they were.
notice-rule-set = 🔀 New scheme, { $segment }: { $after }. Before: { $before }. Decided by { $name }.
notice-rule-loaded = 🔀 A new scheme, { $segment }: { $after }. Before: { $before }. The office file says so.
notice-rule-switched-level = 🔀 A new scheme, { $segment }: { $after }. Before: { $before }. Decided by { $name }. Places in line are as they were. Differences from the shares are cut to one lead either way at most, in the same order.
notice-reserve-set = 🔀 { $segment }: if the head does not answer, the scheme decides: { $after }. Decided by { $name }. Shares and places in line are as they were.
notice-reserve-unset = 🔀 { $segment }: if the head does not answer, the lead is offered to everybody, then to the head again. Decided by { $name }. Shares and places in line are as they were.

refusal-no_pick = The scheme chooses here, tap “Hand over”
refusal-left_segment = This manager is no longer in the segment
refusal-away = Cannot take a lead just now
refusal-no_segment = This segment was removed
done-picked = Handing over: { $name }
done-scheme-switched = Done, telling everybody concerned
done-scheme-same = Nothing to change
