# How the schemes read: what is shown while a lead waits.

lead-waiting-wrap_up = ⏸ Everybody free has just taken a lead. I will offer it { $at } — <tg-time unix="{ $unix }" format="r">when one is free</tg-time>
lead-offered-choose = 👉 The head chooses who gets it: { $names }
offer-step-choose = Who gets it? Choose a manager, or take it yourself

absent-wrap_up = just took a lead
you-wrap_up = 🟡 You have just taken a lead: the next one comes after a short pause
were-wrap_up = You had just taken another lead.
