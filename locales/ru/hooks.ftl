# Куда уходит: адреса, которым офис рассказывает о лидах.

notice-hook-failing = { $host } уже час не принимает события лидов. Я пробую дальше; что и почему — в /office, «Куда уходит».
notice-hook-works = ✅ { $host } снова принимает события лидов. { $count ->
    [0] Всё уже там.
    [one] Ещё { $count } событие отправляю.
    [few] Ещё { $count } события отправляю.
    [many] Ещё { $count } событий отправляю.
   *[other] Ещё { $count } события отправляю.
}
notice-hook-gone = { $host } ответил, что его больше нет (410). Я выключил его; включить снова — в /office, «Куда уходит».

event-all = все
event-handed = Передан
event-offered = Предложен
event-claimed = Взят
event-declined = Не взяли
event-lapsed = Не ответили
event-returned = Возвращён
event-reassigned = Отдан другому
event-progress = Отметка
event-closed = Закрыт
event-reopened = Снова в работе

change-order-hooks = Порядок адресов
change-came-hooks = + Куда уходит: { $what }
change-went-hooks = − Куда уходит: { $what }
field-hooks-url = Адрес
field-hooks-secret_env = Где секрет
field-hooks-events = О чём
field-hooks-personal = С данными клиента
field-hooks-private = Своя сеть

button-hooks = 📤 Куда уходит
hooks-title = <b>Куда уходит</b>
hooks-about = Адреса, которым я рассказываю о лидах: сайт, таблица, своя программа.
hooks-none = Пока никуда.
hooks-row = • <b>{ $host }</b> — { $state }
hook-waiting = ждут: { $count }
hook-waiting-for = ⏳ Ещё не дошло: { $count }
hook-ask = ✏️ Пришлите адрес, например <code>https://crm.example/leads</code>. Он должен начинаться с <code>https://</code> — или с <code>http://</code>, если это своя сеть.
hook-refused = Это не адрес.
hook-state-on = ✅ включён
hook-state-tried = ⚠️ пробное не прошло
hook-state-works = ✅ работает
hook-state-fails = ⚠️ не принимает с { $since }
hook-state-off = ⏸ выключен { $since }
hook-state-gone = ⛔ ответил, что его больше нет (410), выключен { $since }
hook-state-unsigned = 🔐 нет секрета: без подписи я не отправляю
hook-title = <b>{ $host }</b>
hook-url = <code>{ $url }</code>
hook-events = 🔔 О чём: { $events }
hook-personal = 👤 С данными клиента: имя, телефон, сообщение
hook-thin = 🙈 Без данных клиента: только номер лида и кто что сделал
hook-private = 🏠 Может быть в своей сети
hook-secret-env = 🔐 Секрет задан на сервере, в { $name }
hook-secret-both = 🔐 До { $until } подписываю обоими секретами: новым и прежним
button-hook-new = ➕ Новый адрес
button-hook-sent = 📜 Что отправлено
button-hook-test = 🧪 Отправить пробное
button-hook-events = 🔔 О чём
button-hook-on = ▶️ Включить
button-hook-off = ⏸ Выключить
button-hook-personal = 👤 Отправлять данные клиента
button-hook-thin = 🙈 Не отправлять данные клиента
button-hook-private = 🏠 Разрешить свою сеть
button-hook-public = 🌍 Только интернет
button-hook-rotate = 🔐 Новый секрет
button-hook-remove = 🗑 Убрать
button-hook-leave = Оставить как есть
hook-personal-question = Отправлять на { $host } данные клиентов?
hook-personal-effect = Имя, телефон и сообщение каждого клиента уйдут за пределы офиса. Стереть их там я не смогу.
button-hook-personal-yes = Да, отправлять
hook-private-question = Разрешить для { $host } адреса своей сети?
hook-private-effect = Тогда я отправлю и на адрес внутри вашей сети или этого сервера. Нужно только для своих программ.
button-hook-private-yes = Да, разрешить
hook-rotate-question = Сделать для { $host } новый секрет?
hook-rotate-effect = Сутки я буду подписывать обоими, новым и прежним: за это время впишите новый у получателя.
button-hook-rotate-yes = Да, новый секрет
hook-remove-question = Больше ничего не отправлять на { $host }?
hook-remove-effect = Адрес уйдёт из списка вместе с секретом и с тем, что ещё не дошло.
button-hook-remove-yes = Да, убрать
hook-secret-title = <b>Секрет для { $host }</b>
hook-secret = <code>{ $secret }</code>
hook-secret-once = Впишите его у получателя: по нему видно, что пишу я. Больше я его не покажу.
hook-secret-rotated = Прежний действует ещё сутки.
button-hook-copy = 📋 Скопировать
button-hook-seen = Готово
hook-events-title = <b>{ $host }: о чём рассказывать</b>
hook-events-about = Хотя бы об одном.
hook-sent-title = <b>{ $host }: что отправлено</b>
hook-sent-none = Пока ничего.
hook-sent-event = №{ $lead } { $event }
hook-sent-test = Пробное
hook-sent-pending = ⏳ { $what }, { $at }: { $tries }
hook-sent-delivered = ✅ { $what }, { $at }: { $tries }
hook-sent-given_up = ❌ { $what }, { $at }: { $tries }
hook-sent-off = ⏸ { $what }, { $at }: { $tries }
hook-sent-not-yet = не отправлялось
hook-sent-again = ещё раз { $at }
hook-why-timeout = не дождался
hook-why-name = нет такого имени
hook-why-connection = нет связи
hook-why-certificate = сертификат
hook-why-forbidden = адрес своей сети
hook-why-secret = нет секрета
hook-why-entry = нет записи
hook-why-error = сбой
button-hook-again = 🔁 Отправить ещё раз: { $what }
done-hook-tested = Отправляю пробное
done-hook-sent-again = Отправляю ещё раз
done-hook-removed = Адрес убран
