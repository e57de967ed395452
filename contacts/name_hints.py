"""The small words of the trade of telling names: what announces one, and what only looks like one.

These are words of the language of notes and forms, in Russian, Tatar, Kazakh, Ukrainian and English, not names. They
are compared as `leads.words.folded` makes them.
"""

from __future__ import annotations

from typing import Final

from contacts.name_words import FIRMS
from contacts.networks import NETWORKS
from contacts.tokens import words

SURNAME_LABELS: Final = words("фамилия прізвище тегі фамилиясе surname lastname last")
GIVEN_LABELS: Final = words(
    "имя имени ім'я імя есімі есімім аты атым аты-жөні исеме исемем исемегез исем name firstname first"
)
PATRONYMIC_LABELS: Final = words("отчество батькові әкесінің")
CALLED: Final = words("зовут зовите звать звати обращаться представился представилась фио піб пиб исемле")
"""Like a label, without a colon: `зовут Иван`."""
CLIENT: Final = words(
    "клиент клиента клиентка клиентки клиенту клиентке заказчик заказчица заказчика покупатель покупательница "
    "контакт контакты лицо получатель плательщик пациент гость пассажир ученик абитуриент арендатор клієнт "
    "замовник client customer contact buyer guest patient"
)
BETWEEN: Final = words("меня мене его ее йому клиента клиентку клиентки клієнта вас к вам is как")
"""What may stand between a label and the name: `зовут меня`, `имя клиента`, `как к вам обращаться`."""
OTHER_NAMES: Final = words("user file company product domain host nick project event pet brand page")
"""Before `name` it is not a person's."""

CALLS: Final = words(
    "звонил звонила звонит позвонил позвонила дзвонив дзвонила подзвонив обратился обратилась пишет писал писала "
    "написал написала приходил приходила приехал приехала беспокоит это я уважением регистрация заявитель телефонував "
    "телефонувала мин мен "
    "шалтыратты this i'm its it's"
)
"""Before the name of whoever calls."""
CALLED_BACK: Final = words(
    "перезвонить перезвоните перезвони позвонить позвоните позвони звонить звоните набрать наберите набери написать "
    "напишите напиши ответить ответьте передзвонити передзвоніть зателефонувати call ring"
)
"""Before the name of whoever waits for a call: who is called back, in the dative."""
ASKED_FOR: Final = words(
    "спросить спросите спрашивать спрашивайте позовите записать запишите записал записала записали встретить"
)
TALKED_TO: Final = words("связаться свяжитесь связь поговорить созвониться говорил говорила разговор")
"""Before `с` and the name of whoever is talked to."""
SENT: Final = words(
    "заявка лид звонок обращение письмо сообщение заказ запрос вопрос запись номер телефон тел"
)
"""Before `от` and the name of whoever sent it, or right before the name: `номер Ивана`."""
ACTS: Final = words(
    "called calls wants asks asked is needs would ordered looks writes хоче просить телефонує дзвонив дзвонила"
)
"""What somebody does of whom the note is; the dictionary knows the Russian ones."""
ASKS: Final = words("просит просил просила просили просят попросил попросила")

PHONE_WORDS: Final = words(
    "тел телефон телефона телефоны т тлф моб мобильный сот сотовый номер номера мой моя его ее контактный рабочий "
    "домашний раб дом связь связи для по phone tel mob mobile cell number my no телефоным нөмір"
)
EXTENSION: Final = words("доб добавочный вн внутр внутренний ext extension x")
CHANNELS: Final = NETWORKS | words(
    "мессенджер messenger сигнал авито avito циан cian юла youla домклик domclick яндекс yandex гугл google гис "
    "дубльгис 2gis профи profi zoon зун flamp фламп ozon озон wildberries email имейл имэйл емейл mail gmail"
)
"""Messengers, and places whose name people write beside a number; what else an office has comes from its file."""
STREETS: Final = words(
    "ул улица улице пр просп проспект проспекте пер переулок бульвар бр ш шоссе пл площадь жк наб набережная мкр "
    "микрорайон им имени снт кп пос поселок село деревня д г город рц тц трц бц рынок метро станция пгт р-н район "
    "кафе салон магазин фирма компания гостиница отель школа street st avenue road"
)
STAFF: Final = words(
    "менеджер менеджера менеджеру оператор диспетчер секретарь ответственный manager operator"
)
GREETINGS: Final = words(
    "здравствуйте здравствуй привет приветствую день утро вечер алло сәлам салам сәлеметсіз hello hi hey dear "
    "уважаемый уважаемая спасибо спс рәхмәт дорогой дорогая"
)
SONS: Final = words("оглы оглу кызы гызы углы улы уулу қызы ұлы кизи угли ogly kyzy")
"""Behind the father's name: `Рашид оглы`."""
PARTICLES: Final = SONS | words("де фон ван дер бин ибн эль аль de von van der bin")
HONORIFICS: Final = words("апа апай абый абзый ага аға әби әпкә бабай ханым мырза эфенди опа ака эже байке")
"""Behind a Tatar or Kazakh name."""
TITLES: Final = words(
    "ип чп фоп пбоюл самозанятый самозанятая господин госпожа г-н г-жа гражданин гражданка гр товарищ пан пані "
    "mr mrs ms miss"
)
ENGLISH: Final = words(
    "a an the hello hi hey dear please call calls called phone tel number new lead my no yes wants want needs need "
    "asks i we he she it his her our your this that is are was for from with and or not to at on in of by after "
    "before monday tuesday wednesday thursday friday saturday sunday today tomorrow urgent asap thanks thank regards "
    "best name client customer contact email site website comment subject message order request mr mrs ms company "
    "ext extension first last house apartment street good morning evening afternoon day"
)
"""English words that stand with a capital letter and are no names; there is no dictionary of them here."""
NEVER: Final = (
    CALLS
    | CALLED_BACK
    | ASKED_FOR
    | SENT
    | ACTS
    | ASKS
    | PHONE_WORDS
    | STAFF
    | GREETINGS
    | CALLED
    | BETWEEN
    | FIRMS
)
"""Words of which none is a part of a name."""
