# Итоги для директора: прочесть за двадцать секунд.

summary-title = <b>Итоги: { $period }</b>
summary-nothing = { $period }: новых лидов не было.
summary-in = Пришло { $handed }, взято { $claimed }
summary-drafts = 📝 Черновиков не передано: { $count }
summary-unclaimed = ⚠️ Ничьих: { $count } ({ $numbers })
summary-open = В работе: { $count } ({ $numbers })
summary-open-count = В работе: { $count }
summary-seller = { $name } { $count }
summary-won = 💰 Продаж: { $count }
summary-won-amount = 💰 Продаж: { $count } на { $amount }
summary-lost = отказов: { $count }
summary-bad = брак: { $count }
summary-conversion = Конверсия { $share } ({ $won } из { $of })
summary-speed = Обычно берут за { $median }
summary-contact = ☎️ Первый звонок через { $median } после «Беру»
summary-speed-most = Обычно берут за { $median }, почти всегда — за { $most }
summary-lapsed = ⌛ Без ответа осталось { $count ->
    [one] { $count } предложение
    [few] { $count } предложения
    [many] { $count } предложений
   *[other] { $count } предложения
}
summary-known = Знакомые клиенты: { $count }
summary-known-share = Знакомые клиенты: { $count }, продаж { $won }, конверсия { $share }
summary-unknown = Новые клиенты: { $count }
summary-unknown-share = Новые клиенты: { $count }, продаж { $won }, конверсия { $share }
summary-fairness = ⚖️ Поделено поровну на { $jain }
summary-furthest = Больше всех недополучено: { $name }, { $leads } лида

summary-funnel = 📞 Отмечено: дозвон { $reached }, встреча { $met }, счёт { $invoiced }
share-of-few = { $share }, вероятно { $low }–{ $high }%
share-of-few-short = { $share }, { $low }–{ $high }%

report-day = День
report-week = Неделя
report-month = Месяц
report-to-all = ← Итоги
report-to-details = Подробно
report-to-people = 👥 Менеджеры
report-to-parts = 🗂 Сегменты
report-to-clock = 🕘 Часы
report-to-why = ❓ Причины
report-to-habits = 🔎 Привычки
report-to-excel = 📊 Excel
report-people = <b>Менеджеры: { $period }</b>
report-parts = <b>Сегменты: { $period }</b>
report-sources = <b>Откуда пришли</b>
report-clock = <b>Когда приходят: { $period }</b>
report-why = <b>Почему отказались: { $period }</b>
reasons-none = Никто ничего не отклонил, отказов и брака нет.
reasons-declined = 🙅 «Не могу» { $count }: { $reasons }
reasons-lost = 👎 Отказы клиентов { $count }: { $reasons }
reasons-bad = 🗑 Брак { $count }: { $reasons }
reasons-declined-short = «не могу»: { $reasons }
reasons-lost-short = отказы: { $reasons }
reasons-bad-short = брак: { $reasons }
reasons-of = <b>{ $name }</b>: { $figures }
reason-count = { $reason } { $count }
reason-own-words = своими словами
reason-untold = без причины

part-line = <b>{ $name }</b>: { $figures }
part-in = пришло { $count }, взято { $claimed }
part-sold = продаж { $won } из { $of }
part-sold-share = продаж { $won } из { $of } ({ $share })
part-unknown = не указано

team-line = <b>{ $name }</b>: { $figures }
team-claimed = взято { $count }
team-claimed-in = взято { $count } за { $span }
team-contact = звонок через { $span }
team-sold = продаж { $won } из { $of }
team-declined = «не могу» { $count }
team-own = своих { $count }
team-asked = по «Дать лид» { $count } из { $of }
team-asked-never = ни одной просьбы за период
team-lapsed = без ответа { $count }
team-short = до доли не хватает { $leads }
team-over = сверх доли { $leads }

sample-title = <b>🔎 Проверка продаж</b> · { $period }
sample-odd = { $name }: за четыре недели продано { $won } из { $closed }, у остальных { $others } из { $of }.
sample-call = { $count ->
    [one] Позвоните этому клиенту: всё ли так?
    [few] Позвоните этим клиентам: всё ли так?
    [many] Позвоните этим клиентам: всё ли так?
   *[other] Позвоните этим клиентам: всё ли так?
}
sample-row = №{ $number } · { $name }
sample-row-amount = №{ $number } · { $name } · { $amount }
sample-how = <i>Выбрал жребий по печати журнала: заранее его не знает никто. Кнопка откроет карточку лида.</i>

summary-swapped = 🔄 Заменами взяты часы богаче (+) или беднее (−), в лидах: { $names }
moments = ⏱ { $name } передаёт черновик обычно через { $wait } после первого сообщения; { $before } из { $count } ушли раньше более старых. Спросить, почему?
moments-favour = Из ушедших раньше { $count } из { $of } предложены сначала одному человеку: { $name }, а его доля там { $share }
