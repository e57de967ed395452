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
upkeep-problem = · { $where }: <code>{ $problem }</code>
upkeep-about = <i>Проверка читает журнал с первой записи, принимает каждое решение заново и сверяет с тем, что хранится. Работе она не мешает.</i>
upkeep-running = 🔎 Проверяю. Ответ придёт сообщением.
done-verifying = Проверяю, ответ придёт сообщением
notice-ledger-holds = ✅ Журнал сошёлся: записей { $entries }, решений принято заново { $decisions }, лидов { $leads }. Ничего не подправлено, не вынуто и не вставлено. Печать: <code>{ $head }</code>
notice-ledger-broken = 🚨 Журнал не сошёлся, мест: { $count }. Первое: { $where } (<code>{ $problem }</code>). Кто-то менял базу в обход бота, или она испорчена. Ничего не правьте, сохраните копию файла; всё по местам скажет команда <code>python -m bot verify</code> на сервере.

# Где журнал не сходится: одной фразой, что именно — словами самой проверки.
finding-entry-missing = в журнале нет записи № { $what }
finding-entry-altered = запись № { $what } журнала подправлена: печать не подходит
finding-entry = запись № { $what } журнала не следует из того, что было до неё
finding-lead-gone = лид № { $what } есть в журнале, а в базе его нет
finding-lead-unknown = лид № { $what } есть в базе, а журнал о нём не знает
finding-lead-asleep = лид № { $what } так никто не разбудит вовремя
finding-lead-client = клиент лида № { $what } записан не за тем, за кем по журналу
finding-lead = лид № { $what } в базе не такой, как по журналу
finding-lead-row = в базе испорчена строка лида или его предложения
finding-joined = клиенты лидов { $what } сведены в одного не так, как по журналу
finding-draw = жребий недели с { $what } не такой, как по журналу
finding-segment = в сегменте { $what } записано не то, что по журналу
finding-roster = график или обмен дежурствами не такой, как по журналу
finding-table = в таблице { $what } испорчена строка
finding-invitation = есть приглашение, о котором журнал не знает
finding-clients = у клиента не сходится, чей он и с каких пор
finding-evenings = отмечен вечерний отчёт за день, который ещё не прошёл
finding-database = сама база устроена не так, как её сделал бот
finding-head = опубликованной печати в журнале нет
finding-office = настройки или счётчики офиса не такие, как по журналу
finding-person = у человека с id { $what } записано не то, что по журналу
finding-other = в базе не то, что по журналу
