# Время, деньги, длительность. Пробелы внутри величин неразрывные, чтобы число не отрывалось от слова.

at-today = в { $time }
at-tomorrow = завтра в { $time }
at-weekday = { $day ->
    [1] в пн
    [2] во вт
    [3] в ср
    [4] в чт
    [5] в пт
    [6] в сб
   *[7] в вс
} в { $time }
at-date = { $date } в { $time }


until-today = до { $time }
until-tomorrow = до завтра, { $time }
until-weekday = до { $day ->
    [1] пн
    [2] вт
    [3] ср
    [4] чт
    [5] пт
    [6] сб
   *[7] вс
}, { $time }
until-date = до { $date }, { $time }

span-seconds = { $count }{"\u00a0"}с
span-minutes = { $count }{"\u00a0"}мин
span-hours = { $count }{"\u00a0"}ч
span-days = { $count }{"\u00a0"}дн.

amount = { $sum }{"\u202f"}₽
