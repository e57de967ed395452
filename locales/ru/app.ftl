# The Mini App: the roster's month as a calendar

app-title = Дежурства
app-add = Добавить смену
app-anyway = Всё равно сделать
app-back = Назад
app-basis-dated = только в этот день
app-basis-roster = по утверждённому графику
app-basis-swap = по замене
app-basis-weekly = каждую неделю
app-cancel = Не надо
app-changed = График изменился
app-changed-by = График меняет
app-close = Закрыть
app-day = День
app-empty = В этом месяце смен нет. Нажмите на день, чтобы поставить первую.
app-from = С
app-hint = Нажмите на день, чтобы добавить смену. Удерживайте смену, чтобы перетащить её на другой день или к другому человеку.
app-instead-of = вместо
app-lost = Связи нет. Попробуйте ещё раз.
app-move = Перенести
app-next = Следующий месяц
app-no-segments = Здесь пока никто не дежурит по графику.
app-person = Кто
app-previous = Предыдущий месяц
app-read-only = Менять график может руководитель.
app-remove = Убрать смену
app-saved = Сохранено
app-segment = Сегмент
app-shift = Смена
app-stranger = Откройте календарь ещё раз из чата с ботом.
app-to = До
app-today = Сегодня
app-week-again = Как на прошлой неделе
app-week-again-of = Неделя станет такой же, как предыдущая.
app-week-sure = Повторить неделю
app-every-week = Каждую неделю
app-free = не работает по своим часам
app-leave = отпуск
app-remove-weekly = Убрать из каждой недели

button-calendar = 📅 Календарь смен

notice-told-shift = 📅 { $name }: у вас новая смена — { $duty }.
notice-told-no-shift = 📅 { $name }: смены { $duty } у вас больше нет.
notice-told-shifts = 📅 { $name }: ваши смены теперь другие. Посмотреть: /roster
