# История изменений офиса.

changes-title = <b>История изменений</b>
changes-none = Пока ничего не меняли
changes-head = 🕰 { $head }
changes-by-file = файл офиса
change-is = { $what }: { $before } → { $after }
change-came = + { $what }
change-went = − { $what }
change-is-old = С тех пор это уже изменили ещё раз: вернуть нельзя.
button-take-back-change = ↩️ Вернуть как было
