# /people: люди офиса, каждый из них, его роли, сегменты, часы, отпуск.

people-title = <b>Люди</b>
button-people = 👥 Люди
button-former = Ушли: { $count }
office-count = <b>Люди</b>: { $count }
office-count-here = 🟢 На месте: { $count }
office-count-away = 🌙 { $why }: { $count }

person-here = 🟢 { $name } · { $roles } · { $load } в работе
person-there = 🟢 { $name } · { $roles }
person-present = на месте
absent-until = { $words } до { $day }
person-title = <b>{ $name }</b>
person-roles = { $roles }
person-state = { $here ->
    [yes] 🟢
   *[no] 🌙
} { $state }
person-leave = 🌴 Вернётся { $back }
person-leave-ahead = 🌴 Отпуск с { $first }, вернётся { $back }
person-load = В работе: { $load }
person-load-of = В работе: { $load } из { $capacity }
person-weight = Вес: { $weight }
person-teams = Сегменты: { $teams }
person-no-teams = Сегменты: пока ни одного, лиды не приходят
person-hours = Часы: { $hours }
person-hours-office = Часы: как у офиса
person-before = <i>Было: { $was }</i>
person-rota = { $on } через { $off } с { $start }, { $spans }
person-language = Язык: { $locale ->
    [en] английский
   *[ru] русский
}
person-account = Telegram: { $connected ->
    [yes] подключён
   *[no] ещё не подключён
}
decimal-point = ,
person-refused = 🤔 Так не получится. Попробуйте ещё раз.
person-meanwhile = ☝️ Пока вы писали, это уже изменили: выше то, что стоит сейчас. Напишите ещё раз, если нужно другое.
ask-person-name = ✍️ Напишите имя, как его увидят все.
ask-person-weight = ✍️ Напишите вес: 1 — обычная доля, 0,5 — вдвое меньше лидов, 2 — вдвое больше.
ask-person-capacity = ✍️ Напишите, сколько открытых лидов может быть сразу.
ask-person-hours = ✍️ Напишите часы: «пн-пт 9-18, обед 13-14» или сменами: «2/2 с 1 декабря 9-21».
ask-person-leave = ✍️ Напишите, когда отпуск: «с 3 по 10 декабря», «до пятницы», «завтра до 12:00».
button-person-no = Не надо
button-clear-capacity = Без предела
button-clear-hours = Как у офиса
button-clear-leave = Отменить отпуск
button-person-name = ✏️ Имя
button-person-weight = ⚖️ Вес
button-person-capacity = 📥 Предел
button-person-hours = 🕘 Часы
button-person-leave = 🌴 Отпуск
button-person-pause = ⏸ Пауза
button-person-back = ▶️ Вернуть
button-person-teams = 🧩 Сегменты
button-person-roles = 🎭 Роли
button-person-leads = 📂 Раздать открытые лиды: { $count }
button-person-account = 🔁 Другой аккаунт Telegram
button-person-link = 🔗 Пригласить в бота
button-as-before = ↩️ Как раньше
button-person-dismiss = 🚪 Уволить
button-ticked = ✅ { $words }
button-unticked = ▫️ { $words }
roles-title = <b>{ $name }</b> · роли
roles-about = Нажмите, чтобы дать роль или снять. Хотя бы одна должна остаться.
teams-title = <b>{ $name }</b> · сегменты
teams-about = Нажмите, чтобы добавить в сегмент или убрать из него.
dismiss-question = 🚪 Уволить: <b>{ $name }</b>?
dismiss-leads = Открытых лидов: { $count }. Руководитель сразу получит их списком и раздаст.
dismiss-effect = Доступ закроется, рабочие карточки в чате исчезнут. История и отчёты останутся, вернуть можно в любой день.
button-dismiss-yes = Да, уволить
button-dismiss-no = Нет, оставить
former-title = <b>Ушли</b>
former-about = Нажмите, чтобы принять снова: роли, вес и история сохранились, часы и сегменты можно вернуть как были.
former-none = Никого
button-rehire = ↩️ { $name }

