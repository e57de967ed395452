# Карточка лида: заголовок, состояние, клиент.

lead-draft = <b>Новый лид</b>
draft-by-itself = ⏱ Передам сам { $at }
lead-by-itself = ⏱ Передан сам: черновик ждал { $span }
lead-title = <b>№{ $number } · { $segment }</b>
lead-title-offer = <b>Новый лид №{ $number } · { $segment }</b>
lead-title-call_back = <b>⏰ Пора перезвонить · №{ $number } · { $segment }</b>
lead-title-meeting = <b>🗓 Встреча · №{ $number } · { $segment }</b>
lead-title-first_contact = <b>📞 Позвоните клиенту · №{ $number } · { $segment }</b>
lead-title-overdue = <b>⏰ Клиент ждёт звонка · №{ $number } · { $segment }</b>

lead-waiting = Подбираю менеджера
lead-waiting-opening = 🌙 Офис закрыт. Передам { $at } — <tg-time unix="{ $unix }" format="r">как откроемся</tg-time>
lead-waiting-urgent = Если срочно, скажите руководителю: лид можно назначить и сейчас.
lead-waiting-ringing = ⏳ Все, кто на месте, отвечают на другие лиды. Передам первому, кто освободится
lead-waiting-owner = ⏸ Клиента ведёт { $name }. Ждём { $until } — <tg-time unix="{ $unix }" format="r">потом предложу другим</tg-time>
lead-waiting-retry = ⏸ Сейчас предложить некому. Попробую снова { $at } — <tg-time unix="{ $unix }" format="r">лид не потеряется</tg-time>

lead-offered-owner = 👉 Предложен своему менеджеру: { $names }
lead-offered-offer = 👉 Предложен: { $names }
lead-offered-pull = 🕰 Ждёт, пока его попросят: { $names }
lead-offered-everyone = 👉 Предложен всем, кто на месте: { $names }
lead-offered-head = 👉 { $before ->
    [unasked] Сейчас некому предложить
    [returned] Лид вернули
   *[untaken] Никто не взял
}, решает руководитель: { $names }
lead-offered-director = 👉 { $before ->
    [unasked] Сейчас некому предложить
    [returned] Лид вернули
   *[untaken] Никто не взял
}, решает директор: { $names }
lead-offered-assign = 👉 Назначается вручную: { $names }
lead-offered-late = 👉 Всё-таки беру: { $names }
lead-deadline = ⏳ Ответ { $until } — <tg-time unix="{ $unix }" format="r">ждём</tg-time>
lead-repeat = 🔔 Пока ничей. Напомню { $at }

lead-held = ✅ Взят: { $name }
lead-held-after = ✅ Взят за { $span }: { $name }
lead-assigned = ✋ Назначен вручную: { $name }
lead-disputed = 🗑 Похоже на брак, решает руководитель
lead-disputed-reason = 🗑 Похоже на брак ({ $reason }), решает руководитель
lead-holder = Менеджер: { $name }
lead-closed = Закрыт
lead-withdrawn = ↩️ Отозван и никому не засчитан. Слова клиента снова в черновике

progress-not_reached = 📵 Недозвон
progress-reached = ☎️ Дозвонились
progress-met = 🤝 Была встреча
progress-invoiced = 🧾 Счёт выставлен

outcome-won = 💰 Продажа
outcome-won-amount = 💰 Продажа: { $amount }
outcome-lost = 👎 Отказ
outcome-lost-reason = 👎 Отказ: { $reason }
outcome-bad = 🗑 Брак
outcome-bad-reason = 🗑 Брак: { $reason }
recorded = { $outcome } · записано
recorded-won-no-amount = 💰 Продажа записана, сумма не указана

state-draft = черновик
state-waiting = ждёт
state-offered = предложен
state-held = в работе
state-disputed = спорный
state-closed = закрыт
state-withdrawn = отозван

