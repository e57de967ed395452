# The weekly draw: the bot’s promise, the managers’ numbers, the order of the week and how to check it.

refusal-not_in_the_draw = Only the managers of the segment take part in this draw
refusal-drawn_already = Too late: the time of this draw is over
refusal-lot_thrown = You have picked a number already, it stays
refusal-no_draw = There is no such draw now
