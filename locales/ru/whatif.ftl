# Что было бы по другой схеме: ожидания, а не обещания.

button-whatif = 🔀 А если иначе?
done-whatif = Считаю, это займёт немного времени

scheme-office = по правилам сегментов

whatif-title = <b>А если делить иначе: { $period }</b>
whatif-nothing = Лидов за это время не было, сравнивать нечего.
whatif-leads = { $count ->
    [one] { $count } лид
    [few] { $count } лида
    [many] { $count } лидов
   *[other] { $count } лида
}, продаж на деле пока { $won }
whatif-cut = Лидов было больше, это самые новые.
whatif-current = <b>сейчас: { $scheme }</b>
whatif-row = { $scheme }: ≈{ $sales } ({ $low }–{ $high }), ровность { $even }{ $mark }
whatif-row-even = { $scheme }: ровность { $even }
whatif-marks = ▲▼ больше или меньше продаж, чем сейчас, и это не похоже на случай
whatif-no-marks = По продажам схемы не различить: разница в пределах погрешности.
whatif-unsold = Ни одной продажи и ни одного отказа пока нет, поэтому продаж не оценить.
whatif-change = { $name }: было { $fact }, по схеме «{ $scheme }» — { $then }
whatif-limits = <i>Это ожидание, а не обещание: как если бы конверсия менеджера не зависела от того, какие лиды ему достались и как быстро он их взял.</i>
