# Что видит менеджер: предложение, свой лид, чужой лид. И вопросы руководителю.

offer-again = 🔁 Повторяю на всякий случай: первое сообщение могло не дойти
offer-reminder = 🔔 Напоминание { $count }: лид всё ещё ничей
offer-step-several = Предложен сразу нескольким: кто первый нажмёт «Беру», того и лид
offer-step-window = Предложен сразу нескольким. Кто нажмёт «Беру» за { $span } после первого, участвует; лид получит тот из них, кому до своей доли не хватает больше всех
offer-step-everyone = { $before ->
    [unasked] Предложен всем, кто на месте
    [returned] Лид вернули
   *[untaken] По одному никто не взял
}. Кто первый нажмёт «Беру», того и лид
offer-step-head = { $before ->
    [unasked] Сейчас некому предложить
    [returned] Лид вернули
   *[untaken] Никто не взял
}. Решите сами: возьмите или назначьте
offer-step-director = { $before ->
    [unasked] Сейчас некому предложить
    [returned] Лид вернули
   *[untaken] Никто не взял
}. Решите сами: возьмите или назначьте
offer-deadline = ⏳ Ответьте { $until } — <tg-time unix="{ $unix }" format="r">время идёт</tg-time>
offer-window-open = ⏳ Желающие уже есть. Чтобы участвовать, нажмите «Беру» до { $time }
offer-wanted = ✋ Вы в списке. Решится в { $time }
offer-last = Дальше передавать некому, лид ждёт вас. Напомню { $at }
offer-stays = Дальше передавать некому, лид ждёт вас

declined = Хорошо, передаю дальше. Почему?
declined-costs = Не засчитается: { $free }. С другой причиной засчитается как полученный лид.
declined-costs-left = Бесплатно: { $free }, осталось { $left } из { $count }. С другой причиной засчитается как полученный лид.
declined-costs-beyond = Засчитается как полученный лид с любой причиной: { $count ->
    [one] { $count } бесплатный отказ на последние 40 ответов уже был
    [few] { $count } бесплатных отказа на последние 40 ответов уже были
    [many] { $count } бесплатных отказов на последние 40 ответов уже были
   *[other] { $count } бесплатных отказа на последние 40 ответов уже были
}.
declined-costs-always = Засчитается как полученный лид.
declined-asks = «Не мой сегмент» решает руководитель: пока не согласится, засчитан.
declined-free = Вам это ничего не стоит.
declined-noted = Спасибо, отмечено
declined-asked = 🧭 Спросил руководителя. Если лид и правда не ваш, он не засчитается
declined-agreed = 🧭 Руководитель согласен: лид не ваш и не засчитан
declined-refused = 🧭 Руководитель считает, что сегмент ваш: лид засчитан
decline-busy = Много дел
decline-away = Не на месте
decline-wrong_segment = Не мой сегмент
decline-conflict = Конфликт интересов
decline-other = Другое

bystander-held = №{ $number } взят: { $name }
bystander-decided = №{ $number } достался: { $name }. Из тех, кто нажал «Беру», до своей доли там не хватало больше всех
bystander-closed = №{ $number } закрыт
bystander-withdrawn = №{ $number } отозван
bystander-offered = №{ $number } ушёл дальше, предложен: { $names }
bystander-waiting = №{ $number } ушёл дальше
bystander-lapsed-offered = №{ $number }: время вышло, предложен: { $names }
bystander-lapsed-waiting = №{ $number }: время вышло, лид ушёл дальше
bystander-opening = №{ $number }: предложу снова { $at }
bystander-cut-closing = Рабочее время кончилось, вам это ничего не стоит.
bystander-cut-lunch = Начался обед, вам это ничего не стоит.
bystander-cut-shift = Ваше дежурство кончилось, вам это ничего не стоит.
bystander-cut-off = Вы ушли на паузу, вам это ничего не стоит.
bystander-cut-leave = У вас отпуск, вам это ничего не стоит.
bystander-cut-gone = Этот сегмент теперь не ваш, вам это ничего не стоит.
bystander-gone = Этот лид убрали

holder-yours = ✅ Лид ваш
holder-assigned = ✋ Лид назначен вам вручную
holder-disputed = 🗑 Отмечен как брак, решает руководитель
holder-disputed-reason = 🗑 Отмечен как брак ({ $reason }), решает руководитель
holder-undo-until = <i>Ошиблись? Исправить можно { $until }.</i>
holder-reminder = ⏰ Лид давно без движения. Что нового? Отметьте или закройте
ask-reason = ✍️ Напишите причину одним сообщением, руководитель её увидит
ask-amount = Какая сумма? Ответьте одним числом
ask-sale = Сколько принесла продажа? Ответьте одним числом: с ним лид и закроется
holder-why-lost = Почему клиент отказался?
holder-why-bad = 🗑 Почему брак? Нажмите или напишите своими словами: руководитель увидит причину.
holder-bad = Брак подтверждён. В вашу долю он не считается

lost-price = Дорого
lost-competitor = Выбрали других
lost-no_need = Уже не нужно
lost-no_answer = Не отвечает
lost-other = Другое
bad-spam = Спам
bad-wrong_number = Не тот номер
bad-not_ours = Не наш товар
bad-double = Дубль
bad-other = Своими словами

head-settle = 🗑 Менеджер считает лид браком. Согласны?
bad-against = Брак за 90 дней: { $who } { $times } из { $of }, остальные { $others } из { $of_others }
wrong-segments-against = Таких отказов за 90 дней: { $who } { $times } из { $of }, остальные { $others } из { $of_others }
head-settle-reason = 🗑 Менеджер считает лид браком: { $reason }. Согласны?
