# Дежурства в /office: неделя, день, смена и её правка.

button-duties = 🗓 Дежурства
button-change-shifts = ✏️ Поправить смены
duties-title = 🗓 <b>Дежурства</b>
duties-about = <i>Нажмите на сегмент, чтобы увидеть неделю и поправить смены.</i>
duties-unused = <i>{ $others ->
    [yes] Остальные сегменты здесь
   *[no] Эти сегменты
 } делят без дежурств.</i>
office-duty = <b>Дежурят</b>
roster-now-later = { $line } · дальше { $later }
roster-today = <i>Дежурит</i> · { $line }

duty-week-title = 🗓 <b>{ $segment }</b> · { $week }
duty-week-about = <i>Нажмите на день, чтобы поправить его смены.</i>
duty-week-caption = 🗓 { $segment }: { $week }
button-week-before = ◀️ Раньше
button-week-behind = Позже ▶️
button-week-again = 🔁 Как на прошлой неделе

duty-day-title = 🗓 <b>{ $day }</b> · { $segment }
duty-day-about = <i>Нажмите на смену, чтобы её поправить.</i>
button-add-shift = ➕ Поставить смену

shift-title = <b>{ $name }</b> · { $segment }
shift-runs = Смена уже идёт: всё, что вы поправите, считается с этой минуты.
shift-basis = Откуда смена: { $basis }
shift-instead = 🔄 вместо: { $name }
shift-sought = 🔄 ищем замену, пока никто не взял
button-shift-give = 👤 Отдать другому
button-shift-seek = 🔄 Искать замену
button-shift-unseek = Больше не искать замену
button-shift-hours = 🕘 Другие часы
button-shift-move = 📅 На другой день
button-shift-remove = 🗑 Снять смену

plan-add-title = ➕ <b>Новая смена</b> · { $segment }
plan-give-title = 👤 <b>Отдать смену</b> · { $segment }
plan-move-title = 📅 <b>Смена на другой день</b> · { $segment }
plan-hours-title = 🕘 <b>Другие часы</b> · { $segment }
plan-remove-title = 🗑 <b>Снять смену</b> · { $segment }
plan-week-title = 🔁 <b>Как на прошлой неделе</b> · { $segment }
plan-shift = Сейчас: { $duty } · { $name }
plan-when = Когда: { $duty }
plan-who = Кто: { $name }
plan-need-day = На какой день? Нажмите или напишите: «завтра», «24.11».
plan-need-hours = С какого до какого часа? Нажмите или напишите: «9-14».
plan-need-who = Кто дежурит? Нажмите на имя или напишите его.
plan-sure = Всё равно сделать?
plan-remove-sure = Снять эту смену?
plan-week-sure = Повторить неделю?
plan-week-about = Неделя станет такой же, как предыдущая:
plan-week-same = Неделя уже такая же, как предыдущая.
plan-gained = ➕ { $duty } · { $name }
plan-lost = ➖ { $duty } · { $name }
plan-more = … и ещё { $count }
plan-unread = 🤔 Это ни день, ни часы, ни имя из сегмента.
plan-refused = 🚫 { $why }
choice = { $words }
choice-doubted = ⚠️ { $words }
choice-refused = 🚫 { $words }
button-plan-anyway = ⚠️ Всё равно сделать
button-plan-remove = 🗑 Да, снять
button-plan-week = 🔁 Да, повторить
button-plan-no = Не надо

doubt-gap = ⚠️ Никого: { $duty }
doubt-elsewhere = ⚠️ { $name }: в это время дежурит и в другом сегменте, { $segment } ({ $duty })
doubt-leave = ⚠️ { $name }: отпуск, а смена { $duty }
doubt-off-hours = ⚠️ { $name }: не в свои рабочие часы, { $duty }

swap-by = Замену ищет: { $name }
done-duty-changed = Готово. Кого это касается, те узнают
done-swap-stopped = Больше не ищем, смена остаётся прежней
refusal-duty_runs = Смена уже идёт: изменить можно только её конец, и не раньше этой минуты
notice-told-swap-follows = 🔄 { $name }: ваша смена теперь { $duty }, замену ищем уже на неё.
notice-told-swap-back = 🔄 { $name }: смены { $duty } у вас больше нет, замену на неё не ищем.

# Свой календарь: приватная ссылка на дежурства.

button-feed = 📲 В календарь телефона
feed-title = 📲 <b>Ваши дежурства в календаре телефона</b>
feed-about = Ссылка откроет их в календаре Google, Apple или Яндекса, и они сами обновляются, когда график меняется. Кто знает ссылку, видит ваши смены: клиентов и имён там нет. Отозвать её можно в любой момент.
feed-address = <code>{ $address }</code>
feed-how = Скопируйте ссылку и добавьте в календаре «по URL» («подписаться на календарь»). Никому её не пересылайте: новая ссылка отменяет старую.
button-feed-make = Сделать ссылку
button-feed-copy = 📋 Скопировать ссылку
button-feed-again = 🔁 Сделать новую
button-feed-revoke = Отозвать ссылку
feed-name = Дежурства · { $office }
feed-duty = Дежурство · { $segment }
done-feed-made = Ссылка готова
done-feed-again = Ссылка новая, прежняя больше не работает
done-feed-revoked = Ссылка отозвана: календарь больше ничего не получит

# Недельный план: часы, которые повторяются каждую неделю.

button-weekly = 🗒 Недельный план
duty-weekly-title = 🗒 <b>Недельный план</b> · { $segment }
duty-weekly-about = <i>Эти часы повторяются каждую неделю. Нажмите на строку, чтобы убрать её.</i>
duty-weekly-row = { $name }: { $hours }
button-unplan = ✖️ { $name } · { $hours }
button-plan-hours = ➕ Добавить часы
plan-plan-title = ➕ <b>Часы каждую неделю</b> · { $segment }
plan-unplan-title = ✖️ <b>Убрать из недельного плана</b> · { $segment }
plan-need-plan = В какие дни и часы? Нажмите или напишите: «пн-пт 9-18».
plan-weekly-about = Ближайшие недели станут такими:
plan-plan-sure = Повторять каждую неделю?
plan-unplan-sure = Убрать из каждой недели?
button-plan-plan = ➕ Да, каждую неделю
button-plan-unplan = ✖️ Да, убрать
