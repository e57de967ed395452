# People: roles, schemes, who is at work and who is not, one's place and share.

role-secretary = secretary
role-manager = manager
role-head = head of sales
role-director = director
role-admin = administrator

scheme-balance = fair shares
scheme-worth = fair shares by worth
scheme-queue = in turn
scheme-duty = whoever is on duty
scheme-next = whoever asks
scheme-grab = first come, first served
scheme-lottery = by lot
scheme-secretary = the secretary picks
scheme-manual = the head assigns
scheme-longest_idle = longest without a lead
scheme-conversion = by conversion

absent-no_telegram = not in the bot yet
absent-unreachable = has blocked the bot
absent-leave = on leave
absent-paused = paused
absent-lapsed = paused: no answer
absent-not_checked_in = not at work
absent-off_duty = off duty
absent-off_hours = off hours
absent-leaving = leave is near
absent-capacity = has the most leads allowed
absent-ringing = has other leads to answer
absent-had_it = was already offered it

you-present = 🟢 You are at work, leads come to you
you-no_telegram = 🌙 You are not connected to the bot yet
you-unreachable = 🌙 The bot cannot write to you. Tap /start
you-leave = 🌙 You are on leave, no leads come
you-leave-until = 🌙 You are on leave, back on { $until }
you-leave-planned = 🌙 On leave from { $first }, back on { $back }. Changed your mind: /on
you-paused = 🌙 You are paused. To come back: /on
you-lapsed = 🌙 You are paused: several leads in a row went unanswered. To come back: /on
you-not_checked_in = 🌙 You have not checked in yet: /on
you-off_duty = 🌙 You are off duty now
you-off_hours = 🌙 These are not your working hours; leads come when they begin
you-leaving = 🌙 Your leave is near: no new leads come in the last hours before it
you-capacity = 🌙 You have as many leads as you may: new ones come when you close one
you-ringing = 🟢 You are at work; new leads come once you have answered these
you-had_it = 🟢 You are at work, this lead was offered to you already

were-no_telegram = You were not in the bot yet.
were-unreachable = The bot could not write to you.
were-leave = You were on leave.
were-paused = You were paused.
were-lapsed = You were paused after unanswered leads.
were-not_checked_in = You had not checked in.
were-off_duty = You were off duty.
were-off_hours = It was not within your working hours.
were-leaving = Your leave was about to begin.
were-capacity = You already had as many leads as you may.
were-ringing = You had other leads to answer just then.
were-had_it = It had been offered to you before.

me-title = <b>{ $name }</b>
me-answer = 👉 Waiting for your answer: { $numbers }
me-unmarked = ☎️ No progress yet: { $numbers }
me-open-none = In work: nothing
me-open = In work: { $count }. The whole list: “{ $word }”
me-open-of = In work: { $count } of { $capacity }. The whole list: “{ $word }”
button-me-answer = 👉 №{ $number }
button-me-unmarked = ☎️ №{ $number }
me-today = Today: offered { $offered }, taken { $claimed }, sold { $won }
me-week = This week: offered { $offered }, taken { $claimed }, sold { $won }
me-conversion = Conversion { $share }: { $won } sold of { $of }
me-free-declines = Free declines left: { $left } of { $count } among your last 40 answers
me-share = A share of { $share }: conversion { $rate }
me-share-floor = A share of { $share }, the least there is: conversion { $rate }
me-share-ceiling = A share of { $share }, the most there is: conversion { $rate }
counted-leads = { $count ->
    [one] { $shown } lead
   *[other] { $shown } leads
}
me-fewer-others = ⚖️ You have had { $leads } fewer than the others
me-more-others = ⚖️ You have had { $leads } more than the others
me-level-others = ⚖️ You have had as many leads as the others
me-fewer-due = ⚖️ You have had { $leads } less than your share
me-more-due = ⚖️ You have had { $leads } more than your share
me-level-due = ⚖️ You have had exactly your share
me-accounts = <b>How your share is counted</b>
me-opening = { $day } · it was: { $balance }
me-opening-before = Before these: { $balance }
me-opening-quiet = Nothing has moved since { $day }
me-line = { $day } · { $what }: { $amount }
me-balance = <b>In all: { $balance }</b>
me-total = <b>By all segments together: { $balance }</b>
me-no-statement = ⚠️ I can’t show this line by line: the lines do not add up to the total. Please tell the administrator.
me-no-segments = You are not in any segment yet.
line-offered = №{ $number } offered
line-claimed = №{ $number } taken
line-assigned = №{ $number } assigned
line-claimed_late = №{ $number } taken after all
line-reopened = №{ $number } open again
line-share = share of №{ $number }
line-share-many = { $count ->
    [one] shares of { $count } lead
   *[other] shares of { $count } leads
}
line-share_back = share of №{ $number } back
line-share_back-many = { $count ->
    [one] shares of { $count } lead back
   *[other] shares of { $count } leads back
}
line-given_back = №{ $number } does not count, { $cause }
line-joined = you are in the team
line-left = you left the team
line-shared_out = no longer in the team: { $name }, the difference is shared by all
line-drawn_in = a new scheme ({ $scheme }), the difference cut to one lead
balance-legend = <i>Plus: less than one’s share; minus: more.</i>