client-name = 👤 { $name }
client-hidden-both = 👤 Имя и телефон — после «Беру»
client-hidden-name = 👤 Имя — после «Беру», телефона нет
client-hidden-phone = 👤 Телефон — после «Беру»
client-hidden-nothing = 👤 Имени и телефона нет, только сообщение
client-hidden-both-written = 👤 Имя, телефон и почта или Telegram — после «Беру»
client-hidden-name-written = 👤 Имя и почта или Telegram — после «Беру», телефона нет
client-hidden-phone-written = 👤 Телефон и почта или Telegram — после «Беру»
client-hidden-nothing-written = 👤 Почта или Telegram — после «Беру», имени и телефона нет
client-not-for-you-both = 👤 Имя и телефон видят менеджер и руководитель
client-not-for-you-name = 👤 Имя видят менеджер и руководитель, телефона нет
client-not-for-you-phone = 👤 Телефон видят менеджер и руководитель
client-not-for-you-nothing = 👤 Имени и телефона нет, только сообщение
client-not-for-you-both-written = 👤 Имя, телефон и почту или Telegram видят менеджер и руководитель
client-not-for-you-name-written = 👤 Имя и почту или Telegram видят менеджер и руководитель, телефона нет
client-not-for-you-phone-written = 👤 Телефон и почту или Telegram видят менеджер и руководитель
client-not-for-you-nothing-written = 👤 Почту или Telegram видят менеджер и руководитель, имени и телефона нет
client-erased-wish = 🧹 Данные стёрты по просьбе клиента
client-erased-retention = 🧹 Данные клиента стёрты: дольше мы их не храним
client-phone = 📞 { $phone }
client-no-phone = 📞 Телефона в сообщении нет
client-no-contact = ❗ Контакта нет: ни телефона, ни почты, ни Telegram
client-telegram = ✈️ @{ $contact }
client-account = ✈️ <a href="tg://user?id={ $contact }">Профиль в Telegram</a>
client-email = ✉️ { $contact }
client-more-contacts = И ещё контактов: { $count }
client-other-phone = 📞 Ещё номер: { $phone }
client-more-phones = И ещё номеров: { $count }
client-choose-phone = Номеров несколько. Если клиент не по первому, выберите его кнопкой.
client-slip-short = ❓ { $written } — похоже, не хватает цифры
client-slip-long = ❓ { $written } — похоже, лишняя цифра
client-slip-local = ❓ { $written } — похоже, нет кода города
client-slip-unknown = ❓ { $written } — похоже на опечатку, такого номера нет
client-ask-phone = Уточните номер: так по нему не дозвониться.
phone-extension = доб.
phone-with-extension = { $phone } { phone-extension } { $extension }
client-region = 📍 { $region }
client-region-text = 📍 { $region } (по тексту)
client-region-number = 📍 { $region } (по номеру, это догадка)
client-region-hand = 📍 { $region } (указано вручную)
client-region-unknown = 📍 Откуда клиент, не видно: проверьте сегмент
client-source = 🧭 Источник: { $source }
client-known = ⭐ Клиент знаком
client-known-owner = ⭐ Клиент знаком, его ведёт { $name }
client-yours = ⭐ Это ваш клиент
client-duplicate = ⚠️ Повтор: уже открыт №{ $number }
client-duplicate-holder = ⚠️ Повтор: уже открыт №{ $number }, его ведёт { $name }
draft-repeat = 🔁 Уже открыт №{ $number }. «Передать» добавит к нему
draft-twin = 🔁 Этот клиент уже есть в вашем черновике ({ $at }): соедините их в один лид
draft-twin-of = 🔁 Этот клиент уже есть в черновике ({ $name }, { $at }). Передайте любой: второй добавится к нему
draft-repeat-holder = 🔁 Уже открыт №{ $number }, его ведёт { $name }. «Передать» добавит к нему и сообщит
client-again = 🔁 Клиент обратился снова: { $at }{ $count ->
    [1] {""}
   *[other] {" "}(×{ $count })
}
story-mark = { $mark }, { $at }
story-marks = { $mark } ×{ $count }, последний { $last }
story-repeat = 🔁 { $at }, { $who }: { $words }
story-unmarked = <s>{ $mark }, { $at }</s> — отметка убрана
story-reason = ✍️ { $at }, { $who }: { $words }
story-note = 📝 { $at }, { $who }: { $words }
story-correction = ✏️ { $at }, { $who } · { $what }: { $words }
corrected-name = имя
corrected-phone = телефон
corrected-segment = сегмент
corrected-source = источник
corrected-message = сообщение
ask-onward = ✏️ Сегмент будет «{ $segment }». Передать лид дальше по правилу этого сегмента?
ask-no-contact = ❗ С клиентом будет не связаться. Есть телефон? Или передать так?
ask-name = ✏️ Напишите, как зовут клиента.
ask-phone = ✏️ Пришлите номер клиента, можно контактом.
ask-comment = ✏️ Напишите, что добавить о клиенте.
ask-note = 📝 Напишите заметку одним сообщением. Голос и фото тоже можно.
ask-verdict = ✍️ Почему не брак? Напишите одним сообщением: менеджер получит его с карточкой.
promised-call_back = ⏰ Перезвонить: { $at }
promised-meeting = 🗓 Встреча: { $at }
ask-call_back = ⏰ Когда перезвонить? Выберите или напишите: «завтра в 15», «пт 11:30», «через 2 часа».
ask-meeting = 🗓 Когда встреча? Выберите или напишите: «завтра в 15», «05.12 9:00».
ask-unsure = 🌙 { $at } — в это время вас нет на работе. Всё равно записать?
ask-retry = 📵 Когда попробовать ещё раз?
due-call_back = ⏰ Вы обещали перезвонить ({ $at }). Отметьте, как прошло, или перенесите.
due-meeting-ahead = 🗓 Скоро встреча: { $at }
due-meeting = 🗓 Была назначена встреча ({ $at }). Как прошла?
due-first_contact = 📞 Лид у вас с { $since }, а звонка ещё не было. Позвоните и отметьте, как прошло.
overdue-call_back = ⏰ Клиенту обещали перезвонить ({ $at }), отметки всё нет: { $name }. Можно назначить другого.
overdue-first_contact = 📞 Лид взят в { $since }, а звонка всё нет: { $name }. Можно назначить другого.
when-hour = через час, { $time }
when-today = сегодня { $time }
when-tomorrow = завтра { $time }
when-three_days = через 3 дня, { $time }
when-monday = в понедельник, { $time }
filing-which = К какому лиду это записать?
filing-none = Сейчас у вас нет открытых лидов, записать некуда. Новые лиды передаёт секретарь.
client-again-words = 🔁 { $at }: { $words }
client-duplicate-yours = ⭐ Этот клиент уже у вас: №{ $number }

