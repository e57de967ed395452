# Значения настроек словами, и как каждая настройка называется.

value-none = нет
value-yes = да
value-no = нет
value-off = выключено
value-never = никогда
value-kept-for-ever = хранить всегда
value-no-limit = сколько есть
value-no-length = нисколько
value-no-lengths = не спрашивать
value-months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
    [many] { $count } месяцев
   *[other] { $count } месяца
}
value-locale-ru = русский
value-locale-en = английский
value-presence-hours = в часы работы все
value-presence-check_in = кто отметился
value-owner-off = как все, по схеме
value-owner-leave_message = ждёт своего менеджера
value-owner-deputise = заменят, если своего нет
value-sale_needs-nothing = ничего
value-sale_needs-amount = сумма
value-queue_shows-names = имена всех
value-queue_shows-places = только своё место
value-ladder-everyone = всем
value-ladder-head = руководителю
value-ladder-director = директору
value-always = круглосуточно
value-days = { $days } { $spans }
value-every-day = ежедневно
value-holidays = в праздники закрыто ({ $country })
value-rota = { $on } через { $off } с { $start }, { $spans }
value-and = { $first } и { $last }

length-s = { $count }{"\u00a0"}{ $count ->
    [one] секунда
    [few] секунды
    [many] секунд
   *[other] секунды
}
length-m = { $count }{"\u00a0"}{ $count ->
    [one] минута
    [few] минуты
    [many] минут
   *[other] минуты
}
length-h = { $count }{"\u00a0"}{ $count ->
    [one] час
    [few] часа
    [many] часов
   *[other] часа
}
length-d = { $count }{"\u00a0"}{ $count ->
    [one] день
    [few] дня
    [many] дней
   *[other] дня
}

group-hours = Офис и часы работы
group-waiting = Предложения и ожидание
group-outcomes = Исходы и напоминания
group-fairness = Справедливость и цифры
group-duty = Смены и отпуска
group-privacy = Личные данные

setting-name-name = Название
setting-name-timezone = Часовой пояс
setting-name-locale = Язык
setting-name-hours = Часы работы
setting-name-presence = Кто на месте
setting-name-ack_timeout = Ждать ответа
setting-name-offers = Предложений по схеме
setting-name-ladder = Кому предложить потом
setting-name-step_timeout = Ждать каждого потом
setting-name-owner = Постоянные клиенты
setting-name-decline_costs_turn = Засчитывать отказы
setting-name-free_decline_reasons = Уважительные причины
setting-name-free_declines = Бесплатных отказов
setting-name-pause_after_lapses = Пауза после молчания
setting-name-first_contact = Первая отметка
setting-name-unattended = Ничей лид
setting-name-offers_at_once = Предложений сразу
setting-name-owner_wait = Ждать своего менеджера
setting-name-leave_buffer = Без лидов перед отпуском
setting-name-rest = Отдых между сменами
setting-name-week_hours = Часов в неделю
setting-name-hand_over_after = Передавать само
setting-name-queue_shows = Что видно в «Очереди»
setting-name-callback_grace = Ждать, не перезвонят ли
setting-name-undo = Можно вернуть
setting-name-stale_after = Считать проигранным
setting-name-sale_needs = Для продажи нужно
setting-name-summary_at = Итоги дня
setting-name-outcome_reminders = Чем кончилось
setting-name-seal_to = Кому печать журнала
setting-name-director_sees_clients = Директор видит клиентов
setting-name-secretary_sees_amounts = Секретарь видит суммы
setting-name-own_contacts = Адреса офиса
setting-name-own_phones = Телефоны офиса
setting-name-retention_months = Хранить данные
setting-name-scheme = Схема
setting-name-wrap_up = Пауза после лида
setting-name-day_limit = Лидов в день
setting-name-floor = Не меньше доли
setting-name-min_sample = Закрытых для конверсии
setting-name-ceiling = Не больше долей
setting-name-half_life = Память о лидах
setting-name-window = Окно после первого
setting-name-reserve = Запасная схема
