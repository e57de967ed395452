# What another scheme would have brought: expectations, no promises.

button-whatif = 🔀 What if?
done-whatif = Working it out, this takes a moment

scheme-office = by the segments' schemes

whatif-title = <b>What if leads were shared differently: { $period }</b>
whatif-nothing = No leads in this time, so there is nothing to compare.
whatif-leads = { $count ->
    [one] { $count } lead
   *[other] { $count } leads
}, actually sold so far: { $won }
whatif-cut = There were more leads, these are the newest.
whatif-current = <b>now, { $scheme }</b>
whatif-row = { $scheme }: ≈{ $sales } ({ $low }–{ $high }), fairness { $even }{ $mark }
whatif-row-even = { $scheme }: fairness { $even }
whatif-alike = Almost the same: { $schemes }.
whatif-marks = ▲▼ more or fewer sales than now, and it does not look like chance
whatif-no-marks = No difference in sales that could not be chance.
whatif-unsold = Too few leads are closed yet to estimate sales.
whatif-counted = Sales are estimated from leads up to { $day }: losing one may take { $days ->
    [one] { $days } day
   *[other] { $days } days
}, so newer ones do not count yet.
whatif-left-out = Cannot be worked out: { $schemes }. Nobody can predict a choice by hand.
whatif-left-out-duty = Cannot be worked out: { $schemes }. Nobody can predict a choice by hand, and duty needs a roster.
whatif-change = { $name }: had { $fact }, by “{ $scheme }” { $then }
whatif-limits = <i>An estimate, not a promise: where leads come from and whether the client was known is taken into account, how quickly they were taken is not.</i>