attachments = 📎 { $files }
attachments-hidden = 📎 { $files }: { $count ->
    [1] откроется
   *[other] откроются
} после «Беру»
attachment-voice = { $count ->
    [1] голосовое
    [one] { $count } голосовое
    [few] { $count } голосовых
    [many] { $count } голосовых
   *[other] { $count } голосовых
}
attachment-photo = { $count ->
    [1] фото
   *[other] { $count } фото
}
attachment-video = { $count ->
    [1] видео
   *[other] { $count } видео
}
attachment-document = { $count ->
    [1] документ
    [one] { $count } документ
    [few] { $count } документа
    [many] { $count } документов
   *[other] { $count } документа
}
attachment-contact = { $count ->
    [1] контакт
    [one] { $count } контакт
    [few] { $count } контакта
    [many] { $count } контактов
   *[other] { $count } контакта
}
attachment-other = { $count ->
    [1] вложение
    [one] { $count } вложение
    [few] { $count } вложения
    [many] { $count } вложений
   *[other] { $count } вложения
}

history = 📜 История{ $pages ->
    [1] {""}
   *[other] {", "}страница { $page } из { $pages }
}
history-by = { $at }, { $who }
history-first = 💬 { $when }
history-repeat = 🔁 { $when }
history-note = 📝 { $when }
history-reason = ✍️ { $when }
history-mark = { $mark } · { $when }
history-unmark = ↩️ Отметка убрана: { $mark } · { $when }
history-correction = ✏️ { $what } · { $when }
history-leads = ⭐ Ещё лиды этого клиента:
