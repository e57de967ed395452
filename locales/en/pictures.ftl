# Pictures for the director and the head: a period's figures, and schemes side by side. Few words: they are read on phones.

sales-picture-title = Summary: { $period }
sales-picture-in = came in
sales-picture-taken = taken
sales-picture-sold = sold
sales-picture-amount = amount

sales-picture-won = sold
sales-picture-lost = lost
sales-picture-bad = bad
sales-picture-open = in work
sales-picture-due = due

sales-picture-row = { $taken } taken
sales-picture-claim = { $taken } in { $span }
sales-picture-contact = call after { $span }
sales-picture-row-due = { $due } due
sales-picture-more = … and { $count } more

sales-picture-when = When they came
sales-picture-came-in = came in
sales-picture-won-of-them = sold of them

schemes-picture-title = What other schemes would bring
schemes-picture-leads = { $count ->
    [one] { $shown } lead
   *[other] { $shown } leads
}
schemes-picture-what = Expected from the managers’ own rates, not a promise
schemes-picture-sales = ↑ expected sales
schemes-picture-columns = sales (from–to) · fairness
schemes-picture-figures = { $sales } ({ $low }–{ $high }) · { $fairness }
schemes-picture-fairness = fairness →
schemes-picture-current = now: { $scheme }
schemes-picture-interval = The line at a point: the expected sales lie within it with 90% certainty
schemes-picture-overlap = Where the lines overlap, the difference may be chance
schemes-picture-nothing = Nothing to compare yet
