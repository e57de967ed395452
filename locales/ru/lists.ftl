# Списки лидов: /mine, /today, /find, /leads. Строка на лид, под ними кнопки с номерами.

list-mine = <b>Мои лиды: { $count }</b>
list-taken = <b>Сегодня приняли: { $count }</b>
list-found = <b>Нашлось: { $count }</b>
find-ask = 🔎 Кого найти? Напишите имя, номер лида, от четырёх цифр телефона или @имя в Telegram.
list-leads = <b>Открытые лиды: { $count }</b>
list-kept = 🔔 <b>Никто не взял: { $count }</b>
list-kept-none = Ничьих лидов нет.
list-as-of = на { $time }
list-narrowed = <i>{ $by }</i>
list-mine-none = Открытых лидов у вас нет.
list-taken-none = Сегодня лидов ещё не было. Пришлите сюда, что известно о клиенте, и появится карточка.
list-found-none = Ничего не нашлось. Попробуйте фамилию без имени или последние четыре цифры телефона.
list-leads-none = Открытых лидов нет.
list-none-such = Таких лидов нет.
list-page = <i>Страница { $page } из { $pages }</i>
list-more = <i>Нашлось больше, здесь самые новые. Уточните запрос.</i>

list-overdue = ❗
list-number = <b>№{ $number }</b>
list-draft = <b>Черновик</b>
list-name = { $name }
list-nameless = без имени
list-withdrawn = отозван
list-not-handed = не передан ({ $who })
list-not-handed-by-you = не передан
list-nobodys = 🔔 пока ничей
list-offered = 👉 предложен: { $who }
list-offered-to-you = 👉 ждёт вашего ответа
list-held = { $who }
list-disputed = 🗑 похоже на брак
list-no-mark = отметок нет
list-still = 💤 без движения { $span }
next-reminder = 🔔{"\u00a0"}{ $at }
next-call_back = ⏰{"\u00a0"}{ $at }
next-meeting = 🗓{"\u00a0"}{ $at }
next-first_contact = 📞{"\u00a0"}{ $at }

only-all = Все
only-nobodys = Ничьи
only-still = Без движения 3 дня
only-drafts = Черновики
narrow-any-who = все
narrow-any-segment = все

button-open = { $number } { $name }
button-draft = Черновик
button-refresh = 🔄 Обновить
button-back = ◀️
button-on = ▶️
button-narrow-who = 👤 Менеджер: { $name }
button-narrow-segment = 🧩 Сегмент: { $name }
leads-more = … и ещё { $count }
done-list-fresh = Список свежий
