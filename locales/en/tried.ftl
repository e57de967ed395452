# What another value of a setting would have changed last week.

button-last-week = 🔮 And last week?
setting-untold = <i>What would have changed last week cannot be told from the records: nobody knows who would have been there, and when “Hand over” would have been tapped.</i>
tried-title = <b>🔮 { $name }</b>
tried-week = Last week, { $days }
tried-nothing = There were no leads, so there is nothing to compare.
tried-leads = { $count ->
    [one] { $count } lead
   *[other] { $count } leads
}
tried-now = • <b>{ $value }</b>, as it is now
tried-row = • <b>{ $value }</b>: { $said }
tried-same = nothing would have changed
tried-others = { $count ->
    [one] { $count } lead of { $of }
   *[other] { $count } leads of { $of }
} would have gone to others
tried-sooner = { $span } less to wait on average
tried-later = { $span } more to wait on average
tried-untaken = { $count } more left with nobody
tried-taken = { $count } fewer left with nobody
tried-by-hand = <i>Where a person chooses, their choice cannot be foretold: it is taken as it was.</i>
tried-limits = <i>This is an estimate: people would have answered as they did, and as fast; whoever was not asked, as they usually do.</i>
