# How the schemes read: what is shown while a lead waits, and why it went where it went.

lead-waiting-wrap_up = ⏸ Everybody free has just taken a lead. I will offer it { $at } — <tg-time unix="{ $unix }" format="r">when one is free</tg-time>
lead-offered-choose = 👉 The head chooses who gets it: { $names }
offer-step-choose = Who gets it? Choose a manager, or take it yourself
why-waiting-wrap_up = Now: everybody free has just taken a lead, waiting

absent-wrap_up = just took a lead
you-wrap_up = 🟡 You have just taken a lead: the next one comes after a short pause
were-wrap_up = You had just taken another lead.

why-all_at_once = Offered to all who were in: the first to claim has it.
why-drawn = First in turn today by the week's draw.
why-drawn-next = By the week's draw: those before in turn today were away.
why-not_drawn = No draw has been held yet, so by share.
why-picked = The secretary's choice: { $by }. By the rule it would have been { $fair }.
why-picked-fair = The secretary's choice: { $by }. By the rule it would have been the same.
why-head_chooses = The head chooses who gets it.
why-longest_idle = The longest without a new lead.
why-by_conversion = Share { $share }: { $rate }. The furthest behind it: { $figure } of a lead.
why-by_conversion-equal = No sales yet, so shares are equal. The furthest behind: { $figure } of a lead.
why-assigned-rule = By the rule it would have been { $fair }.
why-assigned-fair = By the rule it would have been the same.
rate-own = { $percent }, because { $won } of { $of }
rate-average = { $percent }, the team's average: only { $of } closed so far
