# Люди: роли, схемы, кто на месте и кто нет, своё место и доля.

role-secretary = секретарь
role-manager = менеджер
role-head = руководитель
role-director = директор
role-admin = администратор

scheme-balance = поровну по долям
scheme-worth = поровну по ценности
scheme-queue = по очереди
scheme-duty = по дежурству
scheme-next = кто попросит
scheme-grab = кто первый
scheme-lottery = по жребию
scheme-secretary = выбирает секретарь
scheme-manual = назначает руководитель
scheme-longest_idle = кто дольше свободен
scheme-conversion = по конверсии

absent-no_telegram = ещё не в боте
absent-unreachable = бот заблокирован
absent-leave = отпуск
absent-paused = пауза
absent-lapsed = пауза: не отвечает
absent-not_checked_in = не на работе
absent-off_duty = не дежурит
absent-off_hours = не рабочее время
absent-leaving = скоро отпуск
absent-capacity = лидов уже предел
absent-ringing = отвечает на другие лиды
absent-had_it = уже предлагали

you-present = 🟢 Вы на месте, лиды приходят
you-no_telegram = 🌙 Вы ещё не подключены к боту
you-unreachable = 🌙 Бот не может вам написать. Нажмите /start
you-leave = 🌙 Вы в отпуске, лиды не приходят
you-leave-until = 🌙 Вы в отпуске, вернётесь { $until }
you-leave-planned = 🌙 Отпуск с { $first }, вернётесь { $back }. Передумаете: /on
you-paused = 🌙 Вы на паузе. Вернуться: /on
you-lapsed = 🌙 Вы на паузе: несколько лидов подряд остались без ответа. Вернуться: /on
you-not_checked_in = 🌙 Вы ещё не на работе. Отметиться: /on
you-off_duty = 🌙 Сейчас не ваше дежурство
you-off_hours = 🌙 Сейчас не ваши часы работы, лиды придут, когда они начнутся
you-leaving = 🌙 До отпуска остались последние часы: новые лиды уже не приходят
you-capacity = 🌙 Лидов у вас уже столько, сколько можно: новые придут, когда закроете один из своих
you-ringing = 🟢 Вы на месте, новые лиды придут после ответа на эти
you-had_it = 🟢 Вы на месте, этот лид вам уже предлагали

were-no_telegram = Вас тогда ещё не было в боте.
were-unreachable = Бот не мог вам написать.
were-leave = Вы были в отпуске.
were-paused = Вы были на паузе.
were-lapsed = Вы были на паузе после лидов без ответа.
were-not_checked_in = Вы не отметились на работе.
were-off_duty = Дежурство было не ваше.
were-off_hours = Это было не ваше рабочее время.
were-leaving = У вас вот-вот начинался отпуск.
were-capacity = У вас уже было столько лидов, сколько можно.
were-ringing = У вас как раз ждали ответа другие лиды.
were-had_it = Вам его уже предлагали.

me-title = <b>{ $name }</b>
me-answer = 👉 Ждут вашего ответа: { $numbers }
me-unmarked = ☎️ Пока без отметок: { $numbers }
me-open-none = В работе: ничего
me-open = В работе: { $count }. Весь список: «{ $word }»
me-open-of = В работе: { $count } из { $capacity }. Весь список: «{ $word }»
button-me-answer = 👉 №{ $number }
button-me-unmarked = ☎️ №{ $number }
me-today = Сегодня: предложено { $offered }, взято { $claimed }, продаж { $won }
me-week = За неделю: предложено { $offered }, взято { $claimed }, продаж { $won }
me-conversion = Конверсия { $share }: продаж { $won } из { $of }
me-free-declines = Бесплатных отказов осталось { $left } из { $count } на последние 40 ответов
me-share = Доля { $share }: конверсия { $rate }
me-share-floor = Доля { $share }, меньше не бывает: конверсия { $rate }
me-share-ceiling = Доля { $share }, больше не бывает: конверсия { $rate }
counted-leads = { $count ->
    [one] { $shown } лид
    [few] { $shown } лида
    [many] { $shown } лидов
   *[other] { $shown } лида
}
me-fewer-others = ⚖️ Вы получили на { $leads } меньше других
me-more-others = ⚖️ Вы получили на { $leads } больше других
me-level-others = ⚖️ Вы получили столько же, сколько другие
me-fewer-due = ⚖️ Вы получили на { $leads } меньше своей доли
me-more-due = ⚖️ Вы получили на { $leads } больше своей доли
me-level-due = ⚖️ Вы получили ровно свою долю
me-accounts = <b>Как считается ваша доля</b>
me-opening = { $day } · было: { $balance }
me-opening-before = До этого было: { $balance }
me-opening-quiet = С { $day } без движений
me-line = { $day } · { $what }: { $amount }
me-balance = <b>Итого: { $balance }</b>
me-total = <b>По всем сегментам вместе: { $balance }</b>
me-no-statement = ⚠️ Показать по строкам не могу: они не сходятся с итогом. Скажите администратору.
me-no-segments = Вы пока не входите ни в один сегмент.
line-offered = предложен №{ $number }
line-claimed = взят №{ $number }
line-assigned = назначен №{ $number }
line-claimed_late = всё-таки взят №{ $number }
line-reopened = снова в работе №{ $number }
line-share = доля от №{ $number }
line-share-many = { $count ->
    [one] доли от { $count } лида
    [few] доли от { $count } лидов
    [many] доли от { $count } лидов
   *[other] доли от { $count } лида
}
line-share_back = доля от №{ $number } обратно
line-share_back-many = { $count ->
    [one] доли от { $count } лида обратно
    [few] доли от { $count } лидов обратно
    [many] доли от { $count } лидов обратно
   *[other] доли от { $count } лида обратно
}
line-given_back = №{ $number } не засчитан, { $cause }
line-joined = вы в команде
line-left = вы вышли из команды
line-shared_out = в команде больше нет: { $name }, разница поделена на всех
line-drawn_in = новая схема ({ $scheme }), разница сжата до одного лида
balance-legend = <i>Плюс: получено меньше своей доли, минус: больше.</i>

