# /why: почему лид достался тому, кому достался. Один-два простых предложения на каждый шаг.

why-title = <b>Почему №{ $number }</b> · { $segment }
why-title-day = <b>Почему №{ $number }</b> · { $segment } · { $day }
why-no-steps = Его ещё никому не предлагали.
why-imported = Лид из прошлого, { $day }: внесён из файла. Fairlead его не раздавал и никого не выбирал.
why-earlier = <i>Шагов до этого: { $count }</i>

why-offered = <b>{ $time }</b> Предложен: { $names }.
why-kept = Это свой клиент: лид завёл сам менеджер, { $name }. На очередь и доли это не влияет.
why-assigned = <b>{ $time }</b> Назначен вручную: { $names }.
why-late = <b>{ $time }</b> Всё-таки взят: { $names }.
why-late-who = Сначала был отказ или молчание, но лид ещё был ничей.
why-chooses = <b>{ $time }</b> Кому отдать, решает руководитель: { $names }.
why-you = Это вы.
why-you-too = Вам тоже.

why-only = Больше предложить было некому.
why-most_behind = До своей доли не хватало больше всех: { $figure } лида.
why-least_ahead = Свою долю получили уже все, кто был на месте; сверх неё меньше всех: { $figure } лида.
why-elsewhere = Столько же не хватало не только здесь; по всем сегментам вместе здесь не хватало больше.
why-first_in_line = Первое место в очереди.
why-on_duty = Других свободных на дежурстве не было.
why-longest_idle = Дольше всех без нового лида.
why-longest_idle-since = Дольше всех без нового лида: с { $time }.
why-share = Доля { $share }: конверсия { $rate }.
why-share-floor = Доля { $share }, меньше не бывает: конверсия { $rate }.
why-share-ceiling = Доля { $share }, больше не бывает: конверсия { $rate }.
why-worth = Засчитан за { $price } лида: таких продано { $won } из { $of }, а всех { $all } из { $closed }.
why-worth-ordinary = Лид обычный, засчитан за один.
why-no-sales = Продаж ещё не было, поэтому доли без поправки на конверсию.
why-drawn = Первое место по жребию на этот день.
why-drawn-next = Первое место по жребию из тех, кто был свободен; раньше стояли: { $names }.
why-not_drawn = Жеребьёвки ещё не было, поэтому по доле.
why-picked = Это выбор секретаря: { $name }.
why-picked-away = Выбор секретаря был другой: { $name } ({ $why }). Дальше по доле.
why-not_picked = Секретарь не выбирал, поэтому по доле.
why-waits = <b>{ $time }</b> Лид ждал, пока его попросят. Попросить могли: { $names }.
why-all_at_once = Сразу всем, кто на месте: кто первый взял, того и лид.
why-window = Сразу всем, кто на месте. Участвуют те, кто нажал «Беру» за { $span } после первого; лид получает тот из них, кому до своей доли не хватает больше всех.
why-reserve = Руководитель не выбрал, решает запасная схема ({ $scheme }).
why-own_client = Это свой клиент, лид не засчитывается.
why-duplicate = Открытый лид этого клиента уже в тех же руках, поэтому не засчитывается.
why-ladder_everyone = { $before ->
    [unasked] Сразу всем, кто на месте.
    [returned] Лид вернули, поэтому сразу всем, кто на месте.
   *[untaken] По одному никто не взял, поэтому сразу всем, кто на месте.
}
why-ladder_head = { $before ->
    [unasked] Предложить было некому, поэтому руководителю.
    [returned] Лид вернули, поэтому руководителю.
   *[untaken] Никто не взял, поэтому руководителю.
}
why-ladder_director = { $before ->
    [unasked] Предложить было некому, поэтому директору.
    [returned] Лид вернули, поэтому директору.
   *[untaken] Никто не взял, поэтому директору.
}
why-scheme = Схема: { $scheme }.
why-by = Решение: { $name }.
why-fair-same = По схеме было бы так же.
why-fair-you = По схеме он достался бы вам.
why-fair-other = По схеме было бы: { $name }.

why-your-behind = Вам не хватало { $figure }.
why-your-ahead = Вы получили сверх своей доли { $figure }.
why-your-level = Вы получили ровно свою долю.
why-your-close = Вам — чуть меньше.
why-your-tie = Вам — ровно столько же; тогда решает порядок в сегменте.
why-your-elsewhere = Вам — ровно столько же; но по всем сегментам вместе вам не хватало меньше.
why-your-share = Ваша доля { $share }: конверсия { $rate }.
why-your-share-floor = Ваша доля { $share }, меньше не бывает: конверсия { $rate }.
why-your-share-ceiling = Ваша доля { $share }, больше не бывает: конверсия { $rate }.
why-your-place = Ваше место в очереди: { $place }.
why-your-draw = Ваше место по жребию: { $place }.
why-your-idle = Вы — с { $time }.
why-your-arrival = Вы ждали столько же, но пришли позже.
why-your-ringing = У вас как раз ждал ответа другой лид.
why-outside = Вы не входите в сегмент «{ $segment }», поэтому вам его не предлагали.

