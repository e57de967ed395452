# Дежурства: график, замены, предложение на неделю.

duty-day = EEE dd.MM
duty-hours = { $hours }{"\u00a0"}ч
duty-line = { $duty } · { $names }
duty-line-sought = { $duty } · { $names } · 🔄 ищут замену
duty-line-swapped = { $duty } · { $names } · 🔄 вместо: { $owner }
duty-own = { $duty }
duty-own-now = сейчас, до { $end }
duty-own-sought = { $duty } · 🔄 ищем замену
duty-own-swapped = { $duty } · 🔄 вместо: { $owner }
duty-nobody = { $duty } · ⚠️ никого

roster-own = 🗓 <b>Когда вы дежурите</b>
roster-own-none = В ближайшие две недели дежурств у вас нет.
roster-own-more = … и ещё { $count } за две недели
roster-which-day = Какой день отдать?
roster-now = 🗓 <b>Кто сейчас дежурит</b>
roster-now-line = { $segment }: { $names }, до { $end }
roster-now-nobody = { $segment }: сейчас никого
roster-plans = 🗓 Как поделить часы на { $week } · { $segment }?
roster-title = 🗓 <b>Кто когда дежурит</b> · { $segment }
roster-nowhere = В ваших сегментах лиды сейчас делят без дежурств.
roster-this-week = <i>Эта неделя: { $week }</i>
roster-next-week = <i>Следующая: { $week }</i>
roster-empty = Дежурств нет
roster-week-caption = 🗓 { $segment }: следующая неделя, { $week }

button-seek-swap = 🔄 Ищу замену
button-whole-roster = Весь график
button-roster-of = График · { $segment }
button-roster-picture = 🖼 Картинкой
button-roster-back = ← Назад
button-take-swap = 🔄 Возьму смену
button-withdraw-swap = Отозвать
button-propose-roster = 🗓 Предложить график
button-plan-equal = ⚖️ поровну
button-plan-by_conversion = 📈 по конверсии
button-approve-roster = ✅ Утвердить
button-dismiss-roster = Не надо
button-of-segment = { $words } · { $segment }

swap-open =
    🔄 <b>{ $owner }</b> ищет замену
    { $duty } · { $segment }
swap-sought =
    🔄 Ищем вам замену
    { $duty } · { $segment }
    Коллеги уже видят. Пока никто не взял, смена ваша.
swap-taken =
    ✅ Замена нашлась
    { $duty } · { $segment }
    Дежурит { $taker }. Вместо: { $owner }.
swap-yours =
    ✅ Смена ваша
    { $duty } · { $segment }
    Вместо: { $owner }.
swap-withdrawn =
    Замена больше не нужна: { $owner }
    { $duty } · { $segment }
swap-past =
    Замены не нашлось, время вышло: { $owner }
    { $duty } · { $segment }
swap-superseded =
    Замена больше не нужна, график изменился: { $owner }
    { $duty } · { $segment }

plan-equal = Часы поровну
plan-by_conversion = Часы по конверсии: у кого она выше, тот дежурит дольше и в горячее время

proposal-title = 🗓 <b>График на { $week }</b> · { $segment }
proposal-editing-day = <i>Нажмите на время, чтобы поставить другого. Утвердить можно, когда вернётесь назад.</i>
proposal-editing-window = <i>Нажмите на имя: поставить или снять. Утвердить можно, когда вернётесь назад.</i>
proposal-proposed = <i>Утвердите, и на эту неделю он заменит обычный график. Все его сразу увидят.</i>
proposal-approved = ✅ Утверждён: { $name }
proposal-dismissed = Не принят: { $name }
proposal-replaced = Утверждён был ({ $name }), потом заменён новым
proposal-late = Неделя уже началась, утвердить нельзя.
proposal-stale = Сегмент с тех пор изменился, предложите график заново.
proposal-person = { $name }: { $hours }
proposal-person-prime = { $name }: { $hours }, из них в горячее время { $prime }
proposal-swaps = ⚠️ Замены на эту неделю отменятся: { $count }
proposal-edit = <i>Нажмите на день, чтобы поставить другого.</i>
swap-richer = 💰 Смена богаче обычной такой же длины на { $leads }
swap-poorer = 💧 Смена беднее обычной такой же длины на { $leads }
proposal-richer = богаче обычных на { $leads }
proposal-poorer = беднее обычных на { $leads }
proposal-over-rest = ⚠️ { $name }: мало отдыха между сменами
proposal-over-week = ⚠️ { $name }: больше часов в неделю, чем положено
proposal-on = ✅ { $name }
proposal-off = { $name }
proposal-nobody = никого
proposal-window = { $duty } · { $names }

roster-news = 🗓 <b>Новый график на { $week }</b> · { $segment }
roster-yours = Ваши дежурства, всего { $hours }:
roster-news-rest = Весь график: /roster

notice-swap-taken = 🔄 Замена: { $duty } · { $segment }. Дежурит { $taker }. Вместо: { $owner }.

help-command-roster = /roster — когда вы дежурите, замены
command-roster = Когда дежурю, замены

done-swap-opened = Ищу замену, коллеги уже видят
done-swap-taken = Смена ваша
done-swap-withdrawn = Отозвано, смена остаётся вашей
done-roster-proposed = График готов, смотрите ниже
done-roster-approved = График утверждён
done-roster-dismissed = Хорошо, остаётся как было
done-roster-changed = График поправлен

refusal-not_for_you = Эта кнопка не для вашей роли
refusal-not_a_member = Это дежурства другого сегмента
refusal-not_your_duty = Этой смены у вас уже нет
refusal-swap_open_already = Замену на эту смену уже ищем
refusal-swap_own = Это ваша собственная смена
refusal-swap_not_yours = Отозвать может только тот, чья смена
refusal-swap_taken = Смену уже взяли
refusal-swap_yours_already = Смена уже ваша
refusal-swap_withdrawn = Замена больше не нужна
refusal-swap_past = Поздно: смена уже закончилась
refusal-swap_superseded = Замена больше не нужна: график изменился
refusal-on_duty_then = Вы сами дежурите в это время
refusal-duty_gone = Этой смены уже нет: график изменился
refusal-duty_over = Прошедшее не меняется
refusal-duty_begun = Смена уже идёт, на другой день её не перенести
refusal-duty_doubled = В это время смена уже есть
refusal-duty_swapped = Мешает замена, о которой договорились люди
refusal-roster_settled = Решение по графику уже принято
refusal-roster_late = Эта неделя уже началась
refusal-roster_stale = Сегмент с тех пор изменился, предложите график заново
refusal-nobody_to_plan = Составить не из чего: нет смен или некому дежурить