queue-title = <b>Кто следующий</b>
queue-segment = <b>{ $segment }</b> · { $scheme }
queue-you-next-place = 👉 Следующий лид ваш
queue-you-next-by-scheme = 👉 По схеме следующий лид ваш
queue-you-next-drawn = 👉 По жребию сегодня ваш день
queue-your-place = 👉 Ваше место: { $place } из { $of }
queue-your-by-scheme = 👉 По схеме ваше место: { $place } из { $of }
queue-your-drawn = 👉 По жребию сегодня ваше место: { $place } из { $of }
queue-your-ask = 👉 Нажмите «Дать лид»: самый старый из тех, что ждут, сразу ваш
queue-ask = Лиды ждут, пока их попросят
queue-waits = 🕰 { $count ->
    [0] Сейчас лиды не ждут
    [one] Ждёт { $count } лид
    [few] Ждут { $count } лида
    [many] Ждут { $count } лидов
   *[other] Ждут { $count } лида
}
pull-waits = 🕰 <b>{ $count ->
    [one] Ждёт { $count } лид
    [few] Ждут { $count } лида
    [many] Ждут { $count } лидов
   *[other] Ждут { $count } лида
}</b>
    Нажмите «Дать лид»: тот, что ждёт дольше всех, сразу ваш.
pull-none = ✅ Сейчас лиды не ждут
pull-limit = ✅ На сегодня всё: вы попросили { $count ->
    [one] { $count } лид
    [few] { $count } лида
    [many] { $count } лидов
   *[other] { $count } лида
}
queue-your-chance = 👉 Лид придёт сразу всем: кто первый взял, того и лид
queue-your-window = 👉 Лид придёт сразу всем. Из тех, кто нажмёт «Беру» за { $span } после первого, его получит тот, кому до своей доли не хватает больше всех
queue-secretary = Выбирает секретарь. По схеме было бы так:
queue-manual = Решает руководитель. По схеме было бы так:
queue-manual-reserve = Решает руководитель, без ответа — запасная схема ({ $scheme }):
queue-not_drawn = Жеребьёвки ещё не было, пока поровну по долям:
queue-row = { $place }. { $name }
queue-row-here = • { $name }
queue-row-told = { $place }. { $name } · { $told }
queue-share = { $balance } · доля { $share }: конверсия { $rate }
queue-share-floor = { $balance } · доля { $share }, меньше не бывает: конверсия { $rate }
queue-share-ceiling = { $balance } · доля { $share }, больше не бывает: конверсия { $rate }
queue-idle = без лида с { $time }
queue-idle-ever = лидов ещё не было
queue-ringing = ждём ответа
queue-coming = <i>Ближайшие лиды: { $names }</i>
queue-run = { $name } ×{ $count }
queue-you = <b>{ $name } (вы)</b>
queue-absent = 🌙 { $name } · { $why }
queue-away = 🌙 { $why }: { $count }
queue-empty = Пока никого
queue-brief = 👉 { $name } · на месте { $count }
queue-brief-here = На месте { $count }
queue-brief-nobody = 🌙 На месте никого
