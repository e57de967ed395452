# Что стоит и что отложено: для администратора.

notice-trouble-deadlines = ⚠️ У лида вышел срок, а дальше он не идёт. Перезапустите программу. Если не поможет, причина в её журнале.
notice-trouble-over-deadlines = ✅ Лиды снова идут дальше в срок.
notice-trouble-outbox = ⚠️ Что-то больше десяти минут не доходит до людей: карточки могут отставать. Чаще всего виновата связь с Telegram; причина в журнале программы.
notice-trouble-over-outbox = ✅ До людей снова всё доходит.
notice-trouble-telegram = ⚠️ Бот не слышит Telegram: нажатия и сообщения не доходят. Проверьте на сервере сеть, прокси и вебхук.
notice-trouble-over-telegram = ✅ Бот снова слышит Telegram.
notice-trouble-set_aside = ⚠️ Бот обработал не всё, что ему прислали. Посмотреть и повторить: /office
notice-trouble-over-set_aside = ✅ Теперь обработано всё.

office-aside = ⚠️ Не обработано: { $count }
button-aside = ⚠️ Не обработано: { $count }
aside-title = <b>Не обработано: { $count }</b>
aside-about = Это бот обработать не смог, и людям об этом сказано. Можно повторить или удалить: удалённое пропадёт.
aside-none = ✅ Обработано всё
aside-row = { $place }. { $at } · { $kind } · <code>{ $error }</code>
aside-more = … и ещё { $count }
aside-kind-message = сообщение
aside-kind-tap = нажатие
aside-kind-unreadable = не прочитать
button-aside-retry = 🔁 Повторить { $place }
button-aside-let-go = 🗑 Удалить { $place }
done-aside-settled = Получилось
done-aside-failed = Снова не вышло
done-aside-let-go = Удалено
done-aside-gone = Уже разобрано
notice-trouble-cards = ⚠️ Не получилось показать: { $cards }. Остальное идёт как обычно, лид оттуда ушёл дальше. Причина в журнале программы.
notice-trouble-over-cards = ✅ За последний час всё удалось показать.

card-kind = { $kind ->
    [lead] карточку лида
    [pull] сколько лидов ждёт
    [files] голос или фото клиента
    [draw] жеребьёвку недели
    [menu] список команд
    [note] сообщение
    [summary] итоги
    [roster] график
    [week] график картинкой
    [swap] замену на смене
    [proposal] проект графика
    [trial] /try
    [move] вопрос о другом аккаунте
    [past] прошлые лиды из файла
    [rejects] строки файла, которые не прочитать
    [erasing] вопрос, кого стереть
    [protocol] протокол стирания
    [setup] /setup
    [help] /help
    [me] /me
    [queue] /queue
    [why] /why
    [left] лиды того, кто ушёл
    [mine] /mine
    [taken] /today
    [found] /find
    [kept] лиды, которые никто не взял
    [leads] /leads
    [office] /office
    [report] отчёт
    [workbook] файл Excel
    [bundle] архив журнала
    [office_file] файл офиса
    [roster_news] новости о графике
    [whatif] «А если иначе?»
    [seal] печать журнала
    [sample] продажи для проверки
    [invite] ссылку для новичка
    [invites] ссылки для новичков
    [moving] вопрос о ссылке
   *[other] карточку
}
