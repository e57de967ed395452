# /why: почему лид достался тому, кому достался. Один-два простых предложения на каждый шаг.

why-title = <b>Почему №{ $number }</b> · { $segment }
why-title-day = <b>Почему №{ $number }</b> · { $segment } · { $day }
why-no-steps = Его ещё никому не предлагали.

why-offered = <b>{ $time }</b> Предложен: { $names }.
why-assigned = <b>{ $time }</b> Назначен вручную: { $names }.
why-by = Решение: { $name }.
why-most_behind = До своей доли не хватало больше всех: { $figure } лида.
why-first_in_line = Первое место в очереди.
why-on_duty = Других на дежурстве не было.
why-own_client = Это свой клиент, доля и очередь не тронуты.
why-duplicate = Открытый лид этого клиента уже в тех же руках.
why-ladder_everyone = По одному никто не взял, поэтому сразу всем, кто на месте.
why-ladder_head = Никто не взял, поэтому руководителю.
why-ladder_director = Никто не взял, поэтому директору.
why-scheme = Правило: { $scheme }.

why-you = Это вы.
why-you-too = Вам тоже.
why-your-figure = У вас: { $figure }.
why-your-place = Ваше место: { $place }.
why-outside = Вы не входите в сегмент «{ $segment }», поэтому вам его не предлагали.

result-open = Ждём ответа.
result-claimed = Лид взят.
result-declined = Ответ: не могу.
result-lapsed = Время вышло.
result-withdrawn = Предложение снято.

why-holder = Сейчас у кого: { $name }
why-waiting-ack = Сейчас: ждём ответа
why-waiting-step = Сейчас: ждём ответа
why-waiting-opening = Сейчас: офис закрыт, ждёт открытия
why-waiting-owner = Сейчас: ждёт своего менеджера
why-waiting-retry = Сейчас: предложить некому, скоро попробую снова
why-waiting-repeat = Сейчас: пока ничей, напоминаю
why-waiting-reminder = Сейчас: в работе
why-seal = <i>Запись журнала { $entry }, печать</i> <code>{ $seal }</code>
