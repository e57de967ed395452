# Куда уходит: адреса, которым офис рассказывает о лидах.

notice-hook-failing = { $host } уже час не принимает события лидов. Я пробую дальше; что и почему — в /office, «Куда уходит».
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
