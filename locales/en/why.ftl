# /why: why a lead went where it went. One or two plain sentences for each step.

why-title = <b>Why №{ $number }</b> · { $segment }
why-title-day = <b>Why №{ $number }</b> · { $segment } · { $day }
why-no-steps = It has not been offered to anybody yet.

why-offered = <b>{ $time }</b> Offered to { $names }.
why-assigned = <b>{ $time }</b> Assigned by hand: { $names }.
why-by = Decided by { $name }.
why-most_behind = Furthest behind the due share: by { $figure } leads.
why-first_in_line = First in line.
why-on_duty = Nobody else was on duty.
why-own_client = An own client: shares and queue are untouched.
why-duplicate = An open lead of this client is in the same hands.
why-ladder_everyone = Nobody took it in turn, so everybody at work was asked.
why-ladder_head = Nobody took it, so it went to the head.
why-ladder_director = Nobody took it, so it went to the director.
why-scheme = The rule: { $scheme }.

why-you = That is you.
why-you-too = You too.
why-your-figure = You: { $figure }.
why-your-place = Your place: { $place }.
why-outside = You are not in the segment “{ $segment }”, so it was not offered to you.

result-open = Waiting for an answer.
result-claimed = Taken.
result-declined = The answer: can’t.
result-lapsed = Time ran out.
result-withdrawn = The offer was withdrawn.

why-holder = Now with: { $name }
why-waiting-ack = Now: waiting for an answer
why-waiting-step = Now: waiting for an answer
why-waiting-opening = Now: the office is closed, waiting for it to open
why-waiting-owner = Now: waiting for the client’s own manager
why-waiting-retry = Now: nobody to offer it to, trying again soon
why-waiting-repeat = Now: still nobody’s, reminding
why-waiting-reminder = Now: in work
why-seal = <i>Ledger entry { $entry }, seal</i> <code>{ $seal }</code>
