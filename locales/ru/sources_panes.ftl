# /sources: откуда приходят лиды.

command-sources = Источники лидов
help-command-sources = /sources — откуда приходят лиды
button-sources = 📥 Источники
sources-title = <b>Источники</b>
sources-about = Откуда приходят лиды: по источнику работают условия сегментов и отчёт. Где «отмечает секретарь», его ставят на карточке лида.
sources-row = { $name } · { $kind }
sources-none = Пока ни одного
source-title = <b>{ $name }</b>
source-kind = Вид: { $kind }
source-segment = Сегмент: <b>{ $segment }</b>
source-named = Назван в условиях: { $names }
source-segment-about = Чьи его лиды, что бы ни сказал клиент? «По условиям»: решают условия сегментов.
source-going = Убрать источник <b>{ $name }</b>?
source-going-effect = Отметить его больше будет нельзя. Уже взятые лиды и отчёты останутся.
button-source-segment = 🗂 Сегмент: { $segment }
button-source-remove = 🗑 Убрать
done-source-removed = Источник убран
