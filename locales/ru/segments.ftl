# Сегменты в чате: порядок, условие, люди, и проба на примере.

or = или
button-segments = 🗂 Сегменты
segments-title = <b>Сегменты</b>
segments-about = Лид берёт первый сверху, чьё условие подошло. Нажмите на сегмент, чтобы открыть его.
segments-row = <b>{ $place }. { $name }</b> · { $rule }
segments-row-more = { $scheme } · людей: { $members }
segments-row-doubted = ⚠️ { $words }
segments-ask-new = ✏️ Как назвать сегмент? Напишите название, например «Казань и Татарстан»
button-new-segment = ➕ Новый сегмент
button-new-rest = ➕ Сегмент «всё остальное»
button-try = 🧪 Проверить на примере
button-retired = 🗄 Убранные: { $count }

retired-title = <b>Убранные сегменты</b>
retired-about = Новых лидов у них нет. Вернуть можно одним нажатием, людей потом отметьте заново.
retired-none = Пусто
retired-row = { $name }
button-take-up = ↩️ { $name }

segment-title = <b>{ $name }</b>
segment-place = Место { $place } из { $of }
segment-takes = <b>Какие лиды</b>
segment-members = <b>Люди: { $count }</b>
    { $names }
segment-nobody = Пока никого
segment-scheme = <b>Схема</b>: { $scheme }
segment-own = <b>Своё, не как в офисе</b>
segment-as-office = Сроки и настройки как в офисе
segment-own-row = { $what }: <b>{ $value }</b>
segment-ask-name = ✏️ Напишите новое название
button-rules = 📍 Какие лиды
button-members = 👥 Люди
button-segment-scheme = ⚖️ Схема
button-up = ⬆️ Выше
button-down = ⬇️ Ниже
button-rename = ✏️ Название
button-retire = 🗄 Убрать

segment-heads = <b>Руководят</b>: { $names }
button-heads = 🎯 Руководители сегмента
heads-title = <b>Руководители · { $name }</b>
heads-about = ✅ у тех, кто руководит только этим сегментом: лиды сегмента приходят им как руководителю, они видят их и клиентов, назначают, решают о браке и о чужом сегменте. В других сегментах прав не прибавится.
heads-everywhere = Руководят всем офисом и этим сегментом тоже: { $names }
button-own = ⚙️ Настройки
own-title = <b>Настройки · { $name }</b>
own-about = Сроки и предложения здесь как в офисе, пока не заданы свои. Нажмите на строку, чтобы изменить или вернуть.
own-row = { $words }
own-is = { $name }: { $value }
own-as-office = { $name }: как в офисе: { $value }
own-scheme = <i>Схема: { $scheme }. Другая схема, другие настройки.</i>

retiring-question = Убрать сегмент «{ $name }»?
retiring-effect = Новые лиды пойдут в другие сегменты. Взятые лиды доведут до конца те, у кого они сейчас; те, что ещё ничьи, пойдут по лестнице к руководителю. Люди и смены сегмента уйдут из него, балансы в нём закроются. Вернуть сегмент можно в «Убранных».
button-retire-yes = 🗄 Да, убрать
button-retire-no = Нет, оставить

members-title = <b>Люди · { $name }</b>
members-count = Сейчас: { $count }
members-about = Нажмите на имя: ✅ в сегменте, ▫️ нет. Кто приходит, начинает наравне с остальными.
tick-on = ✅ { $words }
tick-off = ▫️ { $words }

rules-title = <b>Какие лиды · { $name }</b>
rules-new = <b>Новый сегмент «{ $name }»</b>
rules-new-about = Какие лиды в него попадают? Выберите хотя бы одно, остальное добавите потом.
rules-about = Должны сойтись все названные части; внутри части хватит одного слова.
button-part-r = 📍 Территория
button-part-k = 🔤 Слова в обращении
button-part-s = 📥 Источник
button-part-l = 🗣 Язык
button-part-c = 👤 Новый или наш клиент

rule-all = <i>Всё это сразу:</i>
rule-region = 📍 Клиент из: { $words }
rule-keywords = 🔤 В обращении есть слово на: { $words }
rule-source = 📥 Источник: { $words }
rule-language = 🗣 Клиент пишет на языке: { $words }
rule-known = 👤 Клиент уже обращался
rule-unknown = 👤 Клиент новый
rule-rest = Всё, что не взяли сегменты выше
rule-rest-short = всё остальное
rule-last = <i>Он последний: сюда придёт и то, чему не подошло ни одно условие.</i>
rule-always = Всегда отсюда, что бы ни сказал клиент: { $words }

part-title-r = <b>📍 Территория · { $name }</b>
part-title-k = <b>🔤 Слова · { $name }</b>
part-title-s = <b>📥 Источник · { $name }</b>
part-title-l = <b>🗣 Язык · { $name }</b>
part-title-c = <b>👤 Клиент · { $name }</b>
part-about-r = Регион, город или район. Смотрим, что сказал клиент, а если не сказал, то код его телефона.
part-about-k = Начало слова: «окн» подойдёт и для «окна», и для «окном».
part-about-s = Откуда пришёл лид. Источник отмечает секретарь на карточке лида.
part-about-l = На каком языке пишет клиент, видно по буквам.
part-about-c = Наш клиент: тот, чьим лидом у нас уже кто-то занимался.
part-now = Сейчас: <b>{ $words }</b>
part-now-any = Сейчас: всё равно
part-row = { $words }: { $more }
part-ask-r = ✏️ Напишите место или несколько через запятую: Татарстан, Самара
part-ask-k = ✏️ Напишите слово или несколько через запятую: окн, балкон, лоджи
part-no-place = Места «{ $word }» я не знаю. Может быть, одно из этих?
button-place = 📍 { $words }
button-as-text = Оставить «{ $word }» просто словом
button-drop-value = ✖️ { $words }
button-add-values = ➕ Добавить
button-new-source = ➕ Новый источник
source-ask-name = ✏️ Как назвать источник? Например «Авито» или «Салон на Баумана»
language-ru = русский
language-tt = татарский
language-en = английский
client-is-known = уже обращался
client-is-new = новый

doubt-no-place = ⚠️ Места «{ $what }» я не знаю: сравню просто как слово
doubt-no-place-near = ⚠️ Места «{ $what }» я не знаю: сравню просто как слово. Может быть, { $near }?
doubt-no-source = ⚠️ Источника «{ $what }» в офисе нет: отметить его нельзя
doubt-no-language = ⚠️ Язык «{ $what }» я не узнаю́: знаю русский, татарский и английский
doubt-never = ⚠️ Сюда не придёт ничего: выше стоит «{ $what }» и забирает всё это
doubt-nobody = ⚠️ В нём никого: лиды сразу пойдут по лестнице

refusal-last_segment = Это последний сегмент: без него лидам некуда идти
refusal-rule_needed = Без условия может быть только последний сегмент
refusal-rest_is_last = Сегмент без условия всегда последний
refusal-rest_is_there = Всё остальное уже берёт другой сегмент
done-segment-retired = Сегмент убран
done-segment-taken-up = Сегмент снова работает. Отметьте людей
