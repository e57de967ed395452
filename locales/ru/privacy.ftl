# Личные данные клиентов: кто что видит, сколько хранится.

button-privacy = 🔐 Личные данные
privacy-title = <b>Личные данные</b>
privacy-before = <b>Пока лид не взят</b>
privacy-before-who = 👁 Имя и контакты видят: секретарь, который принял обращение, { $roles }
privacy-before-others = 🔒 У остальных они скрыты, и в словах клиента тоже
privacy-after = <b>Когда лид взят</b>
privacy-after-who = 👁 Видит ещё и тот, у кого лид. Отдали лид — контакты и файлы из чата пропадают
privacy-files = 📊 В файле Excel: у руководителя все клиенты, у директора { $director ->
    [open] тоже
   *[masked] они скрыты
}
privacy-amounts = <b>Сколько принёс лид</b>
privacy-amounts-who = 👁 Видят: { $roles }
privacy-amounts-taken = секретарь по своим обращениям
privacy-amounts-holder = менеджер по своим лидам
privacy-kept = <b>Сколько хранится</b>
privacy-kept-ever = 🗄 Данные клиента: всегда, пока их не сотрут
privacy-kept-for = 🗄 Данные клиента: { $months } после последнего обращения, потом стираются сами
privacy-kept-rest = 📜 Лиды, журнал и отчёты остаются, но клиента в них нет
