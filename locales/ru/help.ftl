# /start, /help и меню команд.

help-title = <b>{ $name }</b>, вот что здесь можно:
help-secretary = 📤 Пришлите сюда всё, что известно о клиенте: текст, контакт, голосовое, фото или пересланное. Появится карточка с кнопкой «Передать», дальше я сам.
help-manager = ✅ Лиды приходят сюда с кнопкой «Беру». Телефон клиента откроется, как только возьмёте. Не можете — нажмите «Не могу», и лид уйдёт дальше.
help-head = ✋ Сюда придут лиды, которые никто не взял, и спорные. Любой лид можете назначить сами.
help-of-segments = 🎯 Вы руководите здесь: { $segments }. Лиды, которые там никто не взял, и спорные придут вам, назначить можете любой: /leads
help-director = 📊 Каждый вечер сюда приходят итоги дня.
help-admin = ⚙️ Приглашайте людей и смотрите, как устроен офис.
help-words = ⌨️ Кнопки под чатом делают то же, что команды: { $words }.
help-command-on = /on — на месте, лиды приходят
help-command-off = /off — пауза; /off 01.12 — не будет до этого дня; /off с 3 по 10 декабря — отпуск; /off 14:00-18:00 — на часы
help-command-me = /me — ваша доля и место в очереди
help-command-pull = /pull — дать лид: самый давний из тех, что ждут
help-command-mine = /mine — лиды в работе у вас
help-command-today = /today — что приняли сегодня и что с этим стало
help-command-find = /find Кузнецов — найти лид: имя, номер, от четырёх цифр телефона или @имя
help-command-queue = /queue — кто следующий
help-command-why = /why N — кому и почему достался лид №N
help-command-leads = /leads — все открытые лиды
help-command-office = /office — люди, сегменты, схемы
help-command-people = /people — люди: роли, вес, часы, отпуск; /people Петров — найти
help-command-setup = /setup — настройка офиса по шагам
help-command-report = /report — итоги на сейчас

command-start = Начало
command-help = Что здесь можно
command-on = На месте
command-off = Пауза
command-pull = Дать лид
command-mine = Мои лиды
command-today = Что приняли сегодня
command-find = Найти лид: имя, номер, телефон
command-me = Моя доля и место в очереди
command-queue = Кто следующий
command-why = Кому и почему достался лид: /why 7
command-leads = Открытые лиды
command-office = Люди и схемы
command-people = Люди
command-setup = Настройка офиса
command-report = Итоги на сейчас

# Слова на клавиатуре под чатом: нажатие отправляет слово. Менять нельзя: на них опираются снаружи.

word-on = На месте
word-pull = Дать лид
word-mine = Мои лиды
word-today = Сегодня
word-find = Найти
word-off = Пауза
word-queue = Очередь
word-leads = Лиды
word-report = Отчёт
word-office = Офис
