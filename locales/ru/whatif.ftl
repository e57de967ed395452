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
whatif-unsold = Закрытых лидов пока мало, поэтому продаж не оценить.
whatif-counted = Продажи оценены по лидам до { $day }: отказ бывает и через { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}, поэтому свежие ещё не в счёт.
whatif-left-out = Не посчитать: { $schemes }. Чей-то выбор не предскажешь.
whatif-left-out-duty = Не посчитать: { $schemes }. Чей-то выбор не предскажешь, а дежурству нужен график.
whatif-change = { $name }: было { $fact }, по схеме «{ $scheme }» — { $then }
whatif-limits = <i>Это ожидание, а не обещание: учтено, откуда лид и знаком ли клиент, но не то, как быстро лид взяли.</i>
