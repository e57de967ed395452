# Кто что делает с лидами чаще других: только для руководителя, и вопросом.

odd = 🔎 { $name }: { $what } { $hits } из { $of }, у остальных { $others } из { $all }. Спросить, почему?
habits-title = <b>Привычки за четыре недели: { $period }</b>
habits-none = Судить не о чём: за эти четыре недели лидов не было.
habits-of = <b>{ $name }</b>
habits-of-mix = <b>{ $name }</b>, состав { $mix } %
habit = · { $what } { $hits } из { $of }, у остальных { $others } из { $all }
habit-rare = · { $what } { $hits } из { $of }, у остальных { $others } из { $all }; само собой так бывает раз в { $times }
habit-never = · { $what } { $hits } из { $of }, у остальных { $others } из { $all }; само собой так бывает реже раза в миллион
habits-about = <i>Состав — сколько продаж обещают эти лиды против обычных тех же сегментов, по источнику и знакомым клиентам; 100 % — ровно.</i>
habit-free = бесплатные отказы
habit-cost = засчитанные отказы
habit-lapsed = без ответа
habit-returned = возвраты
habit-bad = брак
habit-stale = открыто дольше недели
habit-own = свои клиенты
habit-asked = взято по «Дать лид»
habit-asked-never = · ни одной просьбы за период, а ждало лидов: { $count }
habit-lay = · черновики лежат обычно { $wait }, у остальных { $others }
habit-lay-alone = · черновики лежат обычно { $wait }
habit-before = переданы раньше более старых
habit-before-alone = · переданы раньше более старых { $hits } из { $of }
habit-favour = · из них первым предложены: { $name } { $count } из { $of }, а доля там { $share }
