# Chosen by hand: by a secretary, by a head; how often and for whose benefit; schemes switched on the go.

assignee-rate = { $words } · { $rate }
assignee-fair = ⚖️ { $words }

pick = 👇 To whom? Tap a name. “Hand over” goes by the scheme
pick-or-rule = 👇 To whom? Tap a name. “Hand over” goes by the scheme: ⚖️
pick-nobody = Nobody of the team can take a lead just now. “Hand over” will find somebody
pick-after-owner = The client's own manager is asked first: { $name }
pick-after-head = The head decides first; your pick counts if they stay silent

choose-legend = <i>By each name: in hand, behind the due share, conversion.</i>
choose-legend-fair = <i>By each name: in hand, behind the due share, conversion. ⚖️ by the scheme.</i>
choose-until = ⏳ Choose { $until } — <tg-time unix="{ $unix }" format="r">the clock runs</tg-time>
choose-then-offer = Then the scheme decides: { $scheme }
choose-then-everyone = Then I offer it to everybody who is in
choose-then-head = Then I ask you once more
choose-then-director = Then I ask the director
choose-then-stays = Then I remind you: there is nobody else to offer it to

discretion = ✋ Chosen by hand: { $count } of { $of }, { $against } of them not as the scheme would have it
discretion-for = ✋ Chosen by hand: { $count } of { $of }, { $against } of them not as the scheme would have it: { $gain }, { $loss }
discretion-by-rule = ✋ Chosen by hand: { $count } of { $of }, all as the scheme would have it
discretion-benefit = { $name } { $leads }
discretion-whose = Who chose: { $names }
discretion-by = { $name } { $count }
discretion-by-against = { $name } { $count } (against the scheme { $against })
queue-by-hand = <b>{ $segment }</b> · last 30 days

button-rule = Scheme: { $name } · { $scheme }
button-reserve = ➕ If silent: { $scheme }
button-no-reserve = ✖️ If silent: up the ladder
rule-with-reserve = { $rule } (if silent: { $reserve })
rule-title = <b>Scheme: { $segment }</b>
rule-now = Now: { $rule }
rule-no-roster = ⚠️ There are no shifts yet, so leads go straight up the ladder
rule-about = <b>{ $scheme }</b>: { $about }
rule-about-balance = to whoever is furthest behind their due share
rule-about-queue = to the first in line, who then goes to its end
rule-about-duty = to whoever is on duty now
rule-about-longest_idle = to whoever has been without a new lead for the longest
rule-about-conversion = more to those who sell more, but some to everybody
rule-about-grab = to all at once, the first to claim has it
rule-about-lottery = the week's draw decides whose day it is
rule-about-secretary = the secretary taps a name, everybody can see it
rule-about-manual = the head taps a name, everybody can see it
rule-keeps = <i>The order of shares and of the line is kept. What is offered already stays where it is.</i>

notice-rule-switched = 🔀 A new scheme, { $segment }: { $after }. Before: { $before }. Decided by { $name }. Shares and places in line are as they were.
notice-rule-loaded = 🔀 A new scheme, { $segment }: { $after }. Before: { $before }. The office file says so.
notice-rule-switched-level = 🔀 A new scheme, { $segment }: { $after }. Before: { $before }. Decided by { $name }. Places in line are as they were. Shares are drawn in to one lead either way, in the same order.
notice-reserve-set = 🔀 { $segment }: if the head stays silent, the scheme decides: { $after }. Decided by { $name }. Shares and places in line are as they were.
notice-reserve-unset = 🔀 { $segment }: if the head stays silent, the lead goes up the ladder. Decided by { $name }. Shares and places in line are as they were.

refusal-no_pick = The scheme chooses here, tap “Hand over”
refusal-left_segment = This manager is no longer in the segment
refusal-away = Cannot take a lead just now
refusal-no_segment = This segment is no more
done-picked = Handing over: { $name }
done-rule-switched = Done, telling everybody concerned
done-rule-same = It is so already
