# История изменений офиса.

changes-title = <b>История изменений</b>
changes-none = Пока ничего не меняли
changes-head = 🕰 { $head }
changes-more = <i>И ещё { $count }: откройте кнопкой ниже</i>
changes-by-file = файл офиса
change-of = { $name } · { $what }
change-is = { $what }: { $before } → { $after }
change-in = { $what }: { $words }
change-other-order = другой порядок
change-order-people = Порядок людей
change-order-segments = Порядок сегментов
change-order-sources = Порядок источников
change-came-people = + Человек: { $what }
change-went-people = − Человек: { $what }
change-came-segments = + Сегмент: { $what }
change-went-segments = − Сегмент: { $what }
change-came-sources = + Источник: { $what }
change-went-sources = − Источник: { $what }
change-came-shifts = + Смена: { $what }
change-went-shifts = − Смена: { $what }
change-is-old = С тех пор это уже изменили ещё раз: вернуть нельзя.
button-take-back-change = ↩️ Вернуть как было

# Чего в настройках нет: люди, сегменты, источники и смены, как их называют их страницы.

field-office-holidays = Праздники
field-people-name = Имя
field-people-telegram_id = Аккаунт Telegram
field-people-roles = Роли
field-people-weight = Вес
field-people-capacity = Предел
field-people-locale = Язык
field-people-hours = Часы
field-people-rota = Смены
field-segments-name = Название
field-segments-match = Какие лиды
field-segments-members = Люди
field-segments-heads = Руководители
field-sources-name = Название
field-sources-kind = Вид
field-sources-segment = Сегмент
field-sources-secret_env = Где секрет
field-sources-straight_on = Передавать сразу
field-sources-phone_field = Как в форме зовут телефон
field-sources-name_field = Как в форме зовут имя
field-sources-extensions = Внутренние номера
value-as-office = как в офисе
value-no-capacity = без предела
value-nobody = никого
value-by-rules = по условиям
shift-kind-add = ещё один дежурный
shift-kind-remove = не дежурит
shift-kind-replace = вместо всех
shift-kind-instead = вместо: { $name }
