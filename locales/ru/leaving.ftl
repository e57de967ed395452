# Кто уходит, чьи лиды остаются: список руководителю, передать каждый или все.

left-ahead = 🧳 <b>{ $name }</b>: отпуск с { $begins }, обратно { $back }
left-leave = 🧳 <b>{ $name }</b>: отпуск, обратно { $back }
left-dismissed = 🧳 <b>{ $name }</b> больше здесь не работает
left-back = 🧳 <b>{ $name }</b> снова здесь
left-none = Открытых лидов не осталось.
left-count = { $count ->
    [one] Остаётся { $count } открытый лид:
    [few] Остаются { $count } открытых лида:
    [many] Остаются { $count } открытых лидов:
   *[other] Остаются { $count } открытых лида:
}
left-row = <b>№{ $number }</b> { $name } · { $segment } · { $age }
left-row-marked = { $row } · { $mark }
left-hint = <i>Каждый можно назначить кому угодно или раздать все сразу. Засчитываются они как назначенные вручную.</i>
left-whom = 👇 Кому отдать все?
left-heir = { $name } · { $load } в работе
button-assign-one = Назначить №{ $number }
button-pass-on = Раздать все по правилу
button-pass-on-one = Отдать все одному

done-passed-on = Все лиды переданы
done-passed-on-some = Передано, что было кому; остальное осталось в списке
refusal-nobody_there = Сейчас передать некому: все, кто мог бы взять, не на месте

notice-unseen = 🔁 Клиент лида №{ $number } обратился ещё раз полчаса назад, а на месте никого: { $names }. Кому передать?
notice-unseen-nobody = 🔁 Клиент лида №{ $number } обратился ещё раз полчаса назад, а лид всё ещё ничей. Кому передать?