queue-title = <b>Who is next</b>
queue-segment = <b>{ $segment }</b> · { $scheme }
queue-you-next-place = 👉 The next lead is yours
queue-you-next-by-scheme = 👉 By the scheme the next lead is yours
queue-you-next-drawn = 👉 By the draw today is your day
queue-your-place = 👉 Your place: { $place } of { $of }
queue-your-by-scheme = 👉 Your place by the scheme: { $place } of { $of }
queue-your-drawn = 👉 Your place by the draw today: { $place } of { $of }
queue-your-ask = 👉 Press “Give me a lead”: the oldest that waits is yours at once
queue-ask = Leads wait to be asked for
queue-waits = 🕰 { $count ->
    [0] No leads are waiting just now
    [one] { $count } lead is waiting
   *[other] { $count } leads are waiting
}
pull-waits = 🕰 <b>{ $count ->
    [one] { $count } lead is waiting
   *[other] { $count } leads are waiting
}</b>
    Press “Give me a lead”: the one that has waited the longest is yours at once.
pull-none = ✅ No leads are waiting just now
pull-limit = ✅ That is all for today: you have asked for { $count ->
    [one] { $count } lead
   *[other] { $count } leads
}
queue-your-chance = 👉 A lead comes to everybody at once: the first to take it has it
queue-your-window = 👉 A lead comes to everybody at once. Of those who tap “Take it” within { $span } of the first, the one most behind their share gets it
queue-secretary = The secretary picks. By the scheme it would be:
queue-manual = The head decides. By the scheme it would be:
queue-manual-reserve = The head decides; without an answer the reserve scheme does ({ $scheme }):
queue-not_drawn = No draw has been held yet, by share until then:
queue-row = { $place }. { $name }
queue-row-here = • { $name }
queue-row-told = { $place }. { $name } · { $told }
queue-share = { $balance } · a share of { $share }: conversion { $rate }
queue-share-floor = { $balance } · a share of { $share }, the least there is: conversion { $rate }
queue-share-ceiling = { $balance } · a share of { $share }, the most there is: conversion { $rate }
queue-idle = no lead since { $time }
queue-idle-ever = no leads yet
queue-ringing = waiting for an answer
queue-coming = <i>The next leads: { $names }</i>
queue-run = { $name } ×{ $count }
queue-you = <b>{ $name } (you)</b>
queue-absent = 🌙 { $name } · { $why }
queue-away = 🌙 { $why }: { $count }
queue-empty = Nobody yet
queue-brief = 👉 { $name } · here: { $count }
queue-brief-here = Here: { $count }
queue-brief-nobody = 🌙 Nobody is here
