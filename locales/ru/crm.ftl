# CRM, в которой офис видит свои лиды: Битрикс24 или amoCRM.

crm-title = Лид №{ $number } · { $segment }

notice-crm-away = ⚠️ CRM не отвечает больше пятнадцати минут (<code>{ $code }</code>). Лиды раздаются как обычно и ждут её здесь: ничего не пропадёт. Состояние: /office → CRM.
notice-crm-refuses = ⚠️ CRM больше не пускает бота (<code>{ $code }</code>): ключ отозван или доступ закрыт. Лиды раздаются как обычно и ждут её здесь. Новый ключ: /office → CRM.
notice-crm-works = ✅ CRM снова отвечает. { $count ->
    [0] Все лиды уже там.
    [one] Ещё { $count } лид передаётся.
    [few] Ещё { $count } лида передаются.
    [many] Ещё { $count } лидов передаются.
   *[other] Ещё { $count } лида передаются.
}
notice-crm-lead-refused = ⚠️ CRM не приняла лид №{ $number } (<code>{ $code }</code>). Чаще всего там удалили стадию или сотрудника. Посмотреть: /office → CRM. Пробую снова; остальные лиды идут.

notice-closed-won = 🎉 №{ $number }: в CRM отмечена продажа, лид закрыт. Кто: { $name }
notice-closed-lost = 👎 №{ $number }: в CRM отмечен отказ, лид закрыт. Кто: { $name }

crm-outcome-won = продажа
crm-outcome-lost = отказ
crm-outcome-bad = брак

notice-crm-unknown-person = ⚠️ №{ $number }: в CRM ответственным стал «{ $name }», а кто это здесь, неизвестно. Лид остался у прежнего. Кто есть кто: /office → CRM.
notice-crm-off-team = ⚠️ №{ $number }: в CRM ответственным стал «{ $name }», но в команде «{ $segment }» такого нет. Лид остался у прежнего: передать можно на его карточке.
notice-crm-not-given = ⚠️ №{ $number }: в CRM ответственным стал «{ $name }», здесь передать не вышло. { $refusal }.
notice-crm-nobodys = ⚠️ №{ $number }: в CRM отмечено «{ $outcome }», но лид ещё никто не взял. Он раздаётся дальше: назначьте его или отзовите.
notice-crm-bad = ⚠️ №{ $number }: в CRM отмечен брак. Брак подтверждаете вы: лид пока в работе.
notice-crm-no-amount = ⚠️ №{ $number }: в CRM отмечена продажа без суммы, а офис закрывает продажу только с суммой. Лид пока в работе.
notice-crm-not-closed = ⚠️ №{ $number }: в CRM отмечено «{ $outcome }», здесь не закрыто. { $refusal }.
notice-crm-not-reopened = ⚠️ №{ $number }: в CRM лид снова открыт, здесь он закрыт. { $refusal }.
notice-crm-not-paid = ⚠️ №{ $number }: в CRM у продажи теперь сумма { $amount }, здесь прежняя. { $refusal }.

# /office → CRM

button-crm = 📇 CRM
button-crm-bitrix24 = Битрикс24
button-crm-amocrm = amoCRM
crm-kind-bitrix24 = Битрикс24
crm-kind-amocrm = amoCRM
crm-none-title = <b>CRM</b>
crm-none-about = Если офис ведёт клиентов в CRM, лиды будут появляться там сами: кто взял, что с лидом, сколько принёс. Раздаёт по-прежнему бот. Какая у вас?
crm-pane-title = <b>{ $name }</b> · { $url }
crm-key-env = Ключ: переменная <code>{ $name }</code> на сервере.
crm-key-none = ⚠️ Ключа нет: ничего не передаётся.
crm-state-works = ✅ Отвечает
crm-state-away = ⚠️ Не отвечает (<code>{ $code }</code>): лиды ждут здесь
crm-state-refuses = ⚠️ Не пускает (<code>{ $code }</code>): нужен новый ключ
crm-last = Последний обмен: { $at }
crm-counts = Лидов там: { $there }, ждут: { $waiting }
crm-refused-leads = ⚠️ Не приняты: { $count }. Проверьте сотрудников и стадии.
crm-people-line = Сотрудники: узнаны { $count } из { $of }
crm-stages-line = Стадии: названо { $count }
crm-stages-none = ⚠️ Стадии не названы: там ничего не меняется
crm-not-known = Кто там работает и какие есть стадии, пока неизвестно: «Проверить связь».
crm-back-not-public = Обратно изменения не приходят: серверу нужен адрес (<code>PUBLIC_URL</code>).
crm-back-none = Обратно изменения не приходят: сделайте адрес.
crm-back-bitrix24 = Чтобы изменения приходили обратно, сделайте исходящий вебхук на события «Обновление лида» и «Удаление лида» с адресом:
    <code>{ $address }</code>
