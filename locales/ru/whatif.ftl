# Что было бы по другой схеме: ожидания, а не обещания.

button-whatif = 🔀 А если иначе?
done-whatif = Считаю, это займёт немного времени

scheme-office = по схемам сегментов

whatif-title = <b>А если делить иначе: { $period }</b>
whatif-nothing = Лидов за это время не было, сравнивать нечего.
whatif-leads = { $count ->
    [one] { $count } лид
    [few] { $count } лида
    [many] { $count } лидов
   *[other] { $count } лида
}, продаж на деле пока { $won }
whatif-cut = Лидов было больше, это самые новые.
whatif-current = <b>сейчас, { $scheme }</b>
whatif-row = { $scheme }: ≈{ $sales } ({ $low }–{ $high }), поровну на { $even }{ $mark }
whatif-row-even = { $scheme }: поровну на { $even }
whatif-alike = Почти так же вышло бы: { $schemes }.
whatif-marks = ▲▼ больше или меньше продаж, чем сейчас, и это не похоже на случай
whatif-no-marks = По продажам разницы не видно.
whatif-unsold = Ни одной продажи и ни одного отказа пока нет, поэтому продаж не оценить.
whatif-left-out = Не посчитать: { $schemes }. Чей-то выбор не предскажешь.
whatif-left-out-duty = Не посчитать: { $schemes }. Чей-то выбор не предскажешь, а дежурству нужен график.
whatif-change = { $name }: было { $fact }, по схеме «{ $scheme }» — { $then }
whatif-limits = <i>Это ожидание, а не обещание: как если бы конверсия менеджера не зависела от того, какие лиды достались и как быстро их взяли.</i>
