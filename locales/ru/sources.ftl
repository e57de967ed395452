# What comes by itself: the words of a form as they stand on a card, and what is said of its source.
inquiry-page = Страница
inquiry-advert = Реклама
notice-source-unread = Источник «{ $source }» прислал то, чего я не могу прочитать: не вижу, как связаться с человеком. Ничего не пропало: оно ждёт в /sources.
inquiry-missed = Пропущенный звонок
inquiry-answered = Звонок, ответили
inquiry-called = Исходящий звонок, поговорили
inquiry-tried = Исходящий звонок, не дозвонились