crm-back-amocrm = Чтобы изменения приходили обратно, добавьте этот адрес в amoCRM: Настройки → Интеграции → Web hooks, события «Смена статуса», «Смена ответственного», «Изменение» и «Удаление» сделки:
    <code>{ $address }</code>
crm-token-there = Токен исходящего вебхука: ✅ есть
crm-token-none = ⚠️ Токена исходящего вебхука нет: пришлите тот, что показал Битрикс24.
crm-ask-key-bitrix24 = Пришлите адрес входящего вебхука: <code>https://портал.bitrix24.ru/rest/1/код/</code>. Права: CRM и пользователи. Сообщение с ним я уберу.
crm-ask-key-amocrm = Пришлите адрес и долгосрочный токен одним сообщением: <code>okna.amocrm.ru токен</code>. Сообщение с ними я уберу.
crm-refused-bitrix24 = ⚠️ Это не адрес входящего вебхука.
crm-refused-amocrm = ⚠️ Нужны адрес и токен, между ними пробел.
crm-refused-token = ⚠️ Это не токен.
crm-ask-token = Пришлите токен, который Битрикс24 показал в исходящем вебхуке (<code>application_token</code>). Сообщение с ним я уберу.

button-crm-check = 🔄 Проверить связь
button-crm-people = Сотрудники
button-crm-stages = Стадии
button-crm-pipeline = Воронка
button-crm-bring = Перенести открытые лиды ({ $count })
button-crm-renew = Новый адрес
button-crm-make = Сделать адрес
button-crm-renew-yes = Да, новый адрес
crm-renew-question = <b>Сделать для CRM новый адрес?</b>
crm-renew-effect = Старый сразу перестанет работать: пока в CRM не впишут новый, изменения оттуда не приходят.
button-crm-token = Токен
button-crm-key = Новый ключ
button-crm-off = Отключить
button-crm-off-yes = Да, отключить
crm-off-question = <b>Отключить CRM?</b>
crm-off-effect = Лиды больше не будут передаваться, ключ и адрес забудутся. Что уже есть в CRM, там и останется.

crm-is = { $here } → { $there }
crm-people-title = <b>Кто есть кто в CRM</b>
crm-people-about = Кого здесь нет, за того ответственный в CRM не меняется.
crm-person-title = Кто в CRM <b>{ $name }</b>?
crm-nobody = Никто
crm-stages-title = <b>Что какая стадия значит</b>
crm-stages-about = Что не названо, показывается как соседняя стадия: брак как отказ, встреча как «дозвонились».
crm-stage-title = Какая стадия в CRM, когда лид здесь: <b>{ $name }</b>?
crm-no-stage = Никакая
crm-pipeline-title = <b>Воронка</b>
crm-pipeline-about = В ней появляются лиды. С другой воронкой стадии назовутся заново.
crm-stage-new = никто не взял
crm-stage-held = взят
crm-stage-not_reached = недозвон
crm-stage-reached = дозвонились
crm-stage-met = встреча
crm-stage-invoiced = счёт
crm-stage-won = продажа
crm-stage-lost = отказ
crm-stage-bad = брак
crm-stage-withdrawn = отозван

done-crm-checking = Проверяю
done-crm-bringing = Переношу

field-crm-kind = CRM
field-crm-url = Адрес CRM
field-crm-secret_env = Переменная с ключом CRM
field-crm-pipeline = Воронка в CRM
field-crm-people = Сотрудники в CRM
field-crm-stages = Стадии в CRM
