# Один клиент: два клиента оказались одним, и наоборот; лид добавлен к другому лиду того же клиента.

button-same-client = 👥 Тот же клиент
button-same-yes = 👥 Да, один клиент
button-same-no = Нет, разные
button-part = ✂️ Разделить
button-part-from = ✂️ Разделить: { $numbers }
button-add-to = 🔁 Добавить к №{ $number }
button-skip-same_client = Не надо

ask-same_client = 👥 Кто ещё этот клиент? Напишите, как для поиска: номер лида, имя или 4 цифры телефона.
ask-same = 👥 Кто ещё этот клиент? Выберите или напишите, как для поиска: номер лида, имя или 4 цифры телефона.
ask-same-found = 👥 Вот кто нашёлся. Выберите или напишите иначе.
ask-same-none = 👥 Никто не нашёлся. Напишите иначе: номер лида, имя или 4 цифры телефона.
ask-sure = 👥 { $one } и { $other }: один клиент?
client-nameless = Без имени
client-with-phone = { $name }, { $phone }
client-of = { $name } (№{ $number })
client-of-held = { $name } (№{ $number }, ведёт { $holder })
client-same = 👥 Тот же клиент: №{ $number }, пока ничей
client-same-holder = 👥 Тот же клиент: №{ $number }, ведёт { $name }
joined = 👥 { $numbers } и { $others }: один клиент с { $at }
joined-with-phones = 👥 { $numbers } ({ $phones }) и { $others }: один клиент с { $at }
lead-added = 🔁 Добавлен к №{ $number } как повтор. Никому не засчитан

done-clients-joined = Теперь это один клиент
done-clients-parted = Теперь это разные клиенты
done-skipped-same_client = Хорошо, клиенты остаются разными
refusal-same_already = Это уже один клиент
refusal-two_already = Это уже разные клиенты
refusal-not_both_open = Тот лид уже закрыт

notice-one-client = 👥 Ваш №{ $number } и №{ $other }: это один клиент. №{ $other } ведёт { $who }. Договоритесь, кто звонит. Отмечено: { $name }
notice-one-client-nobodys = 👥 Ваш №{ $number } и №{ $other }: это один клиент. №{ $other } пока ничей. Отмечено: { $name }
notice-one-client-yours = 👥 №{ $number } и №{ $other }: это один клиент, и оба у вас. Отмечено: { $name }
notice-one-client-head = 👥 №{ $number } (ведёт { $who }) и №{ $other } (ведёт { $other_who }): это один клиент, открыты оба. Можно назначить одного менеджера, карточки ниже. Отмечено: { $name }
notice-one-client-head-free = 👥 №{ $number } (ведёт { $who }) и №{ $other } (пока ничей): это один клиент, открыты оба. Можно назначить или соединить, карточки ниже. Отмечено: { $name }
notice-one-client-head-nobodys = 👥 №{ $number } и №{ $other }: это один клиент, и оба пока ничьи. Карточки ниже. Отмечено: { $name }
notice-phone-anothers = 📞 Этот номер у клиента из №{ $other }, его ведёт { $who }. Теперь №{ $number } и №{ $other }: один клиент.
notice-phone-anothers-nobodys = 📞 Этот номер у клиента из №{ $other }, его пока никто не взял. Теперь №{ $number } и №{ $other }: один клиент.
notice-phone-added = 📞 Это один клиент: №{ $number } добавлен к №{ $other } и никому не засчитан.
notice-withdrawn-added = 🔁 №{ $number } добавлен к №{ $into }: это один клиент. Отвечать не нужно, вам это ничего не стоит.

why-joined = 👥 { $at }: один клиент с { $numbers }. Решение: { $name }
why-parted = ✂️ { $at }: с { $numbers } всё-таки разные клиенты. Решение: { $name }
why-added = Добавлен к №{ $number }, это один клиент: взять его ещё никто не успел. Он никому не засчитан.
