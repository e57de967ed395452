# Times, money, lengths. Spaces inside a quantity do not break, so that no number loses its word.

at-today = at { $time }
at-tomorrow = tomorrow at { $time }
at-weekday = on { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
} at { $time }
at-date = on { $date } at { $time }


until-today = by { $time }
until-tomorrow = by tomorrow, { $time }
until-weekday = by { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}, { $time }
until-date = by { $date }, { $time }

span-seconds = { $count }{"\u00a0"}s
span-minutes = { $count }{"\u00a0"}min
span-hours = { $count }{"\u00a0"}h
span-days = { $count }{"\u00a0"}d

amount = { $sum }{"\u202f"}₽
