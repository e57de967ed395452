"""The words on the buttons that people in the tests tap, as the contract and the office's people know them.

They stand here as they are read and come from no locale: whoever renames a button finds out here who has learnt it.
A button's text contains its word; emoji around it are free.
"""

# the secretary's
HAND_OVER = "Передать"
APART = "Отдельным лидом"
CORRECT = "Исправить"
NAME = "Имя"
PHONE = "Телефон"
COMMENT = "Комментарий"
JOIN = "Соединить"
SEGMENT = "Сегмент"
SOURCE = "Источник"
DISCARD = "Убрать"
BRING_IN = "Это мой новый лид"
WITHDRAW = "Отозвать"

# of whoever is offered a lead, and of whoever has it
CLAIM = "Беру"
DECLINE = "Не могу"
CLAIM_AFTER_ALL = "Передумал(а): беру"
NOT_MY_SEGMENT = "Не мой сегмент"
TOO_BUSY = "Много дел"
OWN_WORDS = "Своими словами"
REACHED = "Дозвонился"
NO_ANSWER = "Недозвон"
MEETING = "Встреча"
INVOICE = "Счёт"
SALE = "Продажа"
REFUSAL = "Отказ"
TOO_EXPENSIVE = "Дорого"
BAD_LEAD = "Брак"
GIVE_BACK = "Вернуть"
REOPEN = "Вернуть в работу"
AMOUNT = "Сумма"
NOTE = "Заметка"
CALL_BACK = "Перезвонить"
MET_ALREADY = "Уже была"
COPY = "Скопировать"

# of whoever leads the team
BRING_BACK = "Вернуть на линию"
ASSIGN = "Назначить"
CONFIRM_BAD = "Подтвердить брак"
NOT_BAD = "Не брак"
PROPOSE_ROSTER = "Предложить график"
APPROVE = "Утвердить"

# anybody's
SEEK = "Ищу замену"
WHOLE_ROSTER = "Весь график"
TAKE_SHIFT = "Возьму смену"
CONFIRM = "Подтвердить"
SKIP = "Пропустить"
DETAILS = "Подробно"
HIDE_DETAILS = "Скрыть подробности"
HOW_TO_CHECK = "Как проверить"
HIDE = "Скрыть"
HIDE_LIST = "Скрыть список"
