# Сохранность: копии базы и проверка журнала.

button-upkeep = 💾 Сохранность
button-verify = 🔎 Проверить сейчас
upkeep-title = <b>Сохранность</b>
upkeep-copies = <b>Копии базы</b>
upkeep-copy = 💾 Последняя: { $at }, { $age } назад, лидов в ней: { $leads }
upkeep-place = Лежит на сервере: <code>{ $place }</code>
upkeep-no-copy = ⚠️ Копий ещё не делали
upkeep-how = Копию на сервере делает команда <code>python -m bot backup ФАЙЛ</code>, бот при этом работает. Поставьте её в расписание и держите копию ещё где-нибудь.
upkeep-postgresql = База в PostgreSQL: копии делает <code>pg_dump</code> на сервере, бот о них не знает.
upkeep-never-here = 🔒 В Telegram копия не отправляется никогда: в ней все клиенты.
upkeep-ledger = <b>Журнал решений</b>
upkeep-head = Записей: { $entries }, печать сейчас: <code>{ $head }</code>
upkeep-unverified = Отсюда его ещё не проверяли
upkeep-holds = ✅ Проверен { $at }: всё сошлось, записей { $entries }, печать <code>{ $head }</code>
upkeep-broken = 🚨 Проверен { $at }: не сошлось, мест { $count }
upkeep-problem = · <code>{ $problem }</code>
upkeep-about = <i>Проверка читает журнал с первой записи, принимает каждое решение заново и сверяет с тем, что хранится. Работе она не мешает.</i>
upkeep-running = 🔎 Проверяю. Ответ придёт сообщением.
done-verifying = Проверяю, ответ придёт сообщением
notice-ledger-holds = ✅ Журнал сошёлся: записей { $entries }, решений принято заново { $decisions }, лидов { $leads }. Ничего не подправлено, не вынуто и не вставлено. Печать: <code>{ $head }</code>
notice-ledger-broken = 🚨 Журнал не сошёлся, мест: { $count }. Первое: <code>{ $problem }</code> Кто-то менял базу в обход бота, или она испорчена. Ничего не правьте, сохраните копию файла; всё по местам скажет команда <code>python -m bot verify</code> на сервере.
