# Ответ на нажатие: одна строка поверх чата.

refusal-names = { $words }: { $names }
refusal-handed_already = Уже передан
refusal-taken = Лид уже забрали
refusal-yours_already = Лид уже у вас
refusal-closed = Лид уже закрыт
refusal-not_yours = Этот лид не у вас
refusal-not_offered_now = Время вышло, лид ушёл дальше
refusal-cut_short = Вас уже не было на месте, лид ушёл дальше. Вам это ничего не стоит
refusal-capacity = Больше открытых лидов пока не взять: закройте один из своих
refusal-last_rung = Дальше передавать некому
refusal-explained_already = Уже отмечено
refusal-not_a_manager = Лид можно отдать только менеджеру
refusal-unreachable = Telegram не доставит лид
refusal-not_disputed = Этот лид не спорный
refusal-disputed = Слово за руководителем, подождите

done-handed = Передаю
done-added = Добавлено к открытому лиду
done-claimed = Лид ваш
done-declined = Передаю дальше
done-explained = Спасибо, отмечено
done-progress = Отмечено
done-won = Поздравляю с продажей
done-lost = Закрыт: отказ
done-disputed = Спрошу руководителя
done-settled-bad = Брак подтверждён
done-settled-good = Не брак, лид возвращён менеджеру
done-returned = Возвращаю остальным
done-assigned = Назначен: { $name }
done-segment-changed = Сегмент изменён
done-phone-chosen = Номер клиента изменён
done-source-changed = Источник отмечен
done-skipped = Хорошо, без суммы
done-discarded = Убрано
done-invited-already = Ссылка уже готова, она ниже
