# Кнопки. Слова на них менять нельзя: на них опираются снаружи.

button-hand-over = 📤 Передать
button-apart = 📄 Отдельным лидом
button-segment = Сегмент: { $name } ✎
button-choose-phone = 📞 Клиент: { $phone }
button-by-region = 📍 { $name }
button-source = Источник ✎
button-source-is = Источник: { $name } ✎
button-discard = ✖️ Убрать
button-put-away = Скрыть список
button-details = Подробно
button-details-close = Скрыть подробности
button-draw-details = Как проверить
button-marked = { $words } ✓

button-claim = ✅ Беру
button-decline = 🙅 Не могу
button-assign = Назначить…
button-reassign = Назначить другого…
assignee = { $name } · { $load } в работе · { $balance }
assignee-absent = 🌙 { $name } · { $why }

button-copy-phone = 📋 Скопировать телефон
button-reached = ☎️ Дозвонился
button-not_reached = 📵 Недозвон
button-met = 🤝 Встреча
button-invoiced = 🧾 Счёт
button-won = 💰 Продажа
button-lost = 👎 Отказ
button-bad = 🗑 Брак
button-give-up = ↩️ Вернуть
button-withdraw = ↩️ Отозвать
button-amount = 💰 Сумма
button-reopen = 🔄 Вернуть в работу
button-skip-amount = Пропустить
button-skip-reason = Не надо
button-own-words = ✍️ Своими словами
button-skip-note = Не надо
button-skip-call_back = Не надо
button-skip-meeting = Не надо
button-call-back = ⏰ Перезвонить
button-time = ⏰ { $time }
button-another-time = Другое время
button-met-already = 🤝 Уже была
button-meeting-later = 🗓 Перенести
button-drop-appointment = ✖️ Убрать из планов
button-note = 📝 Заметка
button-bring-in = 🙋 Это мой новый лид
button-file = №{ $number } · { $name }
button-file-nameless = №{ $number }
button-file-under = К лиду…

button-settle-bad = Подтвердить брак
button-settle-good = Не брак
button-bring-back = 🟢 Вернуть на линию
button-why = Почему?

button-invite = 🔗 { $name }
button-moving-yes = Да, сделать ссылку
button-moving-no = Нет, не надо
button-invite-secretary = ➕ Секретарь
button-invite-manager = ➕ Менеджер
button-invite-head = ➕ Руководитель
button-invite-director = ➕ Директор
button-invite-admin = ➕ Администратор

language-name = Русский
