"""Words around an address: messengers and networks, `собака` and `точка`, zones of the net, and what is no address."""

from __future__ import annotations

from typing import Final

from contacts.tokens import words

NETWORKS: Final = words(
    "телеграм телеграмм телеграме телеграмме телеграма телега телеге телегу тг тгшка тележка telegram tg"
    " telega инста инсте инсту инстаграм инстаграмм инстаграме инстаграмме instagram insta inst ig вк"
    " вконтакте вконтакт vk vkontakte одноклассники одноклассниках ok скайп скайпе skype вайбер вайбере viber"
    " ватсап ватсапе ватсапп вотсап вотсапе вотсапп вацап вацапе вацап whatsapp wa wapp whats watsapp whatsap"
    " воцап макс максе max фейсбук фейсбуке facebook fb тикток тиктоке tiktok дискорд discord signal wechat вичат"
    " imo имо icq аська аське twitter твиттер threads ютуб youtube zoom зум snapchat line"
)  # Одноклассники are `ok` in Latin letters only: `ок` says yes
ACCOUNTS: Final = words(
    "ник никнейм логин аккаунт акк юзернейм юзер login username user nick nickname account profile"
)  # any word behind one of these is hidden
MAILS: Final = words("почта почте почту мейл имейл емейл емайл email e-mail mail мыло электронка эл")
SITES: Final = words(
    "сайт сайте сайта профиль страница страничка канал канале группа паблик site website ссылка"
)

ATS: Final = words("собака собаки собачка собачки at эт")
DOTS: Final = words("точка тчк dot дот")
MAIL_HOSTS: Final = words(
    "mail gmail yandex ya rambler bk inbox list icloud outlook hotmail yahoo proton protonmail maildotru мейл"
    " маил майл гмейл гмайл джимейл яндекс рамблер бк инбокс лист айклауд аутлук"
)
ZONES: Final = words(
    "ru su com net org info biz pro io me рф ру ком нет орг рус москва дети онлайн сайт tatar татар uz kz ua"
    " by de kg tj am ge az eu us uk store shop online site app ai club space tech top xyz ee gg cc link"
)  # for zones apart from their names (`mail . ru`); a whole `word.word` needs no list
SPOKEN_ZONES: Final = words("рф ру рус ком орг татар онлайн")
SURE_ZONES: Final = words("москва рф рус татар дети онлайн сайт орг ком ру бел укр қаз срб")

ABBREVIATIONS: Final = words(
    "т г ул пр просп пр-т пер пл ш наб бул б-р мкр мкрн р-н обл респ д дом кв корп стр пос пгт с п р о и н им"
    " ост м ст эт этаж каб оф под подъезд шт руб коп тыс млн тел моб сот доб доп вн куб кг см мм км л ч мин"
    " сек др пр пог кор к дер снт днт тсж жк тц трц бц гл инж зам нач доц проф акад св см рис напр след пред"
    " ред изд экз м-н а в у е б э максе max min approx tel mob st no п/м сек мес год гг вв н.э ж б-н рп рн"
)  # they end with a full stop that parts no address: `ул.Баумана`, `т.е.`, `кв.м`
FILLERS: Final = words(
    "мой моя мое мои его ее их наш у меня него нее в на это есть тоже или и под по я он она там такой вот как"
    " зовут указан указал указала напишите пишите писать написать найти найдете пожалуйста лучше можно только"
    " ник никнейм логин аккаунт id is my the name account"
)  # between the name of a messenger and the name in it
