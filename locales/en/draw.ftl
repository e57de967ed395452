# The weekly draw: the bot’s promise, the managers’ numbers, the order of the week and how to check it.

draw-title = 🎲 <b>The draw</b> · { $segment } · week of { $day }
draw-when = Drawn: { $at }
draw-when-announced = Numbers: until { $at }
draw-when-closed = Numbers closed: { $at }
draw-thrower = Then { $name } throws the dice: that closes the draw
draw-thrower-you = Then you throw the dice: the bot will ask, and your throw closes the draw
draw-closed = 🎰 { $name } throws, until { $time }
draw-throw-now = 👉 Send 🎰 here in a message of its own by { $time }: the order depends on what it shows, too. The first throw counts.
draw-in-its-week = ⚠️ The week has begun already: the segment came to the lottery in the middle of it
draw-throw = Throw: { $name } { $dice } { $value }
draw-not-thrown = There was no throw; it was for { $name }
draw-set-aside = ⏸ Set aside: this segment shares by another scheme just now
draw-missed = ✖️ Not held: the week went by without it
draw-invite = Want a say in it? Pick a number from 1 to 9, once. The order depends on it too.
draw-own = Your number: <b>{ $lot }</b>. The others see it after the draw.
draw-thrown = Have picked:
draw-thrown-none = Nobody has picked a number yet
draw-promise = <i>The order is made from a secret that the bot has already picked and from your numbers. The fingerprint of the secret (SHA-256) is shown beforehand: a promise, so the secret cannot be changed any more.</i>
draw-promise-throw = <i>The order is made from a secret that the bot has already picked, from your numbers, and from the throw after them. The fingerprint of the secret (SHA-256) is shown beforehand: a promise, so the secret cannot be changed any more.</i>
draw-commitment = The promise: <code>{ $commitment }</code>
draw-keep = <i>Forward this card to yourself, to compare after the draw.</i>

draw-title-held = 🎲 <b>The order of the week of { $day }</b> · { $segment }
draw-day = { $day } { $name }
draw-next = If somebody is away on their day, the next one takes over:
draw-newcomers = Joined after the draw, at the end:
draw-lots = Numbers:
draw-lots-none = Nobody picked a number
draw-secret = The secret: <code>{ $secret }</code>
draw-check = <i>To check:</i> the SHA-256 of the secret is the promise. The order: add a name to this line and take the SHA-256, the smallest first:
draw-check-names = Ready-made in Python: docs/lottery.md. Names:

draw-turn = { $weekday ->
    [1] On Monday
    [2] On Tuesday
    [3] On Wednesday
    [4] On Thursday
    [5] On Friday
    [6] On Saturday
   *[7] On Sunday
} by the draw (week of { $week }) the turn is with: { $name }.
draw-turn-next = If somebody is away, the next one takes over.

refusal-not_in_the_draw = Only the managers of the segment take part in this draw
refusal-drawn_already = Too late: the time of this draw is over
refusal-lot_thrown = You have picked a number already, it stays
refusal-no_draw = There is no such draw now
done-lot-thrown = Your number counts
notice-dice-not-awaited = 🎰 No throw is needed just now. When one is, the bot asks whoever is to throw: /draw
notice-draw-none = No draw is held in your segments just now.

command-draw = The draw: who has which day
help-command-draw = /draw — the draw: who has which day
