# Картинки для директора и руководителя: итоги периода и схемы рядом. Слова короткие: читают с телефона.

sales-picture-title = Итоги: { $period }
sales-picture-in = пришло
sales-picture-taken = взято
sales-picture-sold = продано
sales-picture-amount = на сумму

sales-picture-won = продажа
sales-picture-lost = отказ
sales-picture-bad = брак
sales-picture-open = в работе
sales-picture-due = положено

sales-picture-row = взято { $taken }
sales-picture-claim = { $taken } за { $span }
sales-picture-contact = звонок через { $span }
sales-picture-row-due = положено { $due }
sales-picture-more = … и ещё { $count }

sales-picture-when = Когда приходили
sales-picture-came-in = пришло
sales-picture-won-of-them = из них продано

schemes-picture-title = Если делить по другой схеме
schemes-picture-leads = { $count ->
    [one] { $shown } лид
    [few] { $shown } лида
    [many] { $shown } лидов
   *[other] { $shown } лидов
}
schemes-picture-what = Ожидание по конверсии самих менеджеров, не обещание
schemes-picture-sales = ↑ ожидаемые продажи
schemes-picture-columns = продаж (от–до) · насколько поровну
schemes-picture-figures = { $sales } ({ $low }–{ $high }) · { $fairness }
schemes-picture-fairness = насколько поровну →
schemes-picture-current = сейчас: { $scheme }
schemes-picture-interval = Черта у точки: ожидание лежит в ней с вероятностью 90{"\u00a0"}%
schemes-picture-overlap = Где черты перекрываются, разница может быть случайной
schemes-picture-nothing = Сравнивать пока нечего
