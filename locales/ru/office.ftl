# /office.

office-title = <b>{ $name }</b>
office-open = 🟢 Открыто
office-closed = 🌙 Закрыто
office-opens = 🌙 Закрыто, откроется: { $at }
office-presence-hours = На месте все, кто не на паузе
office-presence-check_in = На месте те, кто отметился командой /on
office-segments = <b>Сегменты</b>
office-no-segments = Сегментов пока нет
office-segment = { $name } · { $scheme }: { $members }
office-segment-empty = { $name } · { $scheme }: пока никого
office-segment-count = { $name } · { $scheme } · людей: { $count }
office-segments-more = И ещё { $count } — все они под кнопкой «Сегменты».
office-people = <b>Люди</b>
office-nobody = Людей пока нет
office-person = { $name } · { $roles }
office-manager = { $name } · { $roles } · { $load } в работе
office-absent = 🌙 { $name } · { $roles } · { $why }
office-invite-new = <i>Кнопки ниже приглашают новых людей; кто ещё не в боте, в «Людях».</i>
office-invite = <i>Кнопки ниже делают приглашения: для тех, кто ещё не в боте, и для новых людей.</i>
office-link = 🔗 { $name }: <code>{ $link }</code>
office-link-life = Перешлите ссылку лично: она для одного человека и действует { $hours } ч.

office-new = Мой офис
segment-new = Все лиды
moving-question = 🔁 { $name } уже в боте, аккаунт Telegram <code>{ $account }</code>. Сделать ссылку на другой аккаунт?
moving-effect = Кто откроет её первым, тот и станет этим человеком: получит его лиды и права, а в старом чате всё исчезнет. Вашего слова довольно: у старого аккаунта ничего не спросят. Об этом узнают старый чат, руководители и администраторы.
moving-made = Кто откроет её первым, тот и займёт это место.
