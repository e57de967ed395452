# Выбор рукой: секретаря, руководителя; сколько таких было и в чью пользу; смена схемы на ходу.

assignee-rate = { $words } · { $rate }
assignee-fair = ⚖️ { $words }

pick = 👇 Кому? Нажмите на имя. «Передать» отдаст по схеме
pick-or-scheme = 👇 Кому? Нажмите на имя. «Передать» отдаст по схеме: ⚖️
pick-nobody = Из команды сейчас никто принять лид не может. «Передать» найдёт, кому отдать
pick-after-owner = Сначала спрошу того, кто ведёт клиента: { $name }
pick-after-head = Сначала решает руководитель. Ваш выбор сработает, если ответа не будет

choose-legend = <i>У имени: сколько лидов в работе; скольких недополучено (+) или получено сверх доли (−); конверсия.</i>
choose-legend-fair = <i>У имени: сколько лидов в работе; скольких недополучено (+) или получено сверх доли (−); конверсия. ⚖️ кто по схеме.</i>
choose-until = ⏳ Выбрать можно { $until } — <tg-time unix="{ $unix }" format="r">время идёт</tg-time>
choose-then-offer = Потом решит схема: { $scheme }
choose-then-pull = Потом он будет ждать того, кто нажмёт «Дать лид»
choose-then-everyone = Потом предложу всем, кто на месте
choose-then-head = Потом спрошу вас ещё раз
choose-then-director = Потом спрошу директора
choose-then-stays = Потом напомню: больше предложить некому

discretion = ✋ Вручную отдано { $count } из { $of }, из них { $against } не тем, кому по схеме
discretion-for = ✋ Вручную отдано { $count } из { $of }, из них { $against } не тем, кому по схеме: { $gain }, { $loss }
discretion-by-scheme = ✋ Вручную отдано { $count } из { $of }, всё по схеме
discretion-benefit = { $name } { $leads }
discretion-whose = Кто выбирал: { $names }
discretion-by = { $name } { $count }
discretion-by-against = { $name } { $count } (не по схеме { $against })
queue-by-hand = <b>{ $segment }</b> · за 30 дней

button-scheme = Схема: { $name } · { $scheme }
button-reserve = ➕ Без ответа: { $scheme }
button-no-reserve = ✖️ Без ответа: всем, потом руководителю
scheme-with-reserve = { $scheme } (без ответа: { $reserve })
scheme-with-window = { $scheme } (ждём желающих { $span })
scheme-title = <b>Схема: { $segment }</b>
scheme-now = Сейчас: { $scheme }
scheme-no-roster = ⚠️ Смен пока нет, поэтому лиды сразу идут всем, потом руководителю. График: /roster
scheme-about = <b>{ $scheme }</b>: { $about }
scheme-about-balance = тому, кто получил меньше всех по сравнению со своей долей
scheme-about-queue = первому в очереди, и он встаёт в её конец
scheme-about-duty = тому, чья сейчас смена
scheme-about-worth = как поровну, но лид, который обещает больше, стоит дороже
scheme-about-longest_idle = тому, кто дольше всех без нового лида
scheme-about-conversion = больше тому, кто чаще продаёт, но понемногу всем
scheme-about-next = лиды ждут; кто попросит, получает самый старый
scheme-about-grab = всем сразу, кто первый взял, того и лид
scheme-about-window = всем сразу; из тех, кто нажал «Беру» за { $span } после первого, тому, кому до своей доли не хватает больше всех
scheme-about-lottery = тому, чей сегодня день; дни делит жребий недели
scheme-about-secretary = секретарь нажимает на имя, выбор виден всем
scheme-about-manual = руководитель нажимает на имя, выбор виден всем
scheme-keeps = <i>Кто сколько недополучил и кто за кем в очереди, сохранится. Уже предложенное никуда не денется.</i>

notice-rule-switched = 🔀 Новая схема, { $segment }: { $after }. Было: { $before }. Решение: { $name }. Доли и места в очереди остались как были.
notice-rule-set = 🔀 Новая схема, { $segment }: { $after }. Было: { $before }. Решение: { $name }.
notice-rule-loaded = 🔀 Новая схема, { $segment }: { $after }. Было: { $before }. Так решено в файле офиса.
notice-rule-switched-level = 🔀 Новая схема, { $segment }: { $after }. Было: { $before }. Решение: { $name }. Места в очереди остались как были. Разница с долями сокращена: самое большее один лид в каждую сторону, порядок прежний.
notice-reserve-set = 🔀 { $segment }: если руководитель не ответит, решит схема: { $after }. Решение: { $name }. Доли и места в очереди остались как были.
notice-reserve-unset = 🔀 { $segment }: если руководитель не ответит, лид предложат всем, потом снова руководителю. Решение: { $name }. Доли и места в очереди остались как были.

refusal-no_pick = Здесь выбирает схема, нажмите «Передать»
refusal-left_segment = Этого менеджера в сегменте уже нет
refusal-away = Сейчас принять лид не может
refusal-no_segment = Этого сегмента больше нет
done-picked = Передаю: { $name }
done-scheme-switched = Готово, сообщаю всем, кого это касается
done-scheme-same = Так и есть, менять нечего
