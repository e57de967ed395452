# What another scheme would have brought: expectations, no promises.

button-whatif = 🔀 What if?
done-whatif = Working it out, this takes a moment

scheme-office = by the segments' schemes

whatif-title = <b>What if the shares were different: { $period }</b>
whatif-nothing = No leads in this time, so there is nothing to compare.
whatif-leads = { $count ->
    [one] { $count } lead
   *[other] { $count } leads
}, sold in fact so far: { $won }
whatif-cut = There were more leads, these are the newest.
whatif-current = <b>now: { $scheme }</b>
whatif-row = { $scheme }: ≈{ $sales } ({ $low }–{ $high }), evenness { $even }{ $mark }
whatif-row-even = { $scheme }: evenness { $even }
whatif-marks = ▲▼ more or fewer sales than now, and it does not look like chance
whatif-no-marks = By sales the schemes cannot be told apart: the difference is within the error.
whatif-unsold = Nothing is sold or lost yet, so sales cannot be estimated.
whatif-left-out = Cannot be worked out: { $schemes }. Nobody can foretell a choice by hand, and a duty needs a roster.
whatif-change = { $name }: had { $fact }, by “{ $scheme }” { $then }
whatif-limits = <i>An expectation, no promise: as if a manager's conversion did not depend on which leads they got and how quickly they took them.</i>
