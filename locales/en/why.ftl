# /why: why a lead went where it went. One or two plain sentences for each step.

why-title = <b>Why №{ $number }</b> · { $segment }
why-title-day = <b>Why №{ $number }</b> · { $segment } · { $day }
why-no-steps = It has not been offered to anybody yet.
why-imported = A lead of the past, { $day }, imported from a file. Fairlead did not share it out and chose nobody.
why-earlier = <i>Steps before these: { $count }</i>

why-offered = <b>{ $time }</b> Offered to { $names }.
why-kept = A client of their own: { $name } entered this lead. It counts towards nobody’s share.
why-assigned = <b>{ $time }</b> Assigned by hand: { $names }.
why-late = <b>{ $time }</b> Taken after all: { $names }.
why-late-who = Declined or unanswered at first, but nobody had it yet.
why-chooses = <b>{ $time }</b> The head chooses who gets it: { $names }.
why-you = That is you.
why-you-too = You too.

why-only = There was nobody else to offer it to.
why-most_behind = Owed the most: { $figure } of a lead.
why-least_ahead = Everybody at work had already had their share; here the least beyond it: { $figure } of a lead.
why-elsewhere = Somebody else was owed as much; by all segments together more was owed here.
why-first_in_line = First in line.
why-on_duty = Nobody else on duty was free.
why-longest_idle = The longest without a new lead.
why-longest_idle-since = The longest without a new lead: since { $time }.
why-share = A share of { $share }: conversion { $rate }.
why-share-floor = A share of { $share }, the least there is: conversion { $rate }.
why-share-ceiling = A share of { $share }, the most there is: conversion { $rate }.
why-worth = It cost { $price } of a lead: { $won } of { $of } like it were sold, and { $all } of { $closed } of all.
why-worth-ordinary = It is an ordinary lead, and cost one.
why-no-sales = No sales yet, so conversion does not change the shares.
why-drawn = First for that day by the draw.
why-drawn-next = First by the draw of those who were free; before in the order: { $names }.
why-not_drawn = No draw has been held yet, so by share.
why-picked = The secretary’s choice: { $name }.
why-picked-away = The secretary had chosen { $name } ({ $why }). After that, by share.
why-not_picked = The secretary made no choice, so by share.
why-waits = <b>{ $time }</b> The lead waited to be asked for. Those who could ask: { $names }.
why-all_at_once = Offered to all who were in: the first to claim has it.
why-window = To everybody there at once. Whoever tapped “Take it” within { $span } of the first takes part; of those, the one most behind their share gets the lead.
why-reserve = The head did not choose, so the reserve scheme does ({ $scheme }).
why-own_client = An own client, so it does not count.
why-duplicate = An open lead of this client is in the same hands, so it does not count.
why-ladder_everyone = { $before ->
    [unasked] Everybody at work was asked at once.
    [returned] It was given back, so everybody at work was asked.
   *[untaken] One by one, nobody took it, so everybody at work was asked.
}
why-ladder_head = { $before ->
    [unasked] There was nobody to offer it to, so it went to the head.
    [returned] It was given back, so it went to the head.
   *[untaken] Nobody took it, so it went to the head.
}
why-ladder_director = { $before ->
    [unasked] There was nobody to offer it to, so it went to the director.
    [returned] It was given back, so it went to the director.
   *[untaken] Nobody took it, so it went to the director.
}
why-scheme = The scheme: { $scheme }.
why-by = Decided by { $name }.
why-fair-same = By the scheme it would have been the same.
why-fair-you = By the scheme it would have been yours.
why-fair-other = By the scheme it would have been { $name }.

why-your-behind = You were owed { $figure }.
why-your-ahead = You had { $figure } more than your share.
why-your-level = You had exactly your share.
why-your-close = You were owed a little less.
why-your-tie = You were level: then the order of the segment decides.
why-your-elsewhere = You were level here; by all segments together you were owed less.
why-your-share = Your share was { $share }: conversion { $rate }.
why-your-share-floor = Your share was { $share }, the least there is: conversion { $rate }.
why-your-share-ceiling = Your share was { $share }, the most there is: conversion { $rate }.
why-your-place = Your place in the line: { $place }.
why-your-draw = Your place by the draw: { $place }.
why-your-idle = You: since { $time }.
why-your-arrival = You had waited as long, but had come in later.
why-your-ringing = Another lead was waiting for your answer.
why-outside = You are not in the segment “{ $segment }”, so it was not offered to you.

