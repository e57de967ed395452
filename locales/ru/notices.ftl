# Короткие сообщения: что-то случилось.

notice-welcome = Здравствуйте, { $name }. Вы здесь: { $roles }. Что можно делать: /help
notice-welcome-admin-empty-office =
    Здравствуйте, { $name }. Офис пока пуст.
    Опишите его в файле (образец: <code>office.example.toml</code>) и загрузите на сервере:
    <code>python -m bot office load office.toml</code>
    Потом вернитесь сюда: /office сделает приглашения.
notice-stranger = Здравствуйте. Это рабочий бот, вход по приглашению администратора.
notice-invitation-invalid = Эта ссылка уже использована или устарела. Попросите у администратора новую.
notice-invitation-accepted = Добро пожаловать, { $name }. Вы здесь: { $role }. Что можно делать: /help
notice-on = 🟢 Вы на месте, лиды приходят.
notice-on-already = Вы уже на месте, лиды приходят.
notice-off = 🌙 Пауза: лиды не приходят, ваша доля не меняется. Вернуться: /on (в очереди встанете в конец).
notice-off-until = 🌙 Вас нет до { $day }. В этот день лиды снова пойдут сами, место в очереди сохранится. Вернуться раньше: /on
notice-off-usage = Не понял день. Напишите, например: /off 01.12 — и в этот день лиды снова пойдут.
notice-paused-by-lapses = 🌙 { $lapses ->
    [one] { $lapses } лид подряд остался
    [few] { $lapses } лида подряд остались
    [many] { $lapses } лидов подряд остались
   *[other] { $lapses } лида подряд остались
} без ответа, поэтому вы на паузе. Как будете на месте, нажмите /on
notice-person-unreachable = ⚠️ Telegram не доставляет сообщения: { $name }. Похоже, бот заблокирован. Лиды пока идут другим; вернуть всё поможет /start в чате с ботом.
notice-amount-saved = 💰 Записано: №{ $number }, { $amount }
notice-amount-not-understood = Сумма не понята. Ответьте одним числом, например 120000.
notice-not-your-command = Эта команда не для вашей роли. Что можно: /help
notice-text-not-understood = Не знаю, что делать с этим сообщением: новые лиды передаёт секретарь. Что можно: /help
notice-why-usage = Напишите номер лида, например: /why 7
notice-why-unknown = Лида №{ $number } нет.
notice-draft-discarded = Черновик убран.
notice-language-changed = Теперь говорим по-русски.
notice-files-gone = Вложения больше не открываются. Спросите о них у секретаря.
notice-update-failed = Что-то пошло не так. Ничего не потеряно, администратор это видит. Попробуйте ещё раз чуть позже.