rate-own = { $percent }, потому что продаж { $won } из { $of }
rate-average = { $percent }, как в среднем по команде: закрытых лидов пока { $of }
rate-expected = { $percent } (продаж { $won }, ожидалось { $expected } из { $of })
rate-faded = { $percent } (с учётом давности продаж { $won }, ожидалось { $expected } из { $of })
rate-stale = { $count ->
    [one] { $rate }; { $count } лид открыт дольше { $length } и считается проигранным
    [few] { $rate }; { $count } лида открыты дольше { $length } и считаются проигранными
    [many] { $rate }; { $count } лидов открыты дольше { $length } и считаются проигранными
   *[other] { $rate }; { $count } лида открыты дольше { $length } и считаются проигранными
}

result-open = Ждём ответа.
result-pulled-by = Лид взят по «Дать лид», он ждал дольше других: { $name }.
result-claimed = Лид взят.
result-claimed-by = Лид взят: { $name }.
result-claimed-among = Нажали «Беру»: { $names }; в скобках, скольких лидов не хватало до доли. Лид достался: { $name }.
result-declined = Ответ: не могу.
result-lapsed = Время вышло.
result-undelivered = Сообщение не дошло.
result-cut_short = Предложение снято.
result-cut-closing = { $names }: кончилось рабочее время.
result-cut-lunch = { $names }: начался обед.
result-cut-shift = { $names }: кончилось дежурство.
result-cut-off = { $names }: пауза.
result-cut-leave = { $names }: отпуск.
result-cut-gone = { $names }: уже не в этом сегменте.
result-withdrawn = Предложение снято.
result-chosen = Выбор сделан.
result-returned = Потом возвращён.
result-reassigned = Потом передан другому.

why-word-asked = Отказ «не мой сегмент»: решит руководитель.
why-word-refused = Отказ «не мой сегмент», но руководитель считает, что сегмент верный.
why-excuse = Бесплатных отказов на последние 40 ответов: { $count } из { $norm }.
why-excuse-beyond = Причина уважительная, но сверх нормы: бесплатных отказов на последние 40 ответов уже { $count } из { $norm }.
why-excuse-late = Причина уважительная, но названа поздно: с тех пор уже 40 ответов.
why-charged = Засчитан как полученный.
why-given-back = Не засчитан: { $cause }.
why-turn = <i>Засчитанный лид — это место в очереди и один лид доли.</i>
cause-accepted_reason = причина уважительная
cause-not_theirs = это не сегмент менеджера, руководитель согласен
cause-decline_is_free = отказы здесь не засчитываются
cause-lapse_is_free = молчание здесь не засчитывается
cause-undelivered = сообщение не дошло
cause-cut_short = время вышло не по вине менеджера
cause-withdrawn = предложение снято
cause-resegmented = лид теперь в другом сегменте
cause-reassigned = лид передан другому
cause-bad_lead = лид признан браком
cause-taken_after_all = лид всё-таки взят и посчитан заново

why-holder = Сейчас у кого: { $name }
why-withdrawn = Лид отозван до того, как его кто-то взял. Он никому не засчитан.
why-closed = Закрыт. Был у кого: { $name }
why-closed-bad = Закрыт как брак. Был у кого: { $name }
why-past-open = Был у кого: { $name }. Чем кончилось, в файле не сказано.
why-past-nobody = Закрыт. У кого был, в файле не сказано.
why-past-bad = Закрыт как брак. У кого был, в файле не сказано.
why-past-nothing = У кого был и чем кончилось, в файле не сказано.
why-waiting-away = Сейчас: ждём ответа
why-waiting-ack = Сейчас: ждём ответа
why-waiting-step = Сейчас: ждём ответа
why-waiting-opening = Сейчас: офис закрыт, ждёт открытия
why-waiting-ringing = Сейчас: все, кто на месте, отвечают на другие лиды, ждём
why-waiting-wrap_up = Сейчас: все свободные только что взяли по лиду, ждём
why-waiting-owner = Сейчас: ждёт своего менеджера
why-waiting-retry = Сейчас: предложить некому, скоро попробую снова
why-waiting-repeat = Сейчас: пока ничей, напоминаю
why-waiting-reminder = Сейчас: в работе
why-waiting-call_back = Сейчас: в работе, клиенту обещали перезвонить
why-waiting-meeting = Сейчас: в работе, назначена встреча
why-waiting-first_contact = Сейчас: в работе, клиенту ещё не звонили
why-waiting-hand_over = Сейчас: ещё не передан
why-waiting-window = Сейчас: есть желающие, скоро решится
why-seal = <i>Запись журнала и её печать:</i> <code>{ $head }</code>
