# CRM, в которой офис видит свои лиды: Битрикс24 или amoCRM.

crm-title = Лид №{ $number } · { $segment }

notice-crm-away = ⚠️ CRM не отвечает больше пятнадцати минут (<code>{ $code }</code>). Лиды раздаются как обычно и ждут её здесь: ничего не пропадёт.
notice-crm-refuses = ⚠️ CRM больше не пускает бота (<code>{ $code }</code>): ключ отозван или доступ закрыт. Лиды раздаются как обычно и ждут её здесь.
notice-crm-works = ✅ CRM снова отвечает. { $count ->
    [0] Все лиды уже там.
    [one] Ещё { $count } лид передаётся.
    [few] Ещё { $count } лида передаются.
    [many] Ещё { $count } лидов передаются.
   *[other] Ещё { $count } лида передаются.
}
notice-crm-lead-refused = ⚠️ CRM не приняла лид №{ $number } (<code>{ $code }</code>). Чаще всего там удалили стадию или сотрудника. Пробую снова; остальные лиды идут.

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