notice-told-roles = 🎭 { $name }: теперь ваши роли — { $roles }.
notice-told-weight = ⚖️ { $name }: ваш вес теперь { $weight }. 1 — обычная доля.
notice-told-capacity = 📥 { $name }: открытых лидов у вас теперь может быть { $capacity }.
notice-told-no-limit = 📥 { $name }: предела открытых лидов у вас больше нет.
notice-told-hours = 🕘 { $name }: часы работы у вас теперь другие: { $hours }.
notice-told-hours-office = 🕘 { $name }: часы работы у вас теперь как у офиса.
notice-told-in = 🧩 { $name }: вы теперь в сегменте «{ $segment }».
notice-told-out = 🧩 { $name }: вы больше не в сегменте «{ $segment }».
notice-told-heads = 🎯 { $name }: вы теперь руководите сегментом «{ $segment }»: его лиды назначаете вы. Открытые: /leads
notice-told-heads-no-more = 🎯 { $name }: сегментом «{ $segment }» вы больше не руководите.
notice-told-pause = ⏸ { $name }: вы на паузе, лиды не приходят. Вернуться: /on
notice-told-leave = 🌴 { $name }: у вас отпуск. Лиды снова придут { $again }.
notice-told-no-leave = 🌴 { $name }: отпуск отменён, вы на месте.
notice-dismissed = Вы больше не в этом офисе. Спасибо за работу!

button-inviting = ➕ Пригласить
button-pick-people = 👤 Выбрать в Telegram
button-open-links = ✉️ Открытые приглашения: { $count }
button-revoke = ✖️ { $words }
inviting-title = <b>Пригласить</b>
inviting-about = Нажмите роль: появится ссылка с QR-кодом, её можно переслать целиком. Или выберите людей прямо в Telegram: они сразу будут в офисе и увидят всё, как только нажмут «Запустить».
picking-title = Какая роль у тех, кого выберете?
open-links-title = <b>Открытые приглашения</b>
open-links-about = Нажмите, чтобы отозвать: по такой ссылке больше никто не войдёт.
open-links-none = Все приглашения уже открыты, отозваны или устарели.
invitation-title = 👋 <b>{ $office }</b> приглашает в свой бот
invitation-for = Для кого: { $name }
invitation-link = Откройте ссылку или наведите камеру на код и нажмите «Запустить»: { $link }
invitation-life = Ссылка для одного человека, действует до { $until }.
key-pick-people = 👤 Выбрать людей
key-pick-nobody = Не надо
notice-pick-people = 👤 Роль: { $role }. Нажмите «Выбрать людей» под полем ввода, там можно отметить до десяти человек. Или пришлите контакт.
notice-taken-on = ✅ В офисе: { $names }. Попросите открыть этого бота и нажать «Запустить»: бот сам поздоровается.
notice-taken-on-already = Они уже в офисе.
notice-taken-on-unfit = 🤔 Не получилось: такое имя или роль не подходит.

button-ask-list = 📄 Списком из файла
button-make-listed = ✅ Завести всех: { $count }
list-title = <b>Люди списком</b>
list-about = 📄 Пришлите файл Excel или CSV. В первой строке названия столбцов: «Имя», «Роль», «Сегмент»; обязательно только имя. Сначала покажу, что прочитал.
list-refused = 🤔 Это не похоже на список: нужен столбец «Имя», до 300 строк.
list-count = Подходят { $count } из { $of }
list-good = ✅ { $name } · { $what }
list-bad = ⚠️ { $name } · { $why }
list-here = уже есть в офисе
list-twice = в списке дважды
list-role = нет роли «{ $words }»
list-segment = нет сегмента «{ $words }»
links-name = Имя
links-link = Приглашение
invites-caption = ✉️ Приглашения: { $count }. У каждого своя ссылка, действуют до { $until }.