rate-own = { $percent }, because { $won } of { $of }
rate-average = { $percent }, the team’s average: only { $of } closed so far
rate-expected = { $percent } ({ $won } sold, { $expected } expected, of { $of })
rate-faded = { $percent } ({ $won } sold, { $expected } expected, of { $of }; older ones weigh less)
rate-stale = { $count ->
    [one] { $rate }; { $count } lead open for more than { $length } counts as lost
   *[other] { $rate }; { $count } leads open for more than { $length } count as lost
}

result-open = Waiting for an answer.
result-pulled-by = { $name } asked for a lead, and this one had waited the longest.
result-claimed = Taken.
result-claimed-by = Taken by { $name }.
result-claimed-among = “Take it” was tapped by { $names }; in brackets, how many leads were missing to their share. The lead went to { $name }.
result-declined = The answer: can’t.
result-lapsed = Time ran out.
result-undelivered = The message did not arrive.
result-cut_short = The offer was taken back.
result-cut-closing = { $names }: working hours were over.
result-cut-lunch = { $names }: lunch had begun.
result-cut-shift = { $names }: the shift was over.
result-cut-off = { $names }: on pause.
result-cut-leave = { $names }: on leave.
result-cut-gone = { $names }: no longer in this segment.
result-withdrawn = The offer was withdrawn.
result-chosen = The choice was made.
result-returned = Then given back to the others.
result-reassigned = Then handed to somebody else.

why-word-asked = Declined as “not my segment”: the head will say.
why-word-refused = Declined as “not my segment”, but the head says that the segment is right.
why-excuse = Free declines among the last 40 answers: { $count } of { $norm }.
why-excuse-beyond = A fair reason, but beyond the norm: { $count } of { $norm } free declines among the last 40 answers are used already.
why-excuse-late = A fair reason, but given late: there have been 40 answers since.
why-charged = Counts as received.
why-given-back = Does not count: { $cause }.
why-turn = <i>A lead that counts is a place in the line and one lead of the share.</i>
cause-accepted_reason = the reason is a good one
cause-not_theirs = it is not the manager’s segment, the head agrees
cause-decline_is_free = declines do not count here
cause-lapse_is_free = silence does not count here
cause-undelivered = the message did not arrive
cause-cut_short = the manager was not there any more
cause-withdrawn = the offer was withdrawn
cause-resegmented = the lead belongs to another segment now
cause-reassigned = the lead went to somebody else
cause-bad_lead = a bad lead, confirmed
cause-taken_after_all = taken after all and counted anew

why-holder = Now with: { $name }
why-withdrawn = The lead was taken back before anybody had it. It counts for nobody.
why-closed = Closed. It was with: { $name }
why-closed-bad = Closed as a bad lead. It was with: { $name }
why-past-open = It was with: { $name }. The file does not say what came of it.
why-past-nobody = Closed. The file does not say who had it.
why-past-bad = Closed as a bad lead. The file does not say who had it.
why-past-nothing = The file does not say who had it or what came of it.
why-waiting-away = Now: waiting for an answer
why-waiting-ack = Now: waiting for an answer
why-waiting-step = Now: waiting for an answer
why-waiting-opening = Now: the office is closed, waiting for it to open
why-waiting-ringing = Now: everybody who is here has other leads to answer
why-waiting-wrap_up = Now: everybody free has just taken a lead, waiting
why-waiting-owner = Now: waiting for the client’s own manager
why-waiting-retry = Now: nobody to offer it to, trying again soon
why-waiting-repeat = Now: still unclaimed, reminding
why-waiting-reminder = Now: in work
why-waiting-call_back = Now: in work, the client was promised a call
why-waiting-meeting = Now: in work, a meeting is set
why-waiting-first_contact = Now: in work, nobody has called the client yet
why-waiting-hand_over = Now: not handed over yet
why-waiting-window = Now: somebody wants it, and it is decided in a moment
why-seal = <i>Ledger entry and its seal:</i> <code>{ $head }</code>
